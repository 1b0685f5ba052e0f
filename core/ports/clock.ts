/** The only source of time, so that tests can jump over hours and daylight-saving changes. */
export type Clock = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Resolves after so many milliseconds, or rejects with the signal's reason when it aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
};

/** RFC 3339 in UTC, with milliseconds: how instants are stored, so that they sort as text. */
export const toInstant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** IANA name of this machine's time zone. Intl would load all that it needs to write dates before it tells. */
export const machineTimezone = (): string => Temporal.Now.timeZoneId();
