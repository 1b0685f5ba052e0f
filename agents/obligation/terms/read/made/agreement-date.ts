import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { perDocument } from '../../../../../core/reading/per-document.ts';
import type { WrittenDay } from '../../../../../core/reading/written-days.ts';
import type { Anchor, Statement } from '../../stated.ts';
import { contractTakesEffect, saysWorkEnds } from '../effect/subject.ts';
import { sentencesOnly } from '../full-stops.ts';
import { papers, words } from '../paper-words.ts';
import { daysIn } from '../points/days-in.ts';
import { labelledDays } from '../points/labelled-days.ts';
import { lastSignsAt } from '../points/signing.ts';
import { flat, probabilityOf, sourceOf } from '../units.ts';
import { type DatedPlace, isSectionNumber } from './dated-places.ts';
import {
  amendmentFollows,
  enteredThen,
  filedPaper,
  filing,
  isOfDraft,
  isOfFiling,
  otherPaper,
  runs,
} from './other-papers.ts';
import { isBesideSigns, isOneOfSignatures, lastSignature, linesOfDays, signedOn } from './signatures.ts';

/** Characters from the beginning in which a contract says of what day it is. */
const opening = 8000;
const nearTop = 2500;

const made =
  /\b(?:made|signs?|concludes?|entered\s+into|entered|executed|dated|signed|concluded|reached|subscribed|effective|agreed|accepted|given|granted|written|established|issued|stipulated|dated:|is\s+dated)\b(?:[^.;]|\.\d|\b(?:Inc|Ltd|Corp|No)\.){0,160}$/i;
const directly =
  /\b(?:as\s+of|dated?(?:\s+as)?(?:\s+of)?|made(?:\s+and\s+entered\s+into)?|entered\s+into|executed|signed|concluded|reached|subscribed|accepted|agreed|granted|effective|this|on|agreement|dated\s+for\s+reference(?:\s+purposes)?(?:\s+only)?(?:\s+as\s+of)?|date\s+of\s+(?:the\s+)?(?:last\s+|final\s+)?(?:signature|signing|execution|conclusion)(?:\s+hereto)?(?:,\s+(?:namely|being))?)\s*:?\s*(?:as\s+of\s*:?\s*)?(?:this|the|on)?\s*(?:the\s+)?$/i;
/** "signed on and in effect from", "dated and taking effect on": made and binding on the same day. */
const both =
  /\b(?:dated|made|signed|concluded|executed|entered\s+into|accepted)(?:\s+on)?(?:,|\s+and)?\s+(?:is\s+)?(?:in\s+(?:effect|force)|effective|taking\s+effect|entering\s+into\s+force|valid|binding)\s+(?:from|on|as\s+of|as\s+from|since)\s*(?:the\s+)?$/i;
/** "COOPERATION AGREEMENT of 18 May 2001", at the head of the document. */
const titled =
  /^\W*(?:(?:[\p{Lu}\p{N}][\p{L}\p{N}'’&/.-]*|and|for|of|to|the|on)[\s,()]+){0,12}?(?:AGREEMENT|CONTRACT|(?:SUB-?)?LEASE|(?:SUB-?)?LICEN[CS]E|DEED|LETTER|AMENDMENT|ADDENDUM|MEMORANDUM|UNDERTAKING|PROTOCOL|TERMS|ORDER|Agreement|Contract|Lease|Licen[cs]e|Deed|Letter|Amendment|Addendum|Memorandum|Undertaking|Protocol|Terms|Order)(?:\s+(?:No|NO|Nr|NR|Number)\b\.?\s?[\w/-]{1,20})?\s*(?:\([^()]{1,60}\)\s*)?,?\s+of\s+(?:the\s+)?$/u;
/** As notaries and letters begin: "In Valencia, on 6 June 2012, A and B agree", "We write on 29 August 2011". */
const placed =
  /^[\W\d]{0,4}(?:(?:done|made|signed|given)\s+)?(?:(?:in|at)\s+(?:the\s+(?:city|town|village|municipality)\s+of\s+)?)?\p{Lu}[\p{L}'’.-]{1,24}(?:\s+\p{Lu}[\p{L}'’.-]{1,24}){0,3}(?:\s*\([\p{L} ]{1,30}\))?\s*,\s*(?:(?:today|on|this|the)\s*,?\s*){0,3}$/u;
/** "signed at Shenzhen, 8 Aug 2016". */
const signedAt =
  /\b(?:[Ss]igned|[Mm]ade|[Cc]oncluded|[Ee]xecuted|[Dd]one)\s+(?:at|in)\s+\p{Lu}[\p{L}'’-]{1,24}(?:\s\p{Lu}[\p{L}'’-]{1,24}){0,2}(?:\s?\([\p{L} ]{1,30}\))?,?\s+(?:on\s+)?(?:this\s+|the\s+)?$/u;
const writing = /\b(?:we|I)\s+(?:are\s+writing|write)(?:\s+to\s+you)?\s*,?\s+(?:on\s+)?(?:this\s+|the\s+)?$/i;

/** The day of another paper, or of a filing. */
const elsewhere =
  /\b(?:that\s+certain|pursuant\s+to|amends?|amended|original(?:ly)?|previously|prior|filed|filing|source|under\s+(?:the|that)|between\s+the\s+parties\s+dated|reference\s+is\s+(?:hereby\s+)?made|registration|act\s+of|expir\w*|until|through|terminat\w*|commenc\w*|begin\w*|organi[sz]ed|incorporated|effective\s+(?:as\s+of|on|date))\b[^.;]{0,140}$/i;
const dateLabel = /\bdated?\s*(?:signed)?\s*[:.]?\s*$/i;

/** The day on which the contract was made, as its opening says, or else its end. */
export const readAgreementDate = perDocument((document: ReadDocument): Statement<Anchor> | undefined => {
  if (document.kind === 'invoice') return undefined;
  const whenSigned = madeWhenSigned(document);
  if (whenSigned !== undefined) return whenSigned;
  const opening = inOpening(document);
  const firm =
    opening !== undefined &&
    opening.sure >= 0.5 &&
    !isOneOfSignatures(document, opening.unit.start + opening.day.start);
  const chosen = firm ? opening : (signedOn(document) ?? opening);
  if (chosen === undefined) return undefined;
  const { unit, day, sure } = chosen;
  const value: Anchor =
    day.iso === undefined ? { kind: 'event', name: 'Agreement Date' } : { kind: 'day', iso: day.iso };
  return { value, evidence: [sourceOf(document, unit)], confidence: sure };
});

const madeOn = new RegExp(
  `\\b(?:(?:this|the)\\s+${words}{0,4}?${papers}|it)\\b[^.;]{0,40}?\\b(?:(?:is|shall\\s+be|was|be)\\s+(?:deemed\\s+(?:to\\s+(?:be|have\\s+been)\\s+)?)?)?(?:made|dated|concluded|entered\\s+into|executed)\\b(?:[\\s,]+(?:\\p{L}+[\\s,]+){0,6}?)(?:on|as\\s+of|from|with)\\s+`,
  'giu',
);
const whichIsOwn =
  /^\s*,?\s*(?:of|on|as\s+of)\s+which\s+(?:date|day)\s+(?:it|this\s+\p{L}+)\s+(?:is|shall\s+be|was)\s+(?:deemed\s+)?(?:to\s+(?:be|have\s+been)|made|dated|concluded)/iu;
const longestSigning = 90;

/** "It is made on the day on which the second of us signs": the day of the last signature. */
const madeWhenSigned = (document: ReadDocument): Statement<Anchor> | undefined => {
  for (const unit of document.units) {
    if (!/\bsign|\bexecut/i.test(unit.text)) continue;
    const text = flat(unit.text);
    const sentences = sentencesOnly(text);
    const found =
      [...sentences.matchAll(madeOn)].some(
        ({ index, 0: { length } }) => lastSignsAt(text, index + length) !== undefined,
      ) ||
      [...sentences.matchAll(/\bthe\s+(?:date|day)\s+(?=of\b|on\b|when\b)/gi)].some(({ index }) => {
        const end = lastSignsAt(text, index);
        return end !== undefined && whichIsOwn.test(text.slice(end, end + longestSigning));
      });
    const last = found ? lastSignature(document) : undefined;
    if (last !== undefined)
      return {
        value: { kind: 'day', iso: last.iso },
        evidence: [unit, ...last.places].map((span) => sourceOf(document, span)),
        confidence: 0.75,
      };
  }
  return undefined;
};

/** What a line of a cover, a table or a schedule calls the day of the document itself. */
const paper =
  '(?:agreement|contract|lease|sub-?lease|licen[cs]e|letter|deed|order|amendment|addendum|appointment|engagement|document|tenancy|policy|signature|signing|execution|conclusion)';
const ownLabel = new RegExp(
  `^(?:(?:this|the)\\s+)?${paper}\\s+(?:is\\s+)?(?:date|dated|made(?:\\s+on)?|signed(?:\\s+on)?|concluded(?:\\s+on)?)$|^date\\s+of\\s+(?:(?:this|the)\\s+)?${paper}$|^(?:agreement|contract|lease)\\s+(?:made|signed)$|^(?:made|signed|concluded)\\s+on$`,
  'i',
);

/** What is said right before the day: that it was "made effective as of", or plainly that it was made then. */
type Found = DatedPlace & { readonly said?: 'effective' | 'made' | undefined };

/** Soon after "made effective as of" a day another one on which it was entered into: that was when it was made. */
const isSaidPlainly = (effective: Found, { unit, sure, said }: Found): boolean =>
  sure >= 0.7 && said === 'made' && unit.start >= effective.unit.start && unit.start - effective.unit.start < 600;

const inOpening = (document: ReadDocument): DatedPlace | undefined => {
  const { length } = document.text;
  const found: Found[] = [];
  let before = '';
  for (const unit of document.units) {
    if (unit.start > Math.min(opening, Math.max(1500, length * 0.4))) break;
    const text = flat(unit.text);
    for (const day of daysIn(document, text)) {
      const lead = sentencesOnly(`${before} ${text.slice(0, day.start)}`).slice(-240);
      const sure = sureness(lead, text, day, unit);
      const second = laterOfTwo(document, text, day);
      if (sure > 0 && !isSectionNumber(document, unit, day) && !isBesideSigns(document, unit.start + day.start))
        found.push({
          unit,
          day: second ?? day,
          sure,
          said: madeEffective.test(lead) ? 'effective' : madeThen.test(lead) ? 'made' : undefined,
        });
    }
    before = `${before} ${text}`.slice(-160);
  }
  // Further down a day that stands alone is one of a signature.
  const head = Math.min(nearTop, Math.max(120, length * 0.25));
  for (const { label, day, start, end } of labelledDays(document)) {
    if (
      start > opening ||
      !(ownLabel.test(label) || (start < head && /^dated?$/i.test(label))) ||
      isOfFiling(document.text, start) ||
      isBesideSigns(document, day.start)
    )
      continue;
    found.push({ unit: { start, end }, day: { ...day, start: day.start - start, end: day.end - start }, sure: 0.8 });
  }
  for (const { start, end, day } of linesOfDays(document, head)) {
    if (!isOfFiling(document.text, start) && !isOfDraft(document.text, start))
      found.push({ unit: { start, end }, day, sure: 0.5 });
  }
  found.sort((a, b) => a.unit.start + a.day.start - b.unit.start - b.day.start || b.sure - a.sure);
  const best = Math.max(0, ...found.map(({ sure }) => sure));
  const first = found.find(({ sure }) => sure >= Math.min(best, Math.max(0.5, best - 0.25)));
  return first?.said === 'effective' ? (found.find((other) => isSaidPlainly(first, other)) ?? first) : first;
};

/** "signed for A on 2 July, and for B on 9 July": the later. */
const laterOfTwo = (document: ReadDocument, text: string, day: WrittenDay): WrittenDay | undefined => {
  const next = daysIn(document, text).find(({ start }) => start >= day.end);
  if (next?.iso === undefined || day.iso === undefined || next.iso < day.iso) return undefined;
  return /\b(?:by|for)\b[^.;]{1,100}$/.test(text.slice(Math.max(0, day.start - 120), day.start)) &&
    /^,?\s+and\s+(?:by|for)\s(?:[^.;]|\.(?=\s[a-z])){1,100}\son\s+(?:the\s+)?$/.test(text.slice(day.end, next.start))
    ? next
    : undefined;
};

/** What is said of another thing: "the Policy was issued on". */
const otherWas =
  /\b(?:the|an?|its|their)\s+(?!["“'‘]?(?:[\p{L}-]+\s+){0,3}?(?:agreement|contract|lease|licen[cs]e|amendment|letter|deed|parties)\b)[^.;,]{1,60}\s(?:was|were|has\s+been|had\s+been)\s+(?:made|executed|signed|concluded|agreed|accepted|given|issued|established|entered)\b[^.;]{0,60}$/iu;

/** The day from which it will bind is not yet the one on which it was made. */
const willBind =
  /\b(?:shall|will|to)\s+(?:be|become|come|take|enter|have)\b[^.;]{0,30}\b(?:effect|effective|force|valid|binding)\s+(?:from|on|as\s+of|as\s+from)?\s*(?:the\s+)?$/i;

/** "is made effective as of", where another day may be told on which it was entered into. */
const madeEffective = /\bmade\s+(?:to\s+be\s+)?effective\s+(?:as\s+of|on|from)\s*(?:the\s+)?$/i;
const madeThen = /\b(?:made|entered\s+into|executed|signed|dated|concluded)\s+(?:as\s+of|on|this)\s*(?:the\s+)?$/i;
const ofItself = /\b(?:this\s+agreement\b|made|entered\s+into)\b/i;

/** What follows a place and a day where they are those of the contract. */
const agreeing = /^\W*$|\b(?:agree[ds]?|contract|between|appear\w*|present|parties|conclude[ds]?|enter\w*)\b/i;

/** From where the contract speaks of itself on: what stands before that is about other papers. */
const itself =
  /^.*\bthis\s+(?:[^\s.;]+\s+){0,9}?(?:agreement|contract|amendment|lease|licen[cs]e|letter|deed|addendum|order|undertaking)\b/i;

const sureness = (words: string, text: string, day: WrittenDay, unit: ReadUnit): number => {
  const lead = words.replace(itself, (before) => (before.length > words.length - 6 ? before : 'this agreement'));
  if (filing.test(lead.slice(-80)) || (elsewhere.test(lead) && !directly.test(lead))) return 0;
  const likely = probabilityOf(unit, 'agreement-date');
  if (unit.start > nearTop && likely < 0.3 && !lead.startsWith('this agreement')) return 0;
  if (/\bwhereas\b/i.test(lead) || runs.test(lead) || otherWas.test(lead) || saysWorkEnds(lead)) return 0;
  const own = lead.slice(-160);
  // Made "to be effective as of" a day that is told, and no other is.
  if (willBind.test(lead)) return unit.start < nearTop && ofItself.test(lead) ? 0.3 : 0;
  const after = text.slice(day.end, day.end + 60);
  if (/\bdated(?:\s+as\s+of)?\s*$/i.test(own) && amendmentFollows.test(after)) return 0;
  const named = /^\W{0,3}\(\s*this\s/i.test(after);
  if (filedPaper.test(lead)) return 0;
  if ((otherPaper.test(own) && !named) || (enteredThen.test(after) && !lead.startsWith('this agreement'))) return 0;
  if (
    /\bbut\s+(?:made\s+)?effective\b[^.]{0,20}$|,\s*(?:and\s+)?(?:is\s+)?(?:made\s+)?effective\s+(?:as\s+of|on)?\s*(?:the\s+)?$/i.test(
      own,
    ) &&
    /\b(?:dated?|made|entered)\b/i.test(own)
  )
    return 0.3;
  if (/\beffective\s+date\s*:?\s*$/i.test(own)) return 0.2;
  // "Effective 3 May, the Lease is amended": from when, not when that was agreed.
  if (
    /^\W*(?:\d+\.\s*)?effective\s+(?:as\s+of|on|from)?\s*(?:the\s+)?$/i.test(text.slice(0, day.start)) &&
    /^\s*,/.test(after)
  )
    return 0.3;
  if (unit.start < nearTop && both.test(own) && !madeEffective.test(own)) return 0.7 + 0.2 * likely;
  if (unit.start < 400 && titled.test(text.slice(0, day.start))) return 0.7 + 0.2 * likely;
  if (unit.start < nearTop && /\bthis\s+(?:agreement|contract|letter|deed|lease|order)\s+of\s+(?:the\s+)?$/i.test(own))
    return 0.7;
  if (unit.start < nearTop && signedAt.test(own)) return 0.7;
  if (unit.start < nearTop && writing.test(own)) return 0.6;
  if (unit.start < 800 && placed.test(text.slice(0, day.start)) && agreeing.test(text.slice(day.end))) return 0.6;
  // What binds from a day on may have been made on another that is named too.
  if (
    /\beffective\s+(?:as\s+of|on|from)?\s*(?:the\s+)?$/i.test(own) &&
    !/\b(?:made|entered|dated|executed)\b/i.test(own)
  )
    return contractTakesEffect(text.slice(0, day.start), text.slice(day.end)) ? 0.5 + 0.2 * likely : 0;
  if (directly.test(own) && made.test(own)) return 0.7 + 0.25 * likely;
  if (directly.test(own) && !/\bon\s*(?:the\s*)?$/i.test(own)) return 0.45 + 0.4 * likely;
  if (/^\s*,?\s*\(?\s*(?:the\s+)?["“']?\w*\s*(?:effective|execution|agreement|signing)\s*date/i.test(after))
    return 0.6 + 0.3 * likely;
  // A day that stands alone, under a title.
  if (text.trim().length < day.end - day.start + 14) return 0.5 + 0.3 * likely;
  // The last line of a cover: "… AND PFIZER INC. August 21, 2018".
  if (
    unit.start < nearTop &&
    after.trim().length < 3 &&
    !/[a-z]{3}/.test(own.slice(-50).replace(/\b(?:and|by|between|the|of)\b/g, ''))
  )
    return 0.5 + 0.3 * likely;
  if (dateLabel.test(own)) return 0.5 + 0.3 * likely;
  return likely > 0.6 ? 0.35 + 0.4 * likely : 0;
};
