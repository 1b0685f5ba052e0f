import { monthOf, monthPattern } from '../../../../../core/reading/months.ts';
import type { Span } from '../../../../../core/text/span.ts';
import { ordinalOf, ordinalPattern } from '../ordinals.ts';

/** A day of every year: "April 1", "the first of July", "the last day of February" (its `day` is 31 then: the last there is). */
export type MonthDay = { readonly month: number; readonly day: number };

const lastDay = `(?:last|final)\\s+day\\s+of\\s+(?:the\\s+)?(?:(?:month\\s+of|next|following|succeeding|subsequent)\\s+){0,2}(${monthPattern})`;
const written = new RegExp(
  `\\b(?:${lastDay}|(${monthPattern})\\s+(${ordinalPattern}|\\d{1,2})(?!\\d)|(${ordinalPattern}|\\d{1,2})\\s+(?:day\\s+of\\s+|of\\s+)?(${monthPattern}))(?![\\p{L}])`,
  'giu',
);

/** Days that recur every year, in the order of the text. */
export const monthDaysIn = (text: string): readonly (Span & MonthDay)[] =>
  [...text.matchAll(written)].flatMap((match) => {
    const [whole, ofLast, first, firstDay, secondDay, second] = match;
    const month = monthOf(ofLast ?? first ?? second ?? '');
    const day = ofLast === undefined ? ordinalOrFigures(firstDay ?? secondDay ?? '') : 31;
    if (month === 0 || day === undefined || day < 1 || day > 31) return [];
    return [{ start: match.index, end: match.index + whole.length, month, day }];
  });

const ordinalOrFigures = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : ordinalOf(text));

/** That day of a year, ISO 8601: the last day of the month where it has no such day. */
export const onDay = (year: number, { month, day }: MonthDay): string =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }).toString();

export const dayBefore = ({ month, day }: MonthDay): MonthDay => {
  if (day > 1) return { month, day: day - 1 };
  return { month: month === 1 ? 12 : month - 1, day: 31 };
};

export const dayAfter = ({ month, day }: MonthDay): MonthDay => {
  const last = Temporal.PlainYearMonth.from({ year: 2023, month }).daysInMonth;
  if (day < last) return { month, day: day + 1 };
  return { month: month === 12 ? 1 : month + 1, day: 1 };
};

/** February 28 and 29 both end February. */
export const sameDay = (a: MonthDay, b: MonthDay): boolean => onDay(2023, a) === onDay(2023, b);
