import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { monthNames, monthOf } from '../../../../../core/reading/months.ts';
import type { WrittenDay } from '../../../../../core/reading/written-days.ts';
import type { Span } from '../../../../../core/text/span.ts';
import { flat, placesOf } from '../units.ts';
import { daysIn } from './days-in.ts';
import { onDay } from './month-days.ts';
import { matchAt, type Point, type Reading } from './point.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const back = new RegExp(
  `(?:(?:that|such|this|(?:the\\s+)?(?:said|same|foregoing)|which|the\\s+very\\s+same)\\s+(?:day|date|(${weekdays.join('|')}))|the\\s+same|today)\\b(?!\\s+(?:on|when|that|of|which|as)\\b)`,
  'iuy',
);
/** How far back "that day" may point, in characters. */
const reach = 500;

/** "that day", "that Monday": the one named before, in the same sentence or those right before it. */
export const backward = (
  { document }: Reading,
  unit: ReadUnit,
  text: string,
  from: number,
  start: number,
): Point | undefined => {
  const same = matchAt(text, start, back);
  if (same === null) return undefined;
  const end = start + same[0].length;
  const before = text.slice(Math.max(0, from - reach), from);
  const day = dayNamed(daysIn(document, before), same[1]);
  if (day !== undefined) return pointTo(day, end);
  // Without a day before it, it is the contract's own that is spoken of.
  if (/today|same/i.test(same[0]) || /\bdated?\b/i.test(before))
    return { anchor: { kind: 'agreementDate' }, end, more: [] };
  if (!/^(?:that|such)\b/i.test(same[0])) return undefined;
  for (const other of unitsBefore(document, unit)) {
    const named = dayNamed(daysIn(document, flat(other.text)), same[1]);
    if (named !== undefined) return pointTo(named, end, { start: other.start, end: other.end });
  }
  return undefined;
};

const pointTo = ({ iso }: WrittenDay, end: number, where?: Span): Point | undefined =>
  iso === undefined ? undefined : { anchor: { kind: 'day', iso }, end, more: where === undefined ? [] : [where] };

/** The last of several days, or the last one that is such a day of the week. */
const dayNamed = (days: readonly WrittenDay[], weekday: string | undefined): WrittenDay | undefined =>
  weekday === undefined
    ? days.at(-1)
    : days.findLast(
        ({ iso }) =>
          iso !== undefined && Temporal.PlainDate.from(iso).dayOfWeek === weekdays.indexOf(weekday.toLowerCase()) + 1,
      );

/** The two sentences before one, nearest first, as far as they stand in its paragraph. */
export const unitsBefore = (document: ReadDocument, unit: ReadUnit): readonly ReadUnit[] => {
  const index = placesOf(document).get(unit) ?? 0;
  const found: ReadUnit[] = [];
  for (const other of document.units.slice(Math.max(0, index - 2), index).toReversed()) {
    if (/\n\s*\n/.test(document.text.slice(other.end, found.at(-1)?.start ?? unit.start))) break;
    found.push(other);
  }
  return found;
};

const itsBeginning =
  /[\s,(]*(?:(?:on|at|from|as\s+of|with|upon)\s+)*(?:its|their|the)\s+(?:beginning|start|commencement|outset|first\s+day)\b(?:\s+of\s+(?:that|such|this|the\s+said)\s+\p{L}+)?(?!\s+of\b)/iuy;

/** "at its beginning": the first of the two days of what was spoken of. */
export const beginningOfIt = ({ document }: Reading, text: string, from: number): Point | undefined => {
  const match = matchAt(text, from, itsBeginning);
  if (match === null) return undefined;
  const before = text.slice(Math.max(0, from - reach), from);
  const first = firstOf(before, daysIn(document, before));
  return first?.iso === undefined
    ? undefined
    : { anchor: { kind: 'day', iso: first.iso }, end: from + match[0].length, more: [] };
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

const months = `(${monthNames})\\.?`;
const number = '(\\d{1,2})(?:st|nd|rd|th)?';
const to = '\\s*(?:,?\\s+(?:to|through|thru|until|till|and\\s+ending)\\s+(?:and\\s+including\\s+)?|[–—-])\\s*';
const year = '\\s*,?\\s*((?:19|20)\\d\\d)(?!\\d)';
const american = new RegExp(`(?<!\\p{L})${months}\\s+${number}${to}${months}\\s+${number}${year}`, 'iu');
const european = new RegExp(`(?<!\\d)${number}\\s+${months}${to}${number}\\s+${months}${year}`, 'iu');

/** "1 January to 31 December 2005": the first day of a range that names its year once, at its end. */
export const shortRange = (text: string): WrittenDay | undefined => {
  const us = american.exec(text);
  const match = us ?? european.exec(text);
  if (match === null) return undefined;
  const [, one = '', two = '', three = '', four = '', last] = match;
  const [month, day, endMonth, endDay] = us === null ? [two, one, four, three] : [one, two, three, four];
  const begins = { month: monthOf(month), day: Number(day) };
  const ends = { month: monthOf(endMonth), day: Number(endDay) };
  if (begins.day < 1 || begins.day > 31 || ends.day < 1 || ends.day > 31) return undefined;
  const wraps = ends.month < begins.month || (ends.month === begins.month && ends.day < begins.day);
  return { start: match.index, end: match.index + match[0].length, iso: onDay(Number(last) - (wraps ? 1 : 0), begins) };
};
