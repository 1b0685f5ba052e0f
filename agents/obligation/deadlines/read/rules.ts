/** Periods that come again: of the calendar, not of the contract. */
export type Period = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';

/** A rule of RFC 5545 with how it is said to people. */
export type Rule = { readonly rrule: string; readonly note: string | undefined };

const workdays = 'BYDAY=MO,TU,WE,TH,FR';
const weekdayCodes: Readonly<Record<string, string>> = {
  mon: 'MO',
  tue: 'TU',
  wed: 'WE',
  thu: 'TH',
  fri: 'FR',
  sat: 'SA',
  sun: 'SU',
};
export const weekdayCode = (name: string): string => weekdayCodes[name.toLowerCase().slice(0, 3)] ?? 'MO';

/** Months in which a period begins and ends; a financial year may end with another month than December. */
const months = (period: Period, edge: 'first' | 'last', yearEnd: number): string => {
  const count = { quarter: 3, 'half-year': 6, year: 12 }[period as 'quarter' | 'half-year' | 'year'];
  const ends = Array.from({ length: 12 / count }, (_, at) => ((yearEnd + count * (at + 1) - 1) % 12) + 1);
  const chosen = edge === 'last' ? ends : ends.map((end) => (end % 12) + 1);
  return chosen.toSorted((a, b) => a - b).join(',');
};

/**
 * A day of the month that shorter months lack is their last day: who owes rent "on the 31st of each month" owes it in
 * February too. A plain BYMONTHDAY would leave those months out (RFC 5545 3.3.10).
 */
const monthDay = (day: number): string =>
  day <= 28
    ? `BYMONTHDAY=${day}`
    : day >= 31
      ? 'BYMONTHDAY=-1'
      : `BYMONTHDAY=${Array.from({ length: day - 27 }, (_, at) => 28 + at).join(',')};BYSETPOS=-1`;

const shorter = (day: number): string | undefined =>
  day > 28 ? `in months without a ${day}${day === 31 ? 'st' : 'th'}, their last day` : undefined;

/** The n-th day of each period, from its end where n is negative. undefined for what no rule can say. */
export const dayOfEach = (period: Period, n: number, yearEnd = 12): Rule | undefined => {
  if (period === 'day') return { rrule: 'FREQ=DAILY', note: undefined };
  if (period === 'week') {
    const code = n < 0 ? ['FR', 'TH'][-n - 1] : ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][n - 1];
    return code === undefined ? undefined : { rrule: `FREQ=WEEKLY;BYDAY=${code}`, note: weekNote(n) };
  }
  if (n > 31 || n < -28) return undefined;
  if (period === 'month') {
    return { rrule: `FREQ=MONTHLY;${n < 0 ? `BYMONTHDAY=${n}` : monthDay(n)}`, note: n > 0 ? shorter(n) : undefined };
  }
  const edge = n < 0 ? 'last' : 'first';
  const of = `BYMONTH=${months(period, edge, yearEnd)}`;
  if (n > 28) return { rrule: `FREQ=MONTHLY;${of};${monthDay(n)}`, note: shorter(n) };
  // Calendars err on YEARLY with the last days of several months (ical.js 2.2), not on MONTHLY with the same.
  const frequency = n < 0 && of.includes(',') ? 'MONTHLY' : 'YEARLY';
  return { rrule: `FREQ=${frequency};${of};BYMONTHDAY=${n}`, note: undefined };
};

const weekNote = (n: number): string | undefined =>
  n === -1 ? 'the end of a week taken as its Friday' : n === 1 ? 'a week taken to begin on Monday' : undefined;

/** The n-th business day of each period: a day from Monday to Friday, as far as a rule can say. */
export const businessDayOfEach = (period: Period, n: number, yearEnd = 12): Rule | undefined => {
  if (period === 'day') return { rrule: `FREQ=WEEKLY;${workdays}`, note: undefined };
  if (period === 'week') return dayOfEach('week', n);
  if (Math.abs(n) > 22) return undefined;
  const of = period === 'month' ? '' : `BYMONTH=${months(period, n < 0 ? 'last' : 'first', yearEnd)};`;
  return { rrule: `FREQ=MONTHLY;${of}${workdays};BYSETPOS=${n}`, note: undefined };
};

/** The n-th Monday of each period. */
export const weekdayOfEach = (period: Period, n: number, weekday: string, yearEnd = 12): Rule | undefined => {
  const code = weekdayCode(weekday);
  if (period === 'day' || period === 'week') return { rrule: `FREQ=WEEKLY;BYDAY=${code}`, note: undefined };
  if (Math.abs(n) > 5) return undefined;
  const of = period === 'month' ? '' : `BYMONTH=${months(period, n < 0 ? 'last' : 'first', yearEnd)};`;
  return { rrule: `FREQ=MONTHLY;${of}BYDAY=${n}${code}`, note: undefined };
};

const frequencies: Readonly<Record<Period, readonly [string, number]>> = {
  day: ['DAILY', 1],
  week: ['WEEKLY', 1],
  month: ['MONTHLY', 1],
  quarter: ['MONTHLY', 3],
  'half-year': ['MONTHLY', 6],
  year: ['YEARLY', 1],
};

/** Every so many periods, from whatever day it starts. */
export const every = (period: Period, count: number, rest = ''): Rule => {
  const [frequency, each] = frequencies[period];
  const interval = each * count;
  const byYears = frequency === 'MONTHLY' && interval % 12 === 0;
  const [name, by] = byYears ? ['YEARLY', interval / 12] : [frequency, interval];
  return { rrule: `FREQ=${name}${by === 1 ? '' : `;INTERVAL=${by}`}${rest}`, note: undefined };
};

/** Days of the year, several with the same day of the month in one rule; undefined for days that no single rule names. */
export const daysOfYear = (days: readonly { readonly month: number; readonly day: number }[]): Rule | undefined => {
  const all = [...new Map(days.map((each) => [`${each.month}-${each.day}`, each])).values()];
  const sorted = all.toSorted((a, b) => a.month - b.month || a.day - b.day);
  const byMonth = [...new Set(sorted.map(({ month }) => month))].join(',');
  const [first] = sorted;
  if (first === undefined) return undefined;
  const ends = sorted.every(({ month, day }) => day === lastDayOf(month));
  if (ends && (sorted.length > 1 || first.month === 2)) {
    const frequency = sorted.length > 1 ? 'MONTHLY' : 'YEARLY';
    return { rrule: `FREQ=${frequency};BYMONTH=${byMonth};BYMONTHDAY=-1`, note: undefined };
  }
  if (sorted.some(({ day }) => day !== first.day)) return undefined;
  return {
    rrule: `FREQ=YEARLY;BYMONTH=${byMonth};BYMONTHDAY=${first.day}`,
    note: undefined,
  };
};

/** 29 February stands for the end of February in every year. */
const lastDayOf = (month: number): number =>
  month === 2 ? 29 : Temporal.PlainYearMonth.from({ year: 2025, month }).daysInMonth;

/** An anniversary: of 29 February, in other years the 28th. */
export const anniversaryOf = (iso: string): string => {
  const { month, day } = Temporal.PlainDate.from(iso);
  return daysOfYear([{ month, day }])?.rrule ?? 'FREQ=YEARLY';
};
