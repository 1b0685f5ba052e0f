import type { Principal } from '../identity/principal.ts';

/**
 * Wakes agents at instants. What is due, and whether it has been done, stands in the agent's own records; a wake-up only
 * says "look now". It may come late, twice, or in another process after a restart, but one that was promised is not lost.
 * A wake that nobody has looked at for some minutes is looked at anyway.
 */
export type Schedule = {
  /**
   * The calling agent's `wakes[name]` runs for this workspace at the instant (milliseconds since the epoch), or as soon
   * after it as a worker runs; at the earlier one where another instant is set already. Resolves once that is stored:
   * an agent calls it just before it commits what will be due, so that a crash between the two costs an idle look and not
   * a deadline. Where the instant has come already, the look may be sooner than the commit; it is then followed by another
   * one half a minute later. One call with the earliest instant of a batch is enough.
   */
  wake(principal: Principal, name: string, at: number): Promise<void>;
};

/**
 * Looks at what is due and does it, idempotently; one at a time for a workspace and a name, as long as its worker is alive.
 * The principal is the workspace's own, not a person. Returns the instant of the next thing to be due (milliseconds since
 * the epoch), undefined where nothing is; one that has come runs it again at once. What it throws is retried with backoff.
 * The signal aborts when the worker stops or after ten minutes: it stops then, and is run again.
 */
export type WakeHandler = (principal: Principal, signal: AbortSignal) => Promise<number | undefined>;
