import type { ReadUnit } from '../../../../../core/ports/detector.ts';
import { durationsIn } from '../../../../../core/reading/durations.ts';
import type { Span } from '../../../../../core/text/span.ts';
import { addDays, addLength } from '../../reckon/calendar.ts';
import type { Anchor, Length } from '../../stated.ts';
import { toldEvent } from '../effect/told-events.ts';
import { ordinalOf, ordinalPattern } from '../ordinals.ts';
import { anchorIn } from './anchors.ts';
import { backward, beginningOfIt } from './backward.ts';
import { daysIn } from './days-in.ts';
import { own } from './own.ts';
import { matchAt, type Point, type Reading, skip } from './point.ts';
import { signing } from './signing.ts';
import { yearStartAt } from './year-starts.ts';

/** Small words before a point. */
const lead =
  /[\s,(]*(?:(?:on|as\s+of|as\s+from|as\s+at|as|from|upon|at|with\s+effect\s+(?:from|as\s+of|on)|with|by|since|when|once|after|retroactive(?:ly)?\s+(?:to|from|as\s+of)|beginning|starting|commencing|back\s+to|and\s+(?:including|from|after)|including|inclusive|of|immediately(?=\s+(?:(?:up)?on|from|after|following|when|once)\b)|only|already|in)[\s,]+)*(?:the\s+)?(?:(?:morning|close|start|beginning|opening)\s+of\s+(?:business\s+)?(?:on\s+)?(?=\p{L}{3,9}\s+\d|\d{1,2}\s+\p{L}{3}))?/iuy;
const clock =
  /(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?\s?m\.?|hours|hrs)?|\d{1,2}\s*[ap]\.?\s?m\.?|midnight|noon)(?:\s*\([^()]{1,30}\)|,?\s+\p{Lu}[\p{L}]*(?:\s+(?:York|City|Clock|Standard|Daylight|Mean|European|Time)){0,4})?,?\s+/iuy;

/** What the words of a sentence from an offset on name as a point in time. */
export const pointAt = (reading: Reading, unit: ReadUnit, text: string, from: number): Point | undefined => {
  const early = yearStart(reading, text, from) ?? beginningOfIt(reading, text, from) ?? immediately(text, from);
  if (early !== undefined) return early;
  const start = skip(text, skip(text, skip(text, from, lead), clock), lead);
  return (
    shifted(reading, unit, text, start) ??
    stated(reading, text, start) ??
    backward(reading, unit, text, from, start) ??
    signing(reading, text, start) ??
    toldEvent(reading, unit, text, start) ??
    own(text, start) ??
    datedEvent(reading, unit, text, start) ??
    named(reading, unit, text, start)
  );
};

/** A day as it is written, after a weekday or "the". */
const stated = ({ document }: Reading, text: string, start: number): Point | undefined => {
  const [day] = daysIn(document, text.slice(start, start + 70));
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

const eventThen =
  /(?:the\s+)?(?:\p{Lu}[\p{L}-]*\s+){0,3}(?:Closing|Completion|Commencement|Opening|Launch|Start|Delivery|Handover|Signing|Merger|Distribution|Date|Day|Time)(?:,?\s+(?:being|namely|i\.e\.,?|which\s+(?:is|was|shall\s+be|will\s+be|takes\s+place))\s+|\s+(?=on\s)|,\s+(?=today\b))(?:on\s+)?(?:the\s+)?/uy;

/** "the Closing on 3 May 2012", "the Opening, being the date hereof": an event whose day is told right behind it. */
const datedEvent = (reading: Reading, unit: ReadUnit, text: string, start: number): Point | undefined => {
  const match = matchAt(text, start, eventThen);
  if (match === null) return undefined;
  const at = start + match[0].length;
  const point = stated(reading, text, at) ?? own(text, at) ?? named(reading, unit, text, at);
  return point?.anchor.kind === 'event' ? undefined : point;
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
