import type { ErrorBody } from '../errors/error.ts';
import type { Principal } from '../identity/principal.ts';

/** Work to be done once, later or in another process. Enqueued only by `Records.commit`. */
export type JobSpec = {
  /** Which handler runs it, for example "pipeline". */
  readonly kind: string;
  /**
   * Idempotency key within workspace and kind. While a job with the key is waiting or running,
   * enqueuing it again changes nothing; once it has ended, it is waiting anew, under a new id and with no attempts.
   */
  readonly key: string;
  /** JSON. Ids, never document text. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not before this instant (milliseconds since the epoch). Default: at once. */
  readonly runAt?: number;
};

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export type Job = {
  readonly id: string;
  readonly workspace: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly state: JobState;
  /** How often it has been claimed, this time included. Also the fencing token of the lease. */
  readonly attempts: number;
  readonly runAt: number;
  readonly worker?: string;
  readonly leaseUntil?: number;
  /** A cancel was asked for while it runs; the worker stops at the next chance. */
  readonly cancelRequested: boolean;
  readonly error?: ErrorBody;
};

export type Claim = {
  readonly kinds: readonly string[];
  /** Names the process: host:pid:start. */
  readonly worker: string;
  readonly leaseMilliseconds: number;
  readonly limit: number;
};

/**
 * The queue. Claims cross workspaces, because one worker serves all; everything else takes the principal.
 * Only one worker holds a job at a time; a lease that ran out may be claimed by another, and whatever
 * the old holder says afterwards about the job is refused (`false`).
 */
export type Jobs = {
  /** Due jobs, oldest first: waiting ones whose time has come, running ones whose lease has run out. */
  claim(claim: Claim): Promise<readonly Job[]>;
  /** Prolongs the lease. `lost`: someone else has it or it has ended; `cancel`: a cancel was asked for. */
  extend(job: Job, leaseMilliseconds: number): Promise<'held' | 'cancel' | 'lost'>;
  complete(job: Job): Promise<boolean>;
  /** Waiting again from `retryAt` on (cancelled instead where that was asked for), or failed for good without it. */
  fail(job: Job, error: ErrorBody, retryAt?: number): Promise<boolean>;
  /** The running job stopped because a cancel was asked for. */
  cancelled(job: Job): Promise<boolean>;
  /** A waiting job is cancelled at once, a running one is asked to stop. False where there is none of either. */
  cancel(principal: Principal, kind: string, key: string): Promise<boolean>;
  get(principal: Principal, kind: string, key: string): Promise<Job | undefined>;
  /** How many jobs of the workspace are in each state, for health and progress. */
  counts(principal: Principal, kind?: string): Promise<Readonly<Record<JobState, number>>>;
  /**
   * Frees the jobs of workers that the predicate says are dead, so that a restart need not wait for their leases:
   * they are waiting again, or cancelled where that was asked for. Says how many.
   */
  releaseWorkers(isDead: (worker: string) => boolean): Promise<number>;
  /** The instant at which the next waiting job of these kinds is due, undefined where none waits. */
  nextDue(kinds: readonly string[]): Promise<number | undefined>;
};
