import type { Clock } from '../ports/clock.ts';

export type Limit = {
  /** Until the time is up; Infinity for a call that may take as long as it takes. */
  readonly milliseconds: number;
  /** What it then fails with. */
  readonly tooLate: () => Error;
  /** The caller's. */
  readonly signal?: AbortSignal | undefined;
  /** What it fails with where the caller's signal aborts. Default: that signal's reason. */
  readonly cancelled?: () => Error;
};

/**
 * Runs with a signal that aborts when the time is up or the caller's signal does. The wait is then over whether or not the
 * work listens; rejects with the signal's reason.
 */
export const limited = async <T>(
  clock: Clock,
  run: (signal: AbortSignal) => Promise<T>,
  { milliseconds, tooLate, signal, cancelled = () => signal?.reason }: Limit,
): Promise<T> => {
  const stop = new AbortController();
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => {});
  stop.signal.addEventListener('abort', () => stopped.reject(stop.signal.reason), { once: true });
  const cancel = () => stop.abort(cancelled());
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  const ended = new AbortController();
  if (milliseconds !== Number.POSITIVE_INFINITY) {
    clock.sleep(milliseconds, ended.signal).then(
      () => stop.abort(tooLate()),
      () => {},
    );
  }
  try {
    return await Promise.race([run(stop.signal), stopped.promise]);
  } finally {
    // With a reason, so that no error with a stack is made for each call that went well.
    ended.abort('ended');
    signal?.removeEventListener('abort', cancel);
  }
};
