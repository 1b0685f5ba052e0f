import type { Principal } from '../identity/principal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { AnyNotifier, Notifiers } from '../ports/notifier.ts';
import type { Records } from '../ports/records.ts';
import { limited } from '../time/limited.ts';

export type NotificationParts = {
  readonly records: Records;
  readonly clock: Clock;
  readonly log: Logger;
  /** Asked at each use: the plugins start after the service that they are given. */
  readonly notifiers: () => Notifiers;
  /** Where this server is reached from outside, without a slash at the end; undefined where it is not. */
  readonly publicUrl: string | undefined;
  /** Where people go on from a message: a URL with {document_id} and {obligation_id} in it. */
  readonly link: string | undefined;
  /** IANA zone of whoever names none. */
  readonly timezone: string;
  /** There is something to send. */
  wake(): void;
  /** What somebody wants is about to change: whoever plans by it is to look again. */
  replan(principal: Principal): Promise<void>;
};

/** Longest that one call of a notifier may take, milliseconds. */
const SEND_MILLISECONDS = 30_000;

/** Calls the other side, which may take so long and no longer; until `signal` aborts. */
export const withinTime = <T>(
  { clock }: Pick<NotificationParts, 'clock'>,
  call: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> =>
  limited(clock, call, { milliseconds: SEND_MILLISECONDS, tooLate: () => new Error('no answer in time'), signal });

/** "E-mail a…@example.com". */
export const channelName = (notifier: AnyNotifier | undefined, channel: string, masked: string): string =>
  `${notifier?.title ?? channel} ${masked}`.trim();
