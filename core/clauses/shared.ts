/**
 * Work that several callers may ask for at the same time: done once for all of them, and stopped when the last one
 * gives up. Nothing is kept of what has ended.
 */
export type Shared<T> = (key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal) => Promise<T>;

export const createShared = <T>(): Shared<T> => {
  const running = new Map<string, { readonly result: Promise<T>; readonly stop: AbortController; waiting: number }>();

  const begin = (key: string, work: (signal: AbortSignal) => Promise<T>) => {
    const stop = new AbortController();
    const entry = { result: work(stop.signal), stop, waiting: 0 };
    const end = () => {
      if (running.get(key) === entry) running.delete(key);
    };
    running.set(key, entry);
    entry.result.then(end, end);
    return entry;
  };

  return async (key, work, signal) => {
    signal?.throwIfAborted();
    const entry = running.get(key) ?? begin(key, work);
    entry.waiting++;
    const gaveUp = Promise.withResolvers<never>();
    const giveUp = () => gaveUp.reject(signal?.reason);
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await Promise.race([entry.result, gaveUp.promise]);
    } finally {
      signal?.removeEventListener('abort', giveUp);
      entry.waiting--;
      if (entry.waiting === 0) {
        // Whoever asks from now on begins anew instead of joining what is being stopped.
        if (running.get(key) === entry) running.delete(key);
        entry.stop.abort();
      }
    }
  };
};
