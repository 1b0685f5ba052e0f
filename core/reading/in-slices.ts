import { setImmediate as breathe } from 'node:timers/promises';
import { readingLimit, withinTime } from './within-time.ts';

/** So long others wait at most, where no step takes longer. */
const SLICE_MILLISECONDS = 40;

/**
 * Everything that `steps` gives, which works only when it is asked for the next: others have their turn in between, and a
 * step that does not end is stopped. Throws `reading_timeout` then, and the signal's reason.
 */
export const inSlices = async <T>(steps: Iterable<T>, signal?: AbortSignal): Promise<T[]> => {
  const iterator = steps[Symbol.iterator]();
  const found: T[] = [];
  const slice = (): boolean => {
    const until = performance.now() + SLICE_MILLISECONDS;
    while (performance.now() < until) {
      const next = iterator.next();
      if (next.done === true) return true;
      found.push(next.value);
    }
    return false;
  };
  for (;;) {
    signal?.throwIfAborted();
    if (withinTime(slice, readingLimit(0))) return found;
    await breathe();
  }
};
