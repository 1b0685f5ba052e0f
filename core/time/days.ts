import { toInstant } from '../ports/clock.ts';

/** The day that it is in a time zone. ISO 8601. */
export const dayIn = (timezone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate().toString();

/** When a day begins in a time zone, RFC 3339. */
export const beginningOf = (day: string, timezone: string): string =>
  toInstant(Temporal.PlainDate.from(day).toZonedDateTime(timezone).epochMilliseconds);

/** From one day to another; negative where it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** Whether it is the name of a time zone: "Europe/Berlin". An offset is none, it knows of no daylight saving. */
export const isTimeZone = (zone: string): boolean => {
  // Temporal also takes the zone out of a whole timestamp.
  if (!/^[A-Za-z](?:[\w+-]|\/(?=[A-Za-z]))*$/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
};

export const plusYears = (day: string, years: number): string => Temporal.PlainDate.from(day).add({ years }).toString();
/** ISO days compare as text. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);
