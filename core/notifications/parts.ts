import type { Principal } from '../identity/principal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { AnyNotifier, Notifiers } from '../ports/notifier.ts';
import type { Records } from '../ports/records.ts';

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

/**
 * Calls the other side with an end: its signal aborts when the time is up or `signal` does, and the call is then over
 * whether or not the notifier listens. Rejects with the reason.
 */
export const limited = async <T>(
  { clock }: Pick<NotificationParts, 'clock'>,
  call: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> => {
  const stop = new AbortController();
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => {});
  stop.signal.addEventListener('abort', () => stopped.reject(stop.signal.reason), { once: true });
  const over = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  clock.sleep(SEND_MILLISECONDS, over.signal).then(
    () => stop.abort(new Error('no answer in time')),
    () => {},
  );
  try {
    return await Promise.race([call(stop.signal), stopped.promise]);
  } finally {
    over.abort('over');
    signal?.removeEventListener('abort', abort);
  }
};

/** "E-mail a…@example.com". */
export const channelName = (notifier: AnyNotifier | undefined, channel: string, masked: string): string =>
  `${notifier?.title ?? channel} ${masked}`.trim();
