import type { ReadDocument, ReadUnit } from '../../../../core/ports/detector.ts';
import { type WrittenDay, writtenDays } from '../../../../core/reading/written-days.ts';
import type { Anchor, Statement } from '../stated.ts';
import { flat, probabilityOf, sourceOf } from './units.ts';

/** Characters from the beginning in which a contract says of what day it is. */
const opening = 8000;
const nearTop = 2500;

const made =
  /\b(?:made|entered\s+into|entered|executed|dated|signed|concluded|effective|agreed|established|issued|stipulated|dated:|is\s+dated)\b(?:[^.;]|\.\d|\b(?:Inc|Ltd|Corp|No)\.){0,160}$/i;
const directly =
  /\b(?:as\s+of|dated?(?:\s+as)?(?:\s+of)?|made(?:\s+and\s+entered\s+into)?|entered\s+into|executed|signed|effective|this|on|agreement)\s*:?\s*(?:as\s+of\s*:?\s*)?(?:this|the|on)?\s*(?:the\s+)?$/i;
/** The day of another paper, or of a filing. */
const elsewhere =
  /\b(?:that\s+certain|pursuant\s+to|amends?|amended|original(?:ly)?|previously|prior|filed|filing|source|under\s+(?:the|that)|between\s+the\s+parties\s+dated|reference\s+is\s+(?:hereby\s+)?made|registration|act\s+of|expir\w*|until|through|terminat\w*|commenc\w*|begin\w*|organi[sz]ed|incorporated|effective\s+(?:as\s+of|on|date))\b[^.;]{0,140}$/i;
const filing = /\b(?:Source:|\d+-[KQ]\b|S-\d|SB-2|DRS\b|EX-\d)/;
const signedAt = /\b(?:in\s+witness|witness\s+whereof|executed|signed|undersigned|hereunto|dated)\b/i;
const dateLabel = /\bdated?\s*(?:signed)?\s*[:.]?\s*$/i;

const otherPaper =
  /\b(?:that\s+certain|pursuant\s+to|amends|original|existing|prior|previous(?:ly)?|reference\s+is|schedule\s+1\d|convention)\b[^;]{0,140}$|\b(?:to|under|of)\s+(?:the|that|an?)\s+[^.;]{0,90}\b(?:agreement|lease|contract|policy),?\s+(?:by\s+and\s+(?:between|among)\s+[^.;]{0,90}\s)?(?:is\s+)?(?:dated|made|entered\s+into)\s*(?:as\s+of\s*)?$/i;

type Candidate = { readonly unit: ReadUnit; readonly day: WrittenDay; readonly sure: number };

/** The day on which the contract was made, as its opening says, or else its end. */
export const readAgreementDate = (document: ReadDocument): Statement<Anchor> | undefined => {
  if (document.kind === 'invoice') return undefined;
  const opening = inOpening(document);
  const chosen =
    opening !== undefined && opening.sure >= 0.5 ? opening : (atEnd(document) ?? besideSignatures(document) ?? opening);
  if (chosen === undefined) return undefined;
  const { unit, day, sure } = chosen;
  const value: Anchor =
    day.iso === undefined ? { kind: 'event', name: 'Agreement Date' } : { kind: 'day', iso: day.iso };
  return { value, evidence: [sourceOf(document, unit)], confidence: sure };
};

const inOpening = (document: ReadDocument): Candidate | undefined => {
  const { length } = document.text;
  const found: Candidate[] = [];
  let before = '';
  for (const unit of document.units) {
    if (unit.start > Math.min(opening, Math.max(1500, length * 0.4))) break;
    const text = flat(unit.text);
    for (const day of writtenDays(text)) {
      const lead = `${before} ${text.slice(0, day.start)}`.slice(-240);
      const sure = sureness(lead, text, day, unit);
      if (sure > 0 && !isNumber(document, unit, day)) found.push({ unit, day, sure });
    }
    before = `${before} ${text}`.slice(-160);
  }
  const best = Math.max(0, ...found.map(({ sure }) => sure));
  return found.find(({ sure }) => sure >= Math.min(best, Math.max(0.5, best - 0.25)));
};

/** From where the contract speaks of itself on: what stands before that is about other papers. */
const itself =
  /^.*\bthis\s+(?:[^\s.;]+\s+){0,9}?(?:agreement|contract|amendment|lease|licen[cs]e|letter|deed|addendum|order|undertaking)\b/i;

const sureness = (words: string, text: string, day: WrittenDay, unit: ReadUnit): number => {
  const lead = words.replace(itself, (before) => (before.length > words.length - 6 ? before : 'this agreement'));
  if (filing.test(lead.slice(-80)) || (elsewhere.test(lead) && !directly.test(lead))) return 0;
  const likely = probabilityOf(unit, 'agreement-date');
  if (unit.start > nearTop && likely < 0.3 && !lead.startsWith('this agreement')) return 0;
  if (/\bwhereas\b/i.test(lead)) return 0;
  const own = lead.slice(-160);
  if (otherPaper.test(own)) return 0;
  const after = text.slice(day.end, day.end + 60);
  if (
    /\bbut\s+(?:made\s+)?effective\b[^.]{0,20}$|,\s*(?:and\s+)?(?:is\s+)?(?:made\s+)?effective\s+(?:as\s+of|on)?\s*(?:the\s+)?$/i.test(
      own,
    ) &&
    /\b(?:dated?|made|entered)\b/i.test(own)
  )
    return 0.3;
  if (/\beffective\s+date\s*:?\s*$/i.test(own)) return 0.2;
  // What binds from a day on may have been made on another that is named too.
  if (
    /\beffective\s+(?:as\s+of|on|from)?\s*(?:the\s+)?$/i.test(own) &&
    !/\b(?:made|entered|dated|executed)\b/i.test(own)
  )
    return 0.5 + 0.2 * likely;
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

const ownDay =
  /\bthis\s+(?:[\w-]+\s+){0,4}(?:agreement|contract|amendment|lease|deed)\s+(?:is|was|has\s+been)\s+(?:\w+\s+)?(?:dated|made|signed|executed|entered\s+into|concluded)\s*(?:as\s+of|on|this)?\s*(?:this\s+|the\s+)?$|\b(?:agreed\s+to\s+and\s+)?accepted\s+as\s+of\s*$/i;

/** "IN WITNESS WHEREOF … this 3rd day of May", or the latest of the days beside the signatures. */
const atEnd = (document: ReadDocument): Candidate | undefined => {
  const { units, text } = document;
  const from = text.length * 0.4;
  const signed: Candidate[] = [];
  let before = '';
  for (const unit of units) {
    const words = flat(unit.text);
    if (unit.start >= from || text.length < opening) {
      for (const day of writtenDays(words)) {
        const lead = `${before} ${words.slice(0, day.start)}`.slice(-160);
        if (day.iso === undefined || filing.test(lead.slice(-80)) || isNumber(document, unit, day)) continue;
        if (ownDay.test(words.slice(0, day.start))) return { unit, day, sure: 0.8 };
        if (otherPaper.test(lead)) continue;
        const likely = probabilityOf(unit, 'agreement-date');
        if (/\b(?:witness\s+whereof|undersigned|hereunto)\b/i.test(lead) && directly.test(lead.slice(-60)))
          return { unit, day, sure: 0.75 };
        const alone = words.trim().length < (day.end - day.start) * 2 + 4 && unit.start > text.length * 0.7;
        if (
          alone ||
          dateLabel.test(lead.slice(-16)) ||
          (signedAt.test(lead) && directly.test(lead.slice(-40))) ||
          likely > 0.5
        )
          signed.push({ unit, day, sure: 0.45 + 0.3 * likely });
      }
    }
    before = `${before} ${words}`.slice(-160);
  }
  return signed.toSorted((a, b) => (a.day.iso ?? '').localeCompare(b.day.iso ?? '')).at(-1);
};

const signs = /\/s\/|\b(?:By|Name|Title|Its|Signature|Signed|Signatory)\s*:|\bwitness\s+whereof\b|\bsignatures?\b/i;

/** "13.8.11 Survival" is the number of a section, but beside a signature a day. */
const isNumber = ({ text }: ReadDocument, unit: ReadUnit, { start, end }: WrittenDay): boolean => {
  const at = unit.start + start;
  return /^\d+\.\d+\.\d+$/.test(unit.text.slice(start, end)) && !signs.test(text.slice(Math.max(0, at - 300), at));
};

/** A day among signatures, wherever in the document they stand and whatever says that it is one. */
const besideSignatures = (document: ReadDocument): Candidate | undefined => {
  const found: Candidate[] = [];
  for (const unit of document.units) {
    const words = flat(unit.text);
    for (const day of writtenDays(words)) {
      const at = unit.start + day.start;
      const before = flat(document.text.slice(Math.max(0, at - 300), at));
      const after = flat(document.text.slice(unit.start + day.end, unit.start + day.end + 120));
      if (day.iso === undefined || filing.test(before.slice(-80)) || otherPaper.test(before.slice(-100))) continue;
      // After a name, a place or a label: not in a sentence.
      const alone = !/(?:^|\s)[a-z]{2,}/.test(before.slice(-24)) || dateLabel.test(before);
      if (
        alone &&
        signs.test(before) &&
        (signs.test(after) || /^\W{0,12}(?:\(?dated?\b|$)|^\s*(?:[A-Z]|\d)/.test(after))
      )
        found.push({ unit, day, sure: 0.5 });
    }
  }
  return found.toSorted((a, b) => (a.day.iso ?? '').localeCompare(b.day.iso ?? '')).at(-1);
};

/** The latest day beside the signatures, where one stands there. */
export const signatureDay = (document: ReadDocument): string | undefined =>
  (atEnd(document) ?? besideSignatures(document))?.day.iso;
