import type { Principal } from '../identity/principal.ts';

/**
 * Wakes agents at instants. What is due, and whether it has been done, stands in the agent's own records; a wake-up only
 * says "look now". It may come late, twice, or in another process after a restart, but one that was promised is not lost.
 */
export type Schedule = {
  /**
   * The calling agent's `wakes[name]` runs for this workspace at the instant (milliseconds since the epoch), or as soon
   * after it as a worker runs; at the earlier one where another instant is set already. Resolves once that is stored:
   * an agent calls it before it commits what will be due, so that a crash between the two costs an idle look and not a deadline.
   */
  wake(principal: Principal, name: string, at: number): Promise<void>;
};

/**
 * Looks at what is due and does it, idempotently. Returns the instant of the next thing to be due (milliseconds since the
 * epoch), undefined where nothing is. What it throws is retried with backoff.
 */
export type WakeHandler = (principal: Principal, signal: AbortSignal) => Promise<number | undefined>;
