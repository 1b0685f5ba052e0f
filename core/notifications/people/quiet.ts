import type { Preferences } from '../../ports/notifications.ts';

/**
 * When the quiet hours end that it is in now, milliseconds since the epoch; undefined outside of them. By the person's
 * clock on the wall: a night in which the clocks change is an hour longer or shorter.
 */
export const quietUntil = (
  { quietHours, timezone }: Pick<Preferences, 'quietHours' | 'timezone'>,
  now: number,
): number | undefined => {
  if (quietHours === undefined) return undefined;
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const time = local.toPlainTime();
  const from = Temporal.PlainTime.from(quietHours.from);
  const to = Temporal.PlainTime.from(quietHours.to);
  const afterFrom = Temporal.PlainTime.compare(time, from) >= 0;
  const beforeTo = Temporal.PlainTime.compare(time, to) < 0;
  const overMidnight = Temporal.PlainTime.compare(from, to) > 0;
  if (overMidnight ? !afterFrom && !beforeTo : !(afterFrom && beforeTo)) return undefined;
  const day = overMidnight && afterFrom ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return day.toZonedDateTime({ timeZone: timezone, plainTime: to }).epochMilliseconds;
};
