import { writeDuration } from '../../../../core/reading/durations.ts';
import type { Length } from '../stated.ts';

/**
 * Days, months and years are reckoned by the calendar of Temporal. The one rule that needs saying: where the month that a
 * period ends in has no such day, the period ends on the last day of that month (31 January + 1 month = 28 or 29 February;
 * 29 February + 1 year = 28 February). A quarter is three months, a week seven days.
 */
export const addLength = (iso: string, length: Length, sign: 1 | -1 = 1): string =>
  businessDays(length)
    ? skipWeekends(iso, length.value * sign)
    : Temporal.PlainDate.from(iso).add(signed(length, sign), { overflow: 'constrain' }).toString();

/** One length after the other: five years, then six weeks. */
export const addBoth = (iso: string, length: Length, plus: Length | undefined): string =>
  plus === undefined ? addLength(iso, length) : addLength(addLength(iso, length), plus);

export const addDays = (iso: string, days: number): string => Temporal.PlainDate.from(iso).add({ days }).toString();

/** Whether adding it lands on a day that had to be moved to the end of its month. */
export const isClamped = (iso: string, length: Length, sign: 1 | -1 = 1): boolean => {
  if (businessDays(length)) return false;
  try {
    Temporal.PlainDate.from(iso).add(signed(length, sign), { overflow: 'reject' });
    return false;
  } catch {
    return true;
  }
};

export const endOf = (iso: string, unit: 'month' | 'year'): string => {
  const day = Temporal.PlainDate.from(iso);
  const month = unit === 'year' ? 12 : day.month;
  return Temporal.PlainDate.from({ year: day.year, month, day: 31 }, { overflow: 'constrain' }).toString();
};

/** Later than 0, the same 0, earlier less than 0. ISO days compare as text. */
export const compareDays = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const businessDays = ({ unit }: Length): boolean => unit === 'business-day';

const signed = (length: Length, sign: 1 | -1): { days?: number; weeks?: number; months?: number; years?: number } => {
  const parts = wholeParts(length);
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, value * sign]));
};

/** Whole numbers of whole units: half a year is six months, a month and a half a month and fifteen days. */
const wholeParts = ({ value, unit }: Length): Record<string, number> => {
  if (unit === 'day' || unit === 'business-day') return { days: Math.ceil(value) };
  if (unit === 'hour') return { days: Math.ceil(value / 24) };
  if (unit === 'week') return { days: Math.ceil(value * 7) };
  const months = value * { month: 1, quarter: 3, year: 12 }[unit];
  const whole = Math.floor(months);
  const days = Math.round((months - whole) * 30);
  return days === 0 ? { months: whole } : { months: whole, days };
};

/** Monday to Friday; holidays are the affair of whoever knows the place. */
const skipWeekends = (iso: string, days: number): string => {
  let day = Temporal.PlainDate.from(iso);
  const step = days < 0 ? -1 : 1;
  for (let left = Math.abs(days); left > 0; ) {
    day = day.add({ days: step });
    if (day.dayOfWeek <= 5) left--;
  }
  return day.toString();
};

/** ISO 8601: "P90D", "P1Y", "P6M". Business days are counted as days; the explanation names them. */
export const isoDuration = (length: Length): string => {
  const { value, unit } = length;
  if (unit === 'hour') return `PT${value}H`;
  if (unit === 'day' || unit === 'business-day') return `P${Math.ceil(value)}D`;
  if (unit === 'week' && Number.isInteger(value)) return `P${value}W`;
  if (unit === 'year' && Number.isInteger(value)) return `P${value}Y`;
  const { months = 0, days = 0 } = wholeParts(length);
  return `P${months > 0 ? `${months}M` : ''}${days > 0 ? `${days}D` : ''}`;
};

/** For people, what is added to a day: "+ 5 years + 6 weeks". */
export const writeAdded = (length: Length, plus: Length | undefined): string =>
  [length, plus].flatMap((each) => (each === undefined ? [] : [`+ ${writeDuration(each)}`])).join(' ');

/** ISO 8601 of one length after the other, weeks as days: "P5Y42D". */
export const isoDurationOfBoth = (length: Length, plus: Length): string =>
  `${isoDuration(length)}${isoDuration(plus.unit === 'week' ? { value: plus.value * 7, unit: 'day' } : plus).slice(1)}`;
