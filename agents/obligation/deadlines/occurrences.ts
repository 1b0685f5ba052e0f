import type { Deadline, StatedDeadline } from '../model/deadline.ts';
import { type Holidays, noHolidays } from './resolve/holidays.ts';
import { dueDays } from './resolve/recurrence.ts';

/**
 * Days on which a resolved deadline falls due, from one day to another, both included, in order. For reminders, calendar and
 * timeline: each day names one occurrence. `holidays` matter where it counts in business days.
 */
export const occurrences = (
  deadline: StatedDeadline,
  from: string,
  to: string,
  holidays: Holidays = noHolidays,
): readonly string[] => {
  if (deadline.kind === 'recurring') return dueDays(deadline, from, to, holidays);
  const { date } = deadline;
  return date !== null && date >= from && date <= to ? [date] : [];
};

/**
 * The instant (milliseconds since the epoch) from which on it is late on a day: its hour, or the end of the day, in the
 * deadline's zone. An hour that the clock skips or has twice is taken at the earlier instant.
 */
export const lateFrom = ({ time, timezone }: Pick<Deadline, 'time' | 'timezone'>, day: string): number => {
  const date = Temporal.PlainDate.from(day);
  if (time === null) return date.add({ days: 1 }).toZonedDateTime(timezone).epochMilliseconds;
  return date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timezone, { disambiguation: 'earlier' })
    .epochMilliseconds;
};
