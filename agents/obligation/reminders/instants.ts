import type { Preferences } from '../../../core/ports/notifications.ts';
import type { Due } from '../model/due.ts';

export type Rhythm = Pick<Preferences, 'timezone' | 'quietHours' | 'remindAt'>;

/** The instant from which it is too late. */
export const deadlineOf = ({ date, time, timezone }: Pick<Due, 'date' | 'time' | 'timezone'>): Temporal.Instant => {
  const day = Temporal.PlainDate.from(date);
  return time === undefined
    ? day.add({ days: 1 }).toZonedDateTime(timezone).toInstant()
    : day.toZonedDateTime({ timeZone: timezone, plainTime: time }).toInstant();
};

/** How long before an hour of the day a reminder goes out that would otherwise come after it. */
const AHEAD = { hours: 2 };

/**
 * When to remind so many days before the last day, as the person's own calendar has it: at their hour, after their quiet hours.
 * What would come too late for the deadline comes before it, and before their quiet hours if those lie between.
 */
export const leadInstant = (due: Due, daysBefore: number, rhythm: Rhythm): Temporal.Instant => {
  const deadline = deadlineOf(due);
  const planned = atTheirHour(lastDay(due, deadline, rhythm).subtract({ days: daysBefore }), rhythm);
  if (Temporal.Instant.compare(planned, deadline) < 0) return planned;
  return beforeQuietHours(deadline.subtract(AHEAD), rhythm);
};

/** When to say that it is overdue by so many days: never while it is in time somewhere. */
export const overdueInstant = (due: Due, days: number, rhythm: Rhythm): Temporal.Instant => {
  const deadline = deadlineOf(due);
  const planned = atTheirHour(Temporal.PlainDate.from(due.date).add({ days }), rhythm);
  if (Temporal.Instant.compare(planned, deadline) > 0) return planned;
  return atTheirHour(lastDayThere(deadline, rhythm).add({ days }), rhythm);
};

/**
 * The day that lead times count to: as it is written, or the day before where it is over by then where the person is. What
 * ends an hour after their midnight is due on the day before for everybody who reads the date.
 */
const lastDay = (due: Due, deadline: Temporal.Instant, rhythm: Rhythm): Temporal.PlainDate => {
  const written = Temporal.PlainDate.from(due.date);
  const there = lastDayThere(deadline, rhythm);
  return Temporal.PlainDate.compare(there, written) < 0 ? there : written;
};

/** The last day on which it is in time where the person is. */
const lastDayThere = (deadline: Temporal.Instant, { timezone }: Rhythm): Temporal.PlainDate =>
  deadline.subtract({ milliseconds: 1 }).toZonedDateTimeISO(timezone).toPlainDate();

const atTheirHour = (day: Temporal.PlainDate, rhythm: Rhythm): Temporal.Instant =>
  afterQuietHours(day.toZonedDateTime({ timeZone: rhythm.timezone, plainTime: rhythm.remindAt }).toInstant(), rhythm);

/** The instant itself, or the end of the quiet hours that it lies in. */
export const afterQuietHours = (instant: Temporal.Instant, rhythm: Rhythm): Temporal.Instant => {
  const quiet = quietAround(instant, rhythm);
  return quiet === undefined ? instant : quiet.to;
};

const beforeQuietHours = (instant: Temporal.Instant, rhythm: Rhythm): Temporal.Instant => {
  const quiet = quietAround(instant, rhythm);
  return quiet === undefined ? instant : quiet.from.subtract({ minutes: 1 });
};

const quietAround = (
  instant: Temporal.Instant,
  { timezone, quietHours }: Rhythm,
): { from: Temporal.Instant; to: Temporal.Instant } | undefined => {
  if (quietHours === undefined) return undefined;
  const today = instant.toZonedDateTimeISO(timezone).toPlainDate();
  const overnight = quietHours.from > quietHours.to;
  const at = (day: Temporal.PlainDate, time: string) =>
    day.toZonedDateTime({ timeZone: timezone, plainTime: time }).toInstant();
  // Quiet hours over midnight began today, or yesterday.
  for (const start of overnight ? [today, today.subtract({ days: 1 })] : [today]) {
    const from = at(start, quietHours.from);
    const to = at(overnight ? start.add({ days: 1 }) : start, quietHours.to);
    if (Temporal.Instant.compare(instant, from) >= 0 && Temporal.Instant.compare(instant, to) < 0) return { from, to };
  }
  return undefined;
};
