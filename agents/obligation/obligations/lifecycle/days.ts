/** The day that it is in a time zone. ISO 8601. */
export const dayIn = (timezone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate().toString();

/** When a day begins in a time zone, RFC 3339. */
export const beginningOf = (day: string, timezone: string): string =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(timezone).epochMilliseconds).toISOString();

/** From one day to another; negative where it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

export const isTimeZone = (zone: string): boolean => {
  try {
    // Offsets are no zones: they know of no daylight saving.
    return !/^[+-]/.test(zone) && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId !== '';
  } catch {
    return false;
  }
};

export const plusYears = (day: string, years: number): string => Temporal.PlainDate.from(day).add({ years }).toString();
/** ISO days compare as text. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);
