import { RRuleTemporal } from 'rrule-temporal';
import type { StatedDeadline } from '../../model/deadline.ts';
import { anniversaryOf } from '../read/rules.ts';
import { businessDayOf, countFrom, rolled } from './count.ts';
import { type Holidays, isBusinessDay } from './holidays.ts';

/** What is needed to say on which days something recurs. */
export type Recurring = Pick<StatedDeadline, 'rrule' | 'starts' | 'until' | 'offset' | 'calendar' | 'roll'>;

/** Days that one question may have; more is a rule that nobody can be reminded of. */
const most = 5000;

const part = (rrule: string, name: string): string | undefined => new RegExp(`(?:^|;)${name}=([^;]+)`).exec(rrule)?.[1];
const intervalOf = (rrule: string): number => Number(part(rrule, 'INTERVAL') ?? 1);

/** Whether a rule names its days itself; else it needs a first day to count from. */
export const namesItsDays = (rrule: string): boolean => {
  if (intervalOf(rrule) > 1) return false;
  const has = (...names: readonly string[]): boolean => names.some((name) => part(rrule, name) !== undefined);
  switch (part(rrule, 'FREQ')) {
    case 'DAILY':
      return true;
    case 'WEEKLY':
      return has('BYDAY');
    case 'MONTHLY':
      return has('BYDAY', 'BYMONTHDAY');
    case 'YEARLY':
      return has('BYYEARDAY') || has('BYWEEKNO') || (has('BYMONTH') && has('BYDAY', 'BYMONTHDAY')) || has('BYDAY');
    default:
      return false;
  }
};

/**
 * A rule with the days that its first one gives it, so that it says them by itself: monthly from the 31st is the last day
 * of each month. (RFC 5545 takes them from DTSTART, and leaves out the months that lack the day.)
 */
export const withDaysOf = (rrule: string, first: string): string => {
  if (/(?:^|;)BY/.test(rrule)) return rrule;
  const { day, dayOfWeek } = Temporal.PlainDate.from(first);
  switch (part(rrule, 'FREQ')) {
    case 'WEEKLY':
      return `${rrule};BYDAY=${['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][dayOfWeek - 1]}`;
    case 'MONTHLY':
      return `${rrule};${day === 31 ? 'BYMONTHDAY=-1' : day > 28 ? `BYMONTHDAY=${Array.from({ length: day - 27 }, (_, at) => 28 + at).join(',')};BYSETPOS=-1` : `BYMONTHDAY=${day}`}`;
    case 'YEARLY':
      return `${rrule};${anniversaryOf(first).replace('FREQ=YEARLY;', '')}`;
    default:
      return rrule;
  }
};

/** Parts of a rule of whole days with the numbers that they take (RFC 5545 3.3.10); those below zero count from the end. */
const parts: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (value) => /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(value),
  INTERVAL: (value) => /^[1-9]\d{0,2}$/.test(value),
  BYDAY: (value) => value.split(',').every((each) => /^(?:[+-]?[1-9]\d?)?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(each)),
  BYMONTH: (value) => numbers(value, 12) && !value.includes('-'),
  BYMONTHDAY: (value) => numbers(value, 31),
  BYYEARDAY: (value) => numbers(value, 366),
  BYWEEKNO: (value) => numbers(value, 53),
  BYSETPOS: (value) => numbers(value, 366),
  WKST: (value) => /^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(value),
};

const numbers = (value: string, most: number): boolean =>
  value.split(',').every((each) => /^[+-]?\d{1,3}$/.test(each) && Number(each) !== 0 && Math.abs(Number(each)) <= most);

/** What is wrong with a rule, for people; undefined for one that can be reckoned with. */
export const ruleProblem = (rrule: string): string | undefined => {
  const given = rrule.split(';').map((each) => each.split('='));
  if (given[0]?.[0] !== 'FREQ') return 'A rule begins with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY (RFC 5545).';
  for (const [name = '', value = '', ...more] of given) {
    if (/^(?:UNTIL|COUNT|DTSTART|BYHOUR|BYMINUTE|BYSECOND)$/.test(name)) {
      return `A rule speaks of whole days: the first and last day and the hour are given beside it, not as ${name}.`;
    }
    const isRight = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (isRight === undefined) return 'The rule has a part that RFC 5545 does not know.';
    if (more.length > 0 || !isRight(value))
      return `${name} of the rule has a value that it cannot have (RFC 5545 3.3.10).`;
  }
  if (new Set(given.map(([name]) => name)).size < given.length) return 'A part of the rule is given twice.';
  try {
    const [first] = ruleDays(rrule, '2024-01-01', '2024-01-01', '2064-12-31', 1);
    return first === undefined ? 'The rule names no day.' : undefined;
  } catch {
    return 'The rule names no day.';
  }
};

/**
 * Days of a rule between two days, both included. In UTC, where each day has each hour: a day must not be lost because its
 * clock skips one.
 */
const ruleDays = (rrule: string, first: string, from: string, to: string, limit: number): readonly string[] => {
  const at = (iso: string): Temporal.ZonedDateTime => Temporal.PlainDate.from(iso).toZonedDateTime('UTC');
  const rule = new RRuleTemporal({ rruleString: rrule, dtstart: at(first), maxIterations: 100_000 });
  const days: string[] = [];
  const begin = from < first ? first : from;
  let next = rule.next(at(begin), true);
  while (next !== null && days.length < limit) {
    const day = next.toPlainDate().toString();
    if (day > to) break;
    days.push(day);
    next = rule.next(next, false);
  }
  return days;
};

const shift = (iso: string, days: number): string => Temporal.PlainDate.from(iso).add({ days }).toString();

/** How far the days that are due may lie from those that the rule names. */
const reach = ({ offset }: Recurring): number => {
  if (offset === null) return 31;
  const days = { hour: 1 / 24, day: 1, 'business-day': 2, week: 7, month: 31, quarter: 92, year: 366 }[offset.unit];
  return Math.ceil(offset.value * days) + 40;
};

/** Days on which a recurring deadline falls due between two days, both included, in order; none where it needs a first day. */
export const dueDays = (
  recurring: Recurring,
  from: string,
  to: string,
  holidays: Holidays,
  limit: number = most,
): readonly string[] => {
  const { rrule, starts, until, offset, calendar, roll } = recurring;
  if (rrule === null || (starts === null && !namesItsDays(rrule))) return [];
  const early = shift(from, -reach(recurring));
  const late = shift(to, reach(recurring));
  const last = until !== null && until < late ? until : late;
  const whole = starts === null ? rrule : withDaysOf(rrule, starts);
  const found = new Set<string>();
  for (const named of ruleDays(whole, starts ?? `${early.slice(0, 4)}-01-01`, early, last, most)) {
    const open = inCalendar(whole, named, calendar, holidays);
    if (open === undefined) continue;
    const counted = offset === null ? open : countFrom(open, offset, calendar, holidays).day;
    const day = roll === 'preceding' && calendar !== null ? rolled(counted, -1, calendar, holidays) : counted;
    if (day >= from && day <= to) found.add(day);
    if (found.size >= limit) break;
  }
  return [...found].toSorted();
};

const businessRule = /^FREQ=MONTHLY;(?:BYMONTH=[\d,]+;)?BYDAY=MO,TU,WE,TH,FR;BYSETPOS=(-?\d+)$/;
const everyBusinessDay = /^FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR$/;

/** Rules know no holidays: the third business day of a month is counted by its calendar. */
const inCalendar = (rrule: string, day: string, calendar: string | null, holidays: Holidays): string | undefined => {
  if (calendar === null || calendar === 'weekdays') return day;
  if (everyBusinessDay.test(rrule)) {
    return isBusinessDay(holidays, calendar, Temporal.PlainDate.from(day)) ? day : undefined;
  }
  const n = businessRule.exec(rrule)?.[1];
  return n === undefined
    ? day
    : businessDayOf(Temporal.PlainDate.from(day).toPlainYearMonth(), Number(n), calendar, holidays);
};
