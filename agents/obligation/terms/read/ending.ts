import type { ReadDocument, ReadUnit } from '../../../../core/ports/detector.ts';
import { amendedBy } from '../../../../core/reading/amendment.ts';
import { type Duration, durationsIn } from '../../../../core/reading/durations.ts';
import { writtenDays } from '../../../../core/reading/written-days.ts';
import type { Anchor, Ending, Statement } from '../stated.ts';
import { anchorIn, type FoundAnchor } from './anchors.ts';
import { flat, newWords, probabilityOf, sourceOf } from './units.ts';

const what =
  '(?:this|the|its|such|your)\\s+(?:[\\p{L}&/-]+\\s+){0,6}?(?:agreements?|contract|lease|licen[cs]e|terms?|amendment|venture|appointment|employment|tenancy|engagement|policy|insurance|cover|addendum|order|memorandum|undertaking|arrangement|alliance|partnership|franchise|sponsorship|letter|deed|period|mou|oma|jsma)\\b';
/** The sentence is about how long the contract lasts. */
const lasts = new RegExp(
  `\\b(?:initial\\s+(?:[\\p{L}]+\\s+)?(?:term|period)|${what})[^.;]{0,140}?\\b(?:commenc\\w*|begin\\w*|continu\\w*|remain\\w*|in\\s+(?:full\\s+)?(?:force|effect)|effective|expir\\w*|terminat\\w*|ends?|ending|be\\s+for|is\\s+for|shall\\s+be|will\\s+be|is|of|duration|means?|valid|for\\s+a\\s+(?:minimum\\s+|further\\s+|initial\\s+)?(?:period|term))\\b|^\\W*(?:[\\d.]+\\s+)?(?:initial\\s+)?(?:term|duration|expiration\\s+date|expiry\\s+date|contract\\s+(?:end|period)|period)\\b[^.]{0,40}[:.–-]|["“](?:initial\\s+)?(?:term|expiration\\s+date|contract\\s+period)["”]\\s+(?:means|shall\\s+mean|is)`,
  'iu',
);
/** From here on a sentence speaks of what comes after the first term, or of other ways out. */
const later =
  /\b(?:(?:and\s+)?(?:shall|will|may)\s+(?:thereafter\s+)?(?:be\s+)?(?:automatically\s+)?(?:renew|extend(?!\s+(?:until|through|to)\b))|automatic(?:ally)?\s+(?:and\s+\w+\s+)?(?:renew|extend|continu)|with\s+automatic|(?:and\s+)?thereafter\b(?!\s+for\s|["”\s]*(?:\(|\.|,?\s*unless))|provided,?\s+(?:however,?\s*)?that|unless\s+(?:and\s+until|either|the|any|a|one|it\s+is|terminated|sooner|earlier|otherwise|previously|extended|cancel\w*|such|this|renewed|mutually)|subject\s+to\s+(?:automatic|successive)|may\s+be\s+(?:renewed|extended|terminated)|shall\s+have\s+the\s+(?:right|option)|except\s+that|which\s+(?:term\s+)?shall\s+automatically|or\s+until|or\s+such\s+(?:other|later|earlier))\b/iu;
const inserted =
  /,?\s*(?:and\s+)?(?:(?:unless|if\s+not|except\s+as)\s+(?:\w+\s+){0,2}?(?:earlier|sooner|otherwise|terminated|extended|previously|mutually|provided|set)|subject\s+to)\b(?:[^,;.()]|\.\d|\([^()]*\))*,(?!\s*(?:whichever))/gi;
const endless =
  /\b(?:perpetual(?:ly)?|perpetuity|unlimited\s+(?:period|duration|term)|indefinite(?:ly)?|when\s+terminated|(?:(?<!\bor\s)until|unless\s+and\s+until)\s+(?:it\s+is\s+|such\s+time\s+as\s+(?:it\s+is\s+|either\s+)?)?(?:otherwise\s+|earlier\s+|sooner\s+)?(?:terminated|cancell?ed|either\s+party|one\s+(?:of\s+the\s+)?part)|until\s+(?:this|the)\s+\w+\s+is\s+terminated|(?:for\s+)?(?:so|as)\s+long\s+as)\b/i;
const openEnd =
  /\b(?:later\s+(?:of|to\s+occur)|latest\s+of|longer\s+of|whichever\s+(?:is|comes|occurs)\s+(?:the\s+)?(?:later|longer))\b/i;
const until =
  /\b(?:until|till|through|thru|up\s+to|extended\s+to|expir(?:e|es|ing|y)(?:\s+(?:date|at|on))?|end(?:s|ing)?|terminat(?:e|es|ing|ion\s+date)|conclud(?:e|es|ing)|extend(?:s)?\s+(?:to|through))\b(?!\s+(?:earlier|sooner)\b)[^;]{0,90}$/i;
const otherThing =
  /\b(?:warrant(?:y|ies)|confidential\w*|non-?compet\w*|royalt\w+|patents?|statute|insurance|audit|record\w*|indemni\w+|surviv\w+|tail|transition|notice\s+(?:period|of)|cure|remedy|invoice|payment\s+(?:term|is\s+due)|option\s+(?:period|term)|sell-?off|wind|quote|purchase\s+order|forecast|lockup|standstill|exclusiv\w+|support\s+(?:term|period)|evaluation|delivery|warrants)\b/i;
const aboutTerm =
  /\b(?:initial\s+term|term\s+of\s+this|term\s+(?:shall|will|is)|(?:this|your)\s+(?:[\p{L}-]+\s+){0,3}(?:agreement|contract|lease|licen[cs]e|policy|insurance)\s*(?:\([^()]*\)\s*)?(?:shall|will|is|becomes?|terminates?|expires?|commences?|begins?|continues?))\b/iu;

/** Says in so many words how long it runs. */
const runs =
  /\b(?:initial\s+term|term\s*(?:\([^()]*\)\s*)?(?:of\s+(?:this|the)|shall|will|is|hereof)|(?:this|your)\s+(?:[\p{L}-]+\s+){0,4}(?:agreement|contract|lease|licen[cs]e|amendment|policy|insurance|addendum|order|memorandum|letter|deed|alliance|venture)|the\s+(?:agreement|contract|lease|venture)(?=\s+(?:shall|will|is|has|commences?|begins?))|duration)\b[^;]{0,260}?\b(?:continu\w+|remain\w*|shall\s+be|will\s+be|is|be\s+(?:valid|effective|in)|ha(?:ve|s)\s+an?\s+(?:initial\s+)?(?:term|duration)|entered\s+into\s+for|made\s+for|extend\w*|expires?|terminates?|ends?|ending|runs?|lasts?)\b[^;]{0,140}?\b(?:for|until|through|to|on|upon|of|in|years?|months?)\b/iu;

/** Says in so many words that it has no end. */
const goesOn =
  /\b(?:this\s+(?:[\p{L}-]+\s+){0,3}(?:agreement|contract|lease|licen[cs]e)|term\s+(?:of\s+(?:this|the)|shall|will|is))\b[^;]{0,200}?\b(?:continu\w+|remain\w*|in\s+(?:full\s+)?(?:force|effect)|valid|is|be)\b[^.;]{0,60}?\b(?:perpetu\w+|indefinite(?:ly)?|unlimited|until\s+(?:it\s+is\s+)?terminated)\b/iu;

/** About something else than the end: what holds where a part does not, or when it might end early. */
const noEnd =
  /\b(?:invalid(?:ity)?|unenforceab\w+|severab\w+|illegal(?:ity)?)\b|\bterminat\w*\s+(?:automatically\s+)?if\b/i;
/** It gives its period the name of the term, or stands after that as a label. */
const named =
  /\(\s*(?:(?:the|this|such\s+period,?\s+(?:the)?|collectively,?\s+(?:the)?)\s+)?["“'](?:the\s+)?(?:(?:initial|licen[cs]e|contract|agreement|original)\s+)?term["”']/i;
const labelled = /^\W*(?:[\d.]+\s*)?(?:initial\s+)?(?:term|duration|expir(?:y|ation)\s+date|contract\s+end)\s*:/i;
const defines = /^[\W\d]*["“'][^"”']{2,60}["”']\s+(?:shall\s+)?(?:means?|has|have)\b|\bterm\s+shall\s+mean\b/i;
const definesTerm =
  /["“'](?:(?:initial|licen[cs]e|contract|lease|agreement)\s+)?(?:term|period|expiration\s+date|expiry\s+date|termination\s+date)["”']|\bterm\s+shall\s+mean\b/i;

type Candidate = {
  readonly unit: ReadUnit;
  readonly ending: Ending;
  readonly sure: number;
  readonly more: readonly { start: number; end: number }[];
};

const least = 0.45;

/** How and when the first term of the contract ends. */
export const readEnding = (document: ReadDocument): Statement<Ending> | undefined => {
  const amending = amendedBy(document) !== undefined;
  const candidates = document.units.flatMap((unit, index) =>
    candidateIn(document, unit, document.units[index - 1], amending),
  );
  const [best] = candidates.toSorted((a, b) => b.sure - a.sure || a.unit.start - b.unit.start);
  if (best === undefined || best.sure < least) return undefined;
  const evidence = [best.unit, ...best.more].map((span) => sourceOf(document, span));
  return { value: best.ending, evidence, confidence: Math.min(0.97, best.sure) };
};

const candidateIn = (
  document: ReadDocument,
  unit: ReadUnit,
  before: ReadUnit | undefined,
  amending: boolean,
): Candidate[] => {
  const text = amending ? newWords(flat(unit.text)) : flat(unit.text);
  const likely = probabilityOf(unit, 'expiration-date');
  if (
    /["“](?:calendar|contract|fiscal|licen[cs]e|royalty|agreement|marketing)\s+(?:year|quarter|month|term)s?["”]/i.test(
      text.slice(0, 60),
    )
  )
    return [];
  if (noEnd.test(text)) return [];
  const speaks = lasts.test(text);
  if (!speaks && likely < 0.4) return [];
  const read = askable((amending ? laterIn(text) : undefined) ?? endingIn(document, text, unit));
  if (read === undefined) return [];
  let sure = 0.15 + 0.5 * likely + (speaks ? 0.1 : 0) + (aboutTerm.test(text) ? 0.15 : 0);
  const heading = `${unit.headingPath.at(-1) ?? ''} ${before?.text ?? ''}`.slice(-80);
  if (/\b(?:term|duration|expiration|period)\b/i.test(heading) || /^\W*(?:[\d.]+\s*)?(?:term|duration)\b/i.test(text))
    sure += 0.1;
  const dated =
    read.ending.kind === 'after' ||
    read.ending.kind === 'later' ||
    (read.ending.kind === 'at' && read.ending.anchor.kind === 'day');
  if (runs.test(text)) sure += dated ? 0.22 : 0.17;
  if (otherThing.test(text.slice(0, 120))) sure -= 0.25;
  if (read.ending.kind === 'perpetual') sure += goesOn.test(text) ? 0.1 : -0.12;
  if (read.ending.kind === 'at' && read.ending.anchor.kind === 'event') sure -= 0.1;
  if (named.test(text) || labelled.test(text)) sure += 0.2;
  if (defines.test(text)) sure += definesTerm.test(text) ? 0.2 : -0.25;
  if (
    read.ending.kind === 'at' &&
    read.ending.anchor.kind === 'event' &&
    /^dates?\s+(?:set|specified|stated)\b/i.test(read.ending.anchor.name)
  )
    sure -= 0.25;
  if (unit.part !== undefined) sure -= 0.3;
  return [{ unit, sure, ...read }];
};

/** Words that name no event: the user is asked for the day itself. */
const noName =
  /^(?:(?:the\s+)?(?:later|latest|longer|longest|earlier|earliest|sooner|soonest|whichever|dates?|termination|expiration|default)\b.{0,16}|.{0,3})$/i;

const askable = (read: Read | undefined): Read | undefined =>
  read?.ending.kind === 'at' && read.ending.anchor.kind === 'event' && noName.test(read.ending.anchor.name)
    ? { ...read, ending: { kind: 'at', anchor: { kind: 'event', name: 'Expiration Date' } } }
    : read;

const endingIn = (
  document: ReadDocument,
  whole: string,
  unit: ReadUnit,
): { ending: Ending; more: { start: number; end: number }[] } | undefined => {
  const text = whole.replace(inserted, (words) => ' '.repeat(words.length));
  const cut = later.exec(text)?.index;
  const first = cut === undefined || cut < 30 ? text : text.slice(0, cut);
  const open = openEnd.test(first);
  if (open) {
    return { ending: { kind: 'at', anchor: { kind: 'event', name: wordsOf(first, openEnd) } }, more: [] };
  }
  const read = dayIn(first) ?? periodIn(document, first, unit) ?? anniversary(document, first, unit);
  if (read !== undefined) return read;
  const year = endOfYear(first);
  if (year !== undefined) return year;
  const event = eventIn(document, first, unit);
  if (
    event !== undefined &&
    event.ending.kind !== 'perpetual' &&
    !(event.ending.kind === 'at' && event.ending.anchor.kind === 'event')
  )
    return event;
  if (endless.test(whole)) return { ending: { kind: 'perpetual' }, more: [] };
  return event;
};

/** "The term is extended for a further period of two years": what an amendment adds. */
const laterIn = (text: string): Read | undefined => {
  if (!extension.test(text) || writtenDays(text).some(({ start }) => until.test(text.slice(0, start))))
    return undefined;
  const length = durationsIn(text).find(({ unit }) => unit !== 'hour');
  if (length === undefined) return undefined;
  const { value, unit } = length;
  return { ending: { kind: 'later', length: { value, unit }, than: undefined }, more: [] };
};

export const extension =
  /\b(?:term|agreement|contract|lease|expir\w+)\b[^.;]{0,120}\b(?:is|are|be|was)\s+(?:hereby\s+)?(?:extended|prolonged|renewed)\b[^.;]{0,60}\b(?:for|by)\b[^.;]{0,30}\b(?:additional|further|another|period|years?|months?)\b/i;

const wordsOf = (text: string, pattern: RegExp): string => {
  const at = pattern.exec(text)?.index ?? 0;
  return text
    .slice(at, at + 120)
    .replace(/\s+/g, ' ')
    .replace(/["“(].*$/, '')
    .trim();
};

type Read = { ending: Ending; more: { start: number; end: number }[] };

/** "shall continue until December 31, 2020", "Expiration Date: August 31, 2006". */
const dayIn = (text: string): Read | undefined => {
  const days = writtenDays(text);
  const ends = days.filter(({ start }, index) => {
    const lead = text.slice(Math.max(0, start - 130, days[index - 1]?.end ?? 0), start);
    return until.test(lead) && !/\b(?:notice|notify|notif\w+)\b/i.test(lead);
  });
  const range = days.find(({ end }, index) => {
    const next = days[index + 1];
    return (
      next !== undefined &&
      /^,?\s*(?:\([^()]*\)\s*)?(?:to|through|until|till|thru|and\s+end\w*\s+on|[–—-])\s*(?:the\s+)?$/i.test(
        text.slice(end, next.start),
      )
    );
  });
  const last = range === undefined ? undefined : days[days.indexOf(range) + 1];
  if (last?.iso !== undefined) return atDay(last.iso, text);
  const day = ends.at(-1);
  // "commencing on X and continuing for two years": the day is where the period begins.
  if (day === undefined) return undefined;
  const lead = text.slice(0, day.start);
  if (
    /\b(?:years?|months?|days?|weeks?)\b[^.;]{0,40}\b(?:from|after|following|commencing|beginning|starting)\s*(?:on|with|the|as\s+of)?\s*$/i.test(
      lead,
    )
  )
    return undefined;
  if (
    /\b(?:commenc\w*|begin\w*|start\w*|effective|dated)\s*(?:date)?\s*(?:on|as\s+of|from|upon|the)?\s*(?:the\s+)?$/i.test(
      lead,
    )
  )
    return undefined;
  if (day.iso === undefined)
    return { ending: { kind: 'at', anchor: { kind: 'event', name: 'Expiration Date' } }, more: [] };
  return atDay(day.iso, text);
};

/** A stated day, with the length where the sentence gives that too: "is four years, … ending on March 31, 2029". */
const atDay = (iso: string, text: string): Read => {
  const length = lengthsIn(text)[0];
  const stated = length === undefined ? {} : { length: { value: length.value, unit: length.unit } };
  return { ending: { kind: 'at', anchor: { kind: 'day', iso }, ...stated }, more: [] };
};

const startWords =
  /\b(?:commenc(?:e|es|ed|ing)\b|beg[iau]n(?:s|ning)?\b|start(?:s|ed|ing)?\b|(?:becomes?\s+|be\s+|is\s+)?(?:made\s+)?effective(?!\s*date)|takes?\s+effect|from|in\s+force|in\s+effect)\s*(?:on|as\s+of|upon|from|with|at)?\s*(?:and\s+as\s+of\s+)?(?:the\s+)?/gi;
const afterWords =
  /^[\s,)]*(?:(?:\([^()]*\)|["“][^"”]*["”])[\s,]*)*(?:,?\s*(?:immediately\s+)?(from(?:\s+and\s+after)?|after|following|commencing|beginning|starting|as\s+of|of|to\s+be\s+counted\s+from|counted\s+from|with)\s*(?:on|upon|with|as\s+of|from)?\s*(?:and\s+including\s+)?)/i;
const periodLead =
  /\b(?:for|of|be|is|in|a|an|end|ends|ending|until|another|lasts?|duration|term|[:.–-]|period|minimum|expires?|expire|date|means?|maintain\w*|additional|entire|the)\s*(?:(?:an?|the|its|entire|full|initial|minimum|first|additional|further|fixed|period|term|duration|of|least|at|for|that\s+is)\s+)*\(?$/i;

/** "for five years from the Effective Date", "shall commence on X and continue for two years". */
const periodIn = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const [length] = lengthsIn(text);
  if (length === undefined) return undefined;
  const found = startOf(document, text, unit, length);
  const from: Anchor = found?.anchor ?? { kind: 'effectiveDate' };
  const lead =
    found === undefined ? '' : text.slice(Math.max(0, found.start - unit.start - 40), found.start - unit.start);
  const includes =
    found === undefined || !/\b(?:from|after|following|of)\s*(?:and\s+after\s+)?(?:the\s+)?$/i.test(lead);
  const { value, unit: measure } = length;
  return {
    ending: { kind: 'after', length: { value, unit: measure }, from, includes },
    more: found?.defined === undefined ? [] : [found.defined],
  };
};

const lengthsIn = (text: string): Duration[] =>
  durationsIn(text).filter(
    (each) =>
      each.unit !== 'hour' &&
      each.value > 0 &&
      periodLead.test(text.slice(Math.max(0, each.start - 60), each.start)) &&
      !/^[^,.;]{0,25}\b(?:prior|before|notice|written|advance)\b|^\s*(?:after|of|from|following)\s+(?:the\s+|its\s+|such\s+)?(?:\w+\s+)?(?:receipt|breach|default|request|demand|invoice)\b/i.test(
        text.slice(each.end),
      ),
  );

const startOf = (document: ReadDocument, text: string, unit: ReadUnit, length: Duration): FoundAnchor | undefined => {
  const tail = text.slice(length.end);
  const after = afterWords.exec(tail);
  if (after !== null) {
    const at = length.end + after[0].length;
    // "of" and "with" go on to anything: "three years with automatic renewal".
    const loosely = !/\b(?:of|with)\s*$/i.test(after[0]);
    const found = anchorIn(document, text.slice(at), unit.start + at, loosely);
    if (found !== undefined) return found;
  }
  // The nearest beginning before the length.
  const before = [...text.slice(0, length.start).matchAll(startWords)].toReversed();
  for (const match of before) {
    const at = match.index + match[0].length;
    const found = anchorIn(document, text.slice(at, length.start), unit.start + at, false);
    if (found !== undefined && found.start - unit.start - at < 20) return found;
  }
  const later = /\b(?:commencing|beginning|starting|from)\s+(?:on|with|upon|as\s+of|from)?\s*(?:the\s+)?/i.exec(
    tail.slice(0, 120),
  );
  if (later !== null) {
    const at = length.end + later.index + later[0].length;
    return anchorIn(document, text.slice(at), unit.start + at, false);
  }
  return undefined;
};

const ordinal: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  fifteenth: 15,
  twentieth: 20,
};
const anniversaryWords = new RegExp(
  `\\b(?:(${Object.keys(ordinal).join('|')}|one|two|three|four|five|six|seven|eight|nine|ten)(?:\\s+years?)?(?:\\s*\\(\\s*(\\d{1,2})\\s*(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?\\s*\\))?|(\\d{1,2})\\s?(?:st|nd|rd|th))\\s*(?:\\(\\d+\\))?\\s*(?:-|\\s)?(?:years?\\s+)?(?:annual\\s+)?anniversary\\b(?:\\s+(?:date))?\\s*(?:of|from|after|following)?\\s*`,
  'i',
);
const cardinals = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "until the fifth anniversary of the Effective Date", "the day prior to the second anniversary". */
const anniversary = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const match = anniversaryWords.exec(text);
  if (match === null) return undefined;
  const word = (match[1] ?? '').toLowerCase();
  const value = Number(match[2] ?? match[3] ?? ordinal[word] ?? cardinals.indexOf(word));
  if (!(value > 0)) return undefined;
  const at = match.index + match[0].length;
  const found = anchorIn(document, text.slice(at), unit.start + at, true);
  const includes = /\bday\s+(?:prior\s+to|before|preceding)\s+(?:the\s+)?$/i.test(text.slice(0, match.index));
  return {
    ending: {
      kind: 'after',
      length: { value, unit: 'year' },
      from: found?.anchor ?? { kind: 'effectiveDate' },
      includes,
    },
    more: found?.defined === undefined ? [] : [found.defined],
  };
};

/** "until the end of the current calendar year". */
const endOfYear = (text: string): Read | undefined => {
  const match =
    /\b(?:end|last\s+day|conclusion|expiration)\s+of\s+(?:the|that|its)\s+(?:(?:then|current|same|applicable)[\s-]*)*(?:calendar\s+)(year|month)\b/i.exec(
      text,
    );
  if (match === null) return undefined;
  const measure = /year/i.test(match[1] ?? '') ? 'year' : 'month';
  return { ending: { kind: 'end-of', unit: measure, anchor: { kind: 'effectiveDate' }, length: undefined }, more: [] };
};

const endsWith =
  /\b(?:until|terminat(?:e|es)\s+(?:up)?on|expir(?:e|es)\s+(?:up)?on|through|end(?:s)?\s+(?:up)?on|continue\s+for\s+the\s+duration\s+of)\s+(?:the\s+)?/i;

/** "shall terminate upon the termination of the Offering": dated by what the document does not say. */
const eventIn = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const match = endsWith.exec(text);
  if (match === null) return undefined;
  const at = match.index + match[0].length;
  const found = anchorIn(document, text.slice(at), unit.start + at, true);
  if (found === undefined) return undefined;
  if (found.anchor.kind === 'agreementDate' || found.anchor.kind === 'effectiveDate') return undefined;
  return { ending: { kind: 'at', anchor: found.anchor }, more: found.defined === undefined ? [] : [found.defined] };
};
