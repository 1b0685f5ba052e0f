import { dayOfYearWords, dayWords } from '../../time/words.ts';

/** "Friday 26 March", with the year where it is not this one. */
export const shortDay = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? dayOfYearWords(date) : dayWords(date);

/** "Friday 26 March 2027 at 09:00 (Europe/Berlin)". */
export const instantWords = (instant: string, timezone: string): string => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timezone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${dayWords(local.toPlainDate().toString())} at ${time} (${timezone})`;
};
