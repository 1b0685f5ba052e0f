import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { amendedBy, isOrder } from '../../../../../core/reading/amendment.ts';
import type { Span } from '../../../../../core/text/span.ts';
import type { Anchor, Ending, Statement } from '../../stated.ts';
import { sentencesOnly } from '../full-stops.ts';
import { lastSignature as lastSigned } from '../made/signatures.ts';
import { ordinalPattern } from '../ordinals.ts';
import { papers, words } from '../paper-words.ts';
import { anchorIn, definedDay } from '../points/anchors.ts';
import { daysIn } from '../points/days-in.ts';
import { type LabelledDay, labelledDays } from '../points/labelled-days.ts';
import type { Reading } from '../points/point.ts';
import { pointAt } from '../points/points.ts';
import { flat, probabilityOf, sourceOf } from '../units.ts';
import { headedStart } from './headed-start.ts';
import { contractTakesEffect, saysWorkEnds } from './subject.ts';
import { isOtherPeriod, ofOtherPeriod, termStartsIn } from './term-start.ts';
import { effectsIn, speaksOfAnother } from './words.ts';
import { workStartsIn } from './work-start.ts';

const opening = 8000;
const named =
  /\(?\s*(?:the\s+|this\s+|hereinafter\s+(?:the\s+)?|as\s+the\s+)?["“'‘(]{1,2}\s*(?:\w+\s+){0,3}effective\s?date\b/i;
const bracketed =
  /\(\s*(?:the\s+|this\s+|hereinafter\s+(?:the\s+)?|as\s+the\s+)?["“'‘]{1,2}\s*(?:the\s+)?(?!amend)(?:[\w-]+\s+){0,2}effective\s?date\b/i;
const means =
  /(?:["“']\s*effective\s?date\s*["”'](?:\s+(?:of|for)\s+this\s+\w+)?|^[\W\d]*(?:\([a-z]+\)\s*)?(?:the\s+)?effective\s?date|\bthe\s+effective\s+date\s+hereof|\bthe\s+effective\s+date\s+of\s+(?:this|the)\s+(?:[\w-]+\s+){0,3}(?:agreement|franchise|contract|lease|amendment))\s*\)?\s*,?\s*(?:means?\b|(?:shall|will)\s+mean\b|is\b|(?:shall|will)\s+be\b|[:=])\s*:?\s*/i;
const last =
  /\b(?:last|later|latest|final)\b[^.;]{0,60}\b(?:sign|execut|dates?\s+(?:below|beneath|of\s+signature)|part(?:y|ies))/i;
const becomes =
  /\b(?:this|the)\s+(?:[\p{L}-]+\s+){0,4}(?:agreement|contract|amendment|lease|licen[cs]e|letter|deed)\b(?:\s*\([^()]{0,80}\))?[^.;]{0,60}?\b(?:shall|will|is|be|becomes?|made|takes?|come|comes|dated|entered\s+into)\b[^.;]{0,60}?\b(?:effective|effect|in\s+force|into\s+force|binding)\b\s*(?:beginning\s+|and\s+binding\s+|commencing\s+)?(?:as\s+of|on|upon|from|at|when|this|date)?\s*(?:the\s+)?(?!until|through|unless)/iu;
const asOf =
  /\beffective\s*(?:date)?\s*(?:retroactive(?:ly)?\s+)?(?:to(?=\s*$)|as\s+of|on|from|of|this|the|:)?\s*(?:this\s+|the\s+)?$/i;
const commences =
  /\b(?:term|duration|agreement|contract|lease|venture|period|license)\b[^.;]{0,90}\b(?:commenc\w*|begin\w*|start\w*|(?:be|is|remain)\s+(?:effective|in\s+effect))\s*(?:on|as\s+of|upon|from|with)?\s*(?:the\s+)?/i;

/** What would make an effective date another day than the agreement's own. */
const otherEvent =
  /\b(?:closing|approv\w+|complet\w+|consummat\w+|launch|deliver\w+|receipt|accept\w+|fund\w+|distribution|later|upon|when|after|conditions?|that\s+date)\b/i;
const ofItself = /\b(?:signed|executed|made|entered\s+into|this\s+(?:[\w-]+\s+){0,3}(?:agreement|contract|lease))\b/i;

type Candidate = {
  readonly unit: Span;
  readonly value: Anchor;
  readonly sure: number;
  /** Where else the document says what it counts from. */
  readonly more: readonly Span[];
};

/** The day from which the contract binds, or what it depends on. */
export const readEffectiveDate = (
  document: ReadDocument,
  agreementDate: Statement<Anchor> | undefined,
  ending: Statement<Ending> | undefined,
): Statement<Anchor> | undefined => {
  const amending = amendedBy(document) !== undefined && !isOrder(document);
  const reading = { document, agreementDate };
  const found = [
    ...labelledDays(document).flatMap((line) => labelled(line, amending)),
    ...document.units.flatMap((unit, index) => [
      ...candidatesIn(reading, unit, document.units[index - 1], amending),
      ...fromEffect(reading, unit),
      ...fromTerm(reading, unit, document.units[index - 1], ending, amending),
      ...(amending ? [] : fromWork(reading, unit, document.units[index - 1])),
    ]),
  ]
    .filter(({ sure }) => sure >= 0.5)
    .toSorted((a, b) => b.sure - a.sure || a.unit.start - b.unit.start);
  const undated = agreementDate?.value.kind !== 'day';
  // A day says more than the day of an agreement that bears none.
  const best =
    undated && found[0]?.value.kind === 'agreementDate'
      ? (found.find(({ value }) => value.kind === 'day') ?? found[0])
      : found[0];
  if (best !== undefined) {
    return {
      value: best.value,
      evidence: [best.unit, ...best.more].map((span) => sourceOf(document, span)),
      confidence: best.sure,
    };
  }
  const commencement = definedDay(document, 'Commencement Date');
  if (commencement.defined !== undefined && commencement.anchor.kind !== 'effectiveDate') {
    return { value: commencement.anchor, evidence: [sourceOf(document, commencement.defined)], confidence: 0.6 };
  }
  // It speaks of its effective date and gives one day only.
  if (agreementDate !== undefined && !amending && /\bthe\s+Effective\s?Date\b/.test(document.text)) {
    return { value: { kind: 'agreementDate' }, evidence: agreementDate.evidence, confidence: 0.55 };
  }
  return undefined;
};

/** "the eighth (8th) day after": counted from what follows. */
const counted = new RegExp(
  `^\\W*(?:the\\s+)?(?:${ordinalPattern}\\s+)?(?:calendar\\s+)?day\\s+(?:after|following)\\b`,
  'i',
);

const candidatesIn = (
  reading: Reading,
  unit: ReadUnit,
  before: ReadUnit | undefined,
  amending: boolean,
): Candidate[] => {
  const { document } = reading;
  const text = flat(unit.text);
  if (!/\beffect|\bforce\b|\bcommenc|\bbegin|\bstart/i.test(text)) return [];
  const likely = probabilityOf(unit, 'effective-date');
  const candidates: Candidate[] = [];
  const take = (value: Anchor | undefined, sure: number): void => {
    if (value !== undefined) candidates.push({ unit, value, sure: Math.min(0.97, sure), more: [] });
  };
  for (const day of daysIn(document, text)) {
    const lead = text.slice(Math.max(0, day.start - 60), day.start);
    const after = text.slice(day.end, day.end + 50);
    const value: Anchor = day.iso === undefined ? blank : { kind: 'day', iso: day.iso };
    const early = unit.start < opening ? 0.1 : 0;
    const gap = named.exec(after);
    if (
      gap !== null &&
      gap.index < 8 &&
      (amending || !/\bamend/i.test(gap[0])) &&
      !saysWorkEnds(text.slice(0, day.start))
    )
      take(value, 0.85 + early);
    else if (
      asOf.test(lead) &&
      !speaksOfAnother(text.slice(0, day.start)) &&
      !/\b(?:that\s+certain|original|amend\w*|terminat\w+|act)\b[^.;]{0,80}$/i.test(text.slice(0, day.start))
    ) {
      const takes = contractTakesEffect(text.slice(0, day.start), text.slice(day.end));
      const unnamed = takes === 'maybe' ? 0.2 : 0;
      if (takes) take(value, (unit.start < opening ? 0.75 : ofItself.test(lead) ? 0.6 : 0.45) + 0.1 * likely - unnamed);
    }
  }
  const sentences = sentencesOnly(text);
  const defined = means.exec(sentences);
  if (defined !== null) {
    const rest = text.slice(defined.index + defined[0].length);
    const value = counted.test(rest)
      ? pointAt(reading, unit, text, defined.index + defined[0].length)?.anchor
      : definedAs(document, rest, unit.start);
    // Only a definition of its own may name an event: "the effective date of this Agreement is attached" does not.
    if (value?.kind !== 'event' || /^[\W\d]*(?:\([a-z]+\)\s*)?(?:the\s+)?["“']?\s*effective/i.test(text))
      take(value, 0.8 + 0.1 * likely);
  }
  const bracket = bracketed.exec(sentences);
  if (bracket !== null && candidates.length === 0) {
    const lead = text.slice(Math.max(0, bracket.index - 160), bracket.index);
    if (last.test(lead)) take(lastSignature(document), 0.75);
    else if (ownDay.test(lead.slice(-70))) take({ kind: 'agreementDate' }, 0.8);
    else if (daysIn(document, lead).length === 0) take(otherEvent.test(lead) ? blank : { kind: 'agreementDate' }, 0.5);
  }
  const effect = becomes.exec(sentences);
  if (effect !== null && candidates.length === 0 && !speaksOfAnother(text.slice(0, effect.index + effect[0].length))) {
    const rest = text.slice(effect.index + effect[0].length);
    const value = definedAs(document, rest, unit.start);
    if (value?.kind !== 'event' || likely > 0.3) take(value, 0.5 + 0.25 * likely);
  }
  const term = commences.exec(sentences);
  if (term !== null && candidates.length === 0 && !isOtherPeriod(text, term.index, term[0])) {
    const rest = text.slice(term.index + term[0].length);
    const found = anchorIn(document, rest, unit.start, false);
    if (found !== undefined && found.start - unit.start < 14 && found.anchor.kind !== 'effectiveDate')
      take(
        found.anchor,
        (found.anchor.kind === 'event' ? 0.35 : 0.45) +
          0.3 * likely +
          (termHeading.test(before?.text ?? '') ? 0.05 : 0),
      );
  }
  return candidates.filter(({ value }) => value.kind !== 'effectiveDate');
};

/** The day of effect or of the beginning of the term in a line of a cover, a schedule or a table. */
const labelled = ({ label, day, start, end }: LabelledDay, amending: boolean): Candidate[] => {
  const names = label.split(/\s*\/\s*/);
  const is = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const sure = is(effectLabel) ? 0.78 : is(startLabel) && !amending ? 0.6 : 0;
  const value: Anchor = day.iso === undefined ? blank : { kind: 'day', iso: day.iso };
  return sure === 0 ? [] : [{ unit: { start, end }, value, sure, more: [] }];
};

const whose =
  "(?:(?:this|the|your|initial|agreement|contract|lease|sub-?lease|term|service|services|subscription|licen[cs]e|policy|cover|coverage|employment|engagement|appointment|assignment|tenancy|order|hire|rental|amendment|concession|franchise|charter|period)(?:['’]s)?[\\s-]+)";
const ofWhat = '(?:\\s+of\\s+(?:the\\s+|this\\s+)?[\\p{L} ]{1,30})';
/** Not of a termination or of a change. */
const ofPaper = `(?:\\s+of\\s+(?:the\\s+|this\\s+)?${words}{0,3}${papers})`;
const effectLabel = new RegExp(
  `^${whose}{0,4}(?:effective(?:\\s+(?:date|day|as\\s+of|from|on))?|takes\\s+effect(?:\\s+on)?|in\\s+(?:force|effect)(?:\\s+(?:from|since|as\\s+of))?|(?:entry|coming)\\s+into\\s+(?:force|effect)|valid\\s+(?:from|as\\s+of)|date\\s+of\\s+(?:effect|entry\\s+into\\s+force))${ofPaper}?$`,
  'iu',
);
const startLabel = new RegExp(
  `^${whose}{0,4}(?:(?:commencement|commencing|start(?:ing)?|inception|begin(?:ning)?|beginning)(?:\\s+(?:date|day|on))?|commences(?:\\s+on)?|starts(?:\\s+on)?|begins(?:\\s+on)?|runs\\s+from|from|(?:date|day)\\s+of\\s+(?:commencement|inception|start)|first\\s+day(?:\\s+of\\s+(?:the\\s+)?(?:term|contract|lease|agreement))?)${ofWhat}?$|^${whose}{0,3}(?:term|period|duration|valid|validity)(?:\\s+of\\s+(?:insurance|cover(?:age)?|hire|validity|appointment|engagement|employment|contract|service|licen[cs]e))?$|^date\\s+from\\s+which\\s+[\\p{L} ]{1,30}$`,
  'iu',
);

/** Sentences that say when the contract takes effect. */
const fromEffect = (reading: Reading, unit: ReadUnit): Candidate[] => {
  const text = flat(unit.text);
  if (
    !/\beffect|\bforce\b|\bvalid|\bbinding|\boperat|\bappl|\bhold\b|\bbinds?\b|\bbound\b|\bgovern|\bcover|\breplac|\bsupersed|\bplace\b/i.test(
      text,
    )
  )
    return [];
  const likely = probabilityOf(unit, 'effective-date');
  return effectsIn(reading, unit, text)
    .filter(({ point }) => point.anchor.kind !== 'effectiveDate')
    .map(({ point: { anchor, more }, sure }) => ({
      unit,
      value: anchor,
      sure: anchor.kind === 'event' ? sure - 0.25 + 0.3 * likely : sure + 0.1 * likely,
      more,
    }));
};

/** Sentences that say when the term begins: the day of effect where nothing else is. */
const fromTerm = (
  reading: Reading,
  unit: ReadUnit,
  before: ReadUnit | undefined,
  ending: Statement<Ending> | undefined,
  amending: boolean,
): Candidate[] => {
  const text = flat(unit.text);
  if (amending || (before !== undefined && headingLine.test(before.text) && ofOtherPeriod(before.text))) return [];
  const isEnd =
    (ending?.confidence ?? 0) >= 0.5 &&
    (ending?.evidence.some(({ start, end }) => start >= unit.start && end <= unit.end) ?? false);
  const likely = probabilityOf(unit, 'effective-date');
  return termStartsIn(reading, unit, text, isEnd)
    .filter(({ anchor }) => anchor.kind === 'day' || anchor.kind === 'agreementDate')
    .map(({ anchor, more }) => ({ unit, value: anchor, sure: (isEnd ? 0.54 : 0.5) + 0.15 * likely, more }));
};

/** What a clause says under its heading, and when somebody starts to do what the contract is for. */
const fromWork = (reading: Reading, unit: ReadUnit, before: ReadUnit | undefined): Candidate[] => {
  const text = flat(unit.text);
  const likely = probabilityOf(unit, 'effective-date');
  return [
    ...headedStart(reading, unit, before, text).map((point) => ({ point, sure: 0.55 })),
    ...workStartsIn(reading, unit, text).map((point) => ({ point, sure: 0.5 })),
  ]
    .filter(({ point: { anchor } }) => anchor.kind === 'day' || anchor.kind === 'agreementDate')
    .map(({ point: { anchor, more }, sure }) => ({ unit, value: anchor, sure: sure + 0.1 * likely, more }));
};

/** "4. Renewal term." */
const headingLine = /^[^\p{L}]{0,10}[\p{L}-]+(?:\s[\p{L}-]+){0,3}\s?[.:]?\s*$/u;
const termHeading = /\bterm\b/i;
const ownDay =
  /\b(?:date\s+(?:hereof|first|of\s+this|set\s+forth|above|written|last)|above\s+written|written\s+above|execution)\b/i;
const blank: Anchor = { kind: 'event', name: 'Effective Date' };

/** "12:01 a.m., Standard Time,". */
const clock = /\d{1,2}:\d\d\s?[ap]\.?\s?m\.?(?:,?\s(?:[\w]+\s){0,3}time)?,?/i;

/** "the date on the cover page, being the 5th of December 2019", "our acceptance (14 July 2001)": an event with its day. */
const dayTold = (document: ReadDocument, head: string): string | undefined => {
  const [day] = daysIn(document, head);
  return day?.iso !== undefined &&
    /^[^.;()]{0,90}(?:,\s+(?:namely|being|i\.e\.,?|which\s+(?:is|was))\s+(?:on\s+)?(?:the\s+)?|\s\((?:being\s+|i\.e\.,?\s+)?(?:the\s+)?)$/i.test(
      head.slice(0, day.start),
    )
    ? day.iso
    : undefined;
};

/** "the date that (a) … , (b) … and (c) …": all of these must have come to pass. */
const conditions = /^[^.;()]{0,60}\((?:a|i|1)\)\s[^.]{0,400}\band\s+\((?:b|c|d|ii|iii|iv|2|3|4)\)\s/i;

/** What the words after "means" come to: a day, the agreement's own, the last signature, an event. */
const definedAs = (document: ReadDocument, rest: string, offset: number): Anchor | undefined => {
  const head = rest.slice(0, 140);
  if (conditions.test(rest.slice(0, 600))) return blank;
  const told = dayTold(document, head);
  if (told !== undefined) return { kind: 'day', iso: told };
  if (last.test(head)) return lastSignature(document);
  const [day] = daysIn(document, head);
  if (
    day?.iso !== undefined &&
    day.start < 60 &&
    !/[.;,]|\b(?:or|if)\b/.test(head.slice(0, day.start).replace(clock, ''))
  )
    return { kind: 'day', iso: day.iso };
  const found = anchorIn(document, rest, offset, true);
  if (found === undefined || found.anchor.kind === 'effectiveDate') return undefined;
  if (found.start - offset > 16 || /^(?:until|through|unless|simultaneously|or|and|ascribed|defined)\b/i.test(head))
    return undefined;
  return found.anchor;
};

/** The latest day beside a signature; what is missing where there is none. */
const lastSignature = (document: ReadDocument): Anchor => {
  const last = lastSigned(document);
  return last === undefined ? { kind: 'event', name: 'Date of the last signature' } : { kind: 'day', iso: last.iso };
};
