import type { Clock } from './clock.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  // Not node:timers/promises, which makes an error with a stack for each sleep that is ended early: every call has one.
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
