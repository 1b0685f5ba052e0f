import type { Clock } from '../../core/ports/clock.ts';

/** Time that moves only when the test says so. */
export type TestClock = Clock & { advance(milliseconds: number): void };

export const createTestClock = (start = Date.UTC(2026, 0, 1)): TestClock => {
  let now = start;
  const sleepers: { until: number; wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        sleepers.push({ until: now + milliseconds, wake: resolve });
      }),
    advance: (milliseconds) => {
      now += milliseconds;
      for (const sleeper of sleepers.splice(0)) {
        if (sleeper.until <= now) sleeper.wake();
        else sleepers.push(sleeper);
      }
    },
  };
};
