import type { ReadDocument, ReadUnit } from '../../../../core/ports/detector.ts';
import { durationsIn } from '../../../../core/reading/durations.ts';
import { type WrittenDay, writtenDays } from '../../../../core/reading/written-days.ts';
import type { Span } from '../../../../core/text/span.ts';
import { addDays, addLength } from '../reckon/calendar.ts';
import type { Anchor, Length, Statement } from '../stated.ts';
import { anchorIn } from './anchors.ts';
import { ordinalOf, ordinalPattern } from './ordinals.ts';
import { papers } from './paper-words.ts';
import { lastSignature } from './signatures.ts';
import { yearStartAt } from './year-starts.ts';

/** A point in time that a sentence names: where its words end, and where else the document says what it is. */
export type Point = {
  readonly anchor: Anchor;
  /** Offset in the sentence. */
  readonly end: number;
  readonly more: readonly Span[];
};

/** What points are read from. */
export type Reading = {
  readonly document: ReadDocument;
  readonly agreementDate: Statement<Anchor> | undefined;
};

/** Small words before a point. */
const lead =
  /[\s,(]*(?:(?:on|as\s+of|as\s+from|as\s+at|as|from|upon|at|with\s+effect\s+(?:from|as\s+of|on)|with|by|since|when|once|after|retroactive(?:ly)?\s+(?:to|from|as\s+of)|beginning|starting|commencing|back\s+to|and\s+(?:including|from|after)|including|inclusive|of|immediately(?=\s+(?:(?:up)?on|from|after|following|when|once)\b)|only|already|in)[\s,]+)*(?:the\s+)?(?:(?:morning|close|start|beginning|opening)\s+of\s+(?:business\s+)?(?:on\s+)?(?=\p{L}{3,9}\s+\d|\d{1,2}\s+\p{L}{3}))?/iuy;
const clock =
  /(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?\s?m\.?|hours|hrs)?|\d{1,2}\s*[ap]\.?\s?m\.?|midnight|noon)(?:\s*\([^()]{1,30}\)|,?\s+\p{Lu}[\p{L}]*(?:\s+(?:York|City|Clock|Standard|Daylight|Mean|European|Time)){0,4})?,?\s+/iuy;

/** What the words of a sentence from an offset on name as a point in time. */
export const pointAt = (reading: Reading, unit: ReadUnit, text: string, from: number): Point | undefined => {
  const early = yearStart(reading, text, from) ?? beginningOfIt(text, from) ?? immediately(text, from);
  if (early !== undefined) return early;
  const start = skip(text, skip(text, skip(text, from, lead), clock), lead);
  return (
    shifted(reading, unit, text, start) ??
    stated(text, start) ??
    backward(text, from, start) ??
    signing(reading, text, start) ??
    own(text, start) ??
    named(reading, unit, text, start)
  );
};

const skip = (text: string, at: number, pattern: RegExp): number => {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
};

const matchAt = (text: string, at: number, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** A day as it is written, after a weekday or "the". */
const stated = (text: string, start: number): Point | undefined => {
  const [day] = writtenDays(text.slice(start, start + 70));
  if (
    day === undefined ||
    !/^\s*(?:(?:this|the|date\s+of)\s+)?(?:\p{L}{3,6}day,?\s+(?:the\s+)?)?$/iu.test(
      text.slice(start, start + day.start),
    )
  )
    return undefined;
  const anchor: Anchor =
    day.iso === undefined ? { kind: 'event', name: 'the day left blank' } : { kind: 'day', iso: day.iso };
  return { anchor, end: start + day.end, more: [] };
};

/** "the day after", "the eighth (8th) day following". */
const dayAfter = new RegExp(
  `(?:the\\s+)?(?:(${ordinalPattern})\\s+)?(?:(?:very|next|calendar|full)\\s+)*(?:day|date)\\s+(?:immediately\\s+|next\\s+|directly\\s+)?(?:after|following)\\s+`,
  'iy',
);
const lengthAfter = /\s*(?:after|from|following)\s+/iy;

/** "the day after the date of the last signature", "ten days after the date hereof". */
const shifted = (reading: Reading, unit: ReadUnit, text: string, start: number): Point | undefined => {
  const next = matchAt(text, start, dayAfter);
  const length = next === null ? lengthAt(text, start) : undefined;
  if (next === null && length === undefined) return undefined;
  const by: Length = length ?? { value: ordinalOf(next?.[1] ?? '') ?? 1, unit: 'day' };
  const at = next === null ? skip(text, length?.end ?? start, lengthAfter) : start + next[0].length;
  const base = pointAt(reading, unit, text, at);
  if (base === undefined) return undefined;
  const words = text.slice(start, base.end).replace(/\s+/g, ' ').trim();
  const told = dayOf(reading, base);
  if (told === undefined || by.unit === 'business-day' || by.unit === 'hour')
    return { ...base, anchor: { kind: 'event', name: words } };
  const sum = `${told.words} + ${by.value} ${by.unit}${by.value === 1 ? '' : 's'}`;
  const iso = by.unit === 'day' ? addDays(told.iso, by.value) : addLength(told.iso, { value: by.value, unit: by.unit });
  return { anchor: { kind: 'day', iso, sum }, end: base.end, more: [...base.more, ...told.more] };
};

const lengthAt = (text: string, start: number): (Length & { readonly end: number }) | undefined => {
  const [length] = durationsIn(text.slice(start, start + 60));
  if (length === undefined || text.slice(start, start + length.start).trim() !== '') return undefined;
  const end = start + length.end;
  return matchAt(text, end, lengthAfter) === null ? undefined : { value: length.value, unit: length.unit, end };
};

const dayOf = (
  { agreementDate }: Reading,
  { anchor }: Point,
): { readonly iso: string; readonly words: string; readonly more: readonly Span[] } | undefined => {
  if (anchor.kind === 'day') return { iso: anchor.iso, words: anchor.sum ?? anchor.iso, more: [] };
  if (anchor.kind !== 'agreementDate' || agreementDate?.value.kind !== 'day') return undefined;
  const { iso } = agreementDate.value;
  return { iso, words: `agreement ${iso}`, more: agreementDate.evidence };
};

const back =
  /(?:(?:that|such|this|(?:the\s+)?(?:said|same|foregoing)|which|the\s+very\s+same)\s+(?:day|date)|the\s+same|today)\b(?!\s+(?:on|when|that|of|which|as)\b)/iy;
/** How far back "that day" may point, in characters. */
const reach = 500;

/** "that day": the one named before. */
const backward = (text: string, from: number, start: number): Point | undefined => {
  const same = matchAt(text, start, back);
  if (same === null) return undefined;
  const before = text.slice(Math.max(0, from - reach), from);
  const day = writtenDays(before).at(-1);
  const end = start + same[0].length;
  if (day !== undefined)
    return day.iso === undefined ? undefined : { anchor: { kind: 'day', iso: day.iso }, end, more: [] };
  // Without a day before it, it is the contract's own that is spoken of.
  return /today|same/i.test(same[0]) || /\bdated?\b/i.test(before)
    ? { anchor: { kind: 'agreementDate' }, end, more: [] }
    : undefined;
};

const itsBeginning =
  /[\s,(]*(?:(?:on|at|from|as\s+of|with|upon)\s+)*(?:its|their|the)\s+(?:beginning|start|commencement|outset|first\s+day)\b(?:\s+of\s+(?:that|such|this|the\s+said)\s+\p{L}+)?(?!\s+of\b)/iuy;

/** "at its beginning": the first of the two days of what was spoken of. */
const beginningOfIt = (text: string, from: number): Point | undefined => {
  const match = matchAt(text, from, itsBeginning);
  if (match === null) return undefined;
  const before = text.slice(Math.max(0, from - reach), from);
  const first = firstOf(before, writtenDays(before));
  return first?.iso === undefined
    ? undefined
    : { anchor: { kind: 'day', iso: first.iso }, end: from + match[0].length, more: [] };
};

const atOnce =
  /[\s,(]*(?:with\s+)?(?:immediately|at\s+once|forthwith|immediate\s+effect)\b(?!\s+(?:(?:up)?on|from|after|following|when|once|if|and\s+automatically)\b)/iuy;

/** What takes effect at once does so on the day of the contract. */
const immediately = (text: string, from: number): Point | undefined => {
  const match = matchAt(text, from, atOnce);
  return match === null ? undefined : { anchor: { kind: 'agreementDate' }, end: from + match[0].length, more: [] };
};

const yearStart = ({ document }: Reading, text: string, from: number): Point | undefined => {
  const found = yearStartAt(document, text, from);
  if (found === undefined) return undefined;
  const { iso, words, end, defined } = found;
  return { anchor: { kind: 'day', iso, sum: words }, end, more: defined === undefined ? [] : [defined] };
};

/** The first day of a period that the words give. */
export const firstOf = (text: string, days: readonly WrittenDay[]): WrittenDay | undefined =>
  days.find(({ start, end }, index) => {
    const next = days[index + 1];
    const gap = next === undefined ? '' : text.slice(end, next.start);
    return (
      /\b(?:from|beginning|commencing|starting|begins?|commences?|starts?|between)\s+(?:on\s+)?(?:and\s+including\s+)?(?:the\s+)?$/i.test(
        text.slice(0, start),
      ) ||
      (next !== undefined &&
        gap.length < 60 &&
        /^\W{0,3}\s*(?:to|through|until|till|up\s+to|thru|and\s+end\w*|[–—-])(?:\s|$)/i.test(gap))
    );
  });

const allSign =
  /(?:the\s+)?(?:(?:date|day|time|moment)\s+)?(?:(?:on\s+which|when|that|of)\s+)?(?:(?:(?:it|this\s+\p{L}+)\s+(?:is|was|has\s+been)\s+)?(?:being\s+)?(?:fully\s+)?(?:signed|executed)\s+by\s+(?:all|both|each|the\s+last)|(?:the\s+)?(?:last|later|latest|final|second|both|all|each)\b(?:\s+(?:of\s+)?(?:the\s+)?[\p{L}\d]+){0,4}?\s+(?:(?:has|have|had|shall\s+have)\s+)?(?:sign\w*|execut\w*)|(?:the\s+)?(?:last|latest|later|final)\s+(?:of\s+the\s+)?(?:signature|date\s+of\s+signature|signing|execution|dates?\b[^,.;]{0,40}\bsign\w*)|(?:full|mutual|complete)\s+(?:execution|signature|signing)|(?:execution|signature|signing)\s+(?:hereof\s+|of\s+this\s+\p{L}+\s+)?by\s+(?:all|both|each|the\s+last)|the\s+dates?\s+of\s+the\s+last)\b(?:[^,.;()]{0,60}\b(?:part(?:y|ies)|them|below|signatures?|it)\b)?/iuy;
const sign =
  /(?:the\s+)?(?:date\s+of\s+|day\s+of\s+)?(?:(?:its|the|their)\s+)?(?:due\s+)?(?:signature|signing|execution|conclusion)\b(?:\s+(?:hereof|of\s+(?:this|the)\s+\p{L}+))?/iuy;

/** One of the parties alone: "the execution of this Agreement by the Executive", "you sign it". */
const oneSigns = new RegExp(
  `(?:the\\s+)?(?:(?:date|day)\\s+)?(?:(?:on\\s+which|that|of)\\s+)?(?:(?:the\\s+|its\\s+)?(?:execution|signature|signing)(?:\\s+hereof|\\s+of\\s+(?:this|the)\\s+\\p{L}+)?\\s+by\\s+(?!(?:the\\s+)?(?:all|both|each|part(?:y|ies)|undersigned)\\b)(?:the\\s+)?\\p{L}+|(?:the\\s+)?(?!this\\b|it\\b|parties\\b|they\\b)\\p{L}+\\s+(?:has\\s+|have\\s+)?(?:signs?|executes?|signed|executed)\\s+(?:it|(?:this|the)\\s+(?:\\p{L}+\\s+){0,3}?${papers.replace('|it)', '|release)')}))`,
  'iuy',
);

/** What must come to pass besides a signature: "and only upon the closing", "and receipt of", "provided that". */
const besides =
  /^[^.;]{0,50}?(?:\band\s+(?:only\s+)?(?:upon|after|when|once|acceptance|receipt|approval|subject|\((?:b|ii|2)\))|\bprovided\b(?!\s+(?:herein|below|for\b)))/i;

/** The day of the signatures: the latest of those that bear one, else the contract's own. */
const signing = ({ document, agreementDate }: Reading, text: string, start: number): Point | undefined => {
  const one = matchAt(text, start, oneSigns);
  const waits = one ?? matchAt(text, start, allSign) ?? matchAt(text, start, sign);
  if (waits !== null && besides.test(text.slice(start + waits[0].length, start + waits[0].length + 100)))
    return { anchor: { kind: 'event', name: waits[0].replace(/\s+/g, ' ') }, end: start + waits[0].length, more: [] };
  if (one !== null) {
    const signed = lastSignature(document);
    const end = start + one[0].length;
    return signed?.alone === true
      ? { anchor: { kind: 'day', iso: signed.iso }, end, more: signed.places }
      : { anchor: { kind: 'event', name: one[0].replace(/\s+/g, ' ') }, end, more: [] };
  }
  const all = matchAt(text, start, allSign);
  const any = all ?? matchAt(text, start, sign);
  if (any === null) return undefined;
  const end = start + any[0].length;
  const last = lastSignature(document);
  if (all !== null && last !== undefined) return { anchor: { kind: 'day', iso: last.iso }, end, more: last.places };
  if (all !== null && agreementDate?.value.kind !== 'day')
    return { anchor: { kind: 'event', name: 'Date of the last signature' }, end, more: [] };
  return { anchor: { kind: 'agreementDate' }, end, more: [] };
};

const ownDay =
  /(?:(?:its|the\s+above|the\s+aforesaid|the\s+aforementioned)\s+(?:own\s+)?date|(?:the\s+)?(?:date|day)\s+(?:which\s+|that\s+)?(?:it|this\s+\p{L}+)\s+bears|(?:the\s+)?(?:date|day)\s+(?:at|given\s+at|stated\s+at|shown\s+at|on|in)\s+(?:the\s+)?(?:head|top|beginning|opening|first\s+page|front|cover)\b[^,.;]{0,30}|(?:the\s+)?date\s+of\s+(?:this|the)\s+(?:present\s+)?(?:agreement|contract|lease|sub-?lease|deed|letter|licen[cs]e|sub-?licen[cs]e|appointment|order|amendment)|now\b|today\b)/iuy;

/** The day that the contract itself bears. */
const own = (text: string, start: number): Point | undefined => {
  const match = matchAt(text, start, ownDay);
  return match === null ? undefined : { anchor: { kind: 'agreementDate' }, end: start + match[0].length, more: [] };
};

/** "the Commencement Date", and the contract's own day in its other words. */
const named = ({ document }: Reading, unit: ReadUnit, text: string, start: number): Point | undefined => {
  const found = anchorIn(document, text.slice(start), unit.start + start, false);
  if (found === undefined || text.slice(start, found.start - unit.start).trim() !== '') return undefined;
  const { anchor, defined, end } = found;
  return { anchor, end: end - unit.start, more: defined === undefined ? [] : [defined] };
};

/** The last point that the words before an offset name: what "on which day" after it means. */
export const pointBefore = (reading: Reading, unit: ReadUnit, text: string, to: number): Point | undefined => {
  const from = Math.max(0, to - 240);
  const starts = [...text.slice(from, to).matchAll(/\b(?:on|upon|from|of|after|with|at|by)\s+(?:the\s+)?/gi)].map(
    ({ index, 0: { length } }) => from + index + length,
  );
  return starts
    .map((at) => pointAt(reading, unit, text.slice(0, to), at))
    .findLast((point) => point !== undefined && to - point.end < 60);
};
