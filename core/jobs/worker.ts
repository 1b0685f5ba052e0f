import { DossierError, type ErrorBody } from '../errors/error.ts';
import type { Clock } from '../ports/clock.ts';
import type { Job, Jobs } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import { backoffMilliseconds } from './backoff.ts';
import { isDeadWorker } from './process.ts';

/** Why a running job is asked to stop: its lease went to someone else, it was cancelled, or this process shuts down. */
export type Interruption = 'lost' | 'cancel' | 'stop';

/** How a job came out. `retry` at an instant (milliseconds since the epoch). */
export type JobOutcome =
  | { readonly end: 'done' }
  | { readonly end: 'cancelled' }
  | { readonly end: 'retry'; readonly at: number; readonly error: ErrorBody }
  | { readonly end: 'failed'; readonly error: ErrorBody }
  /** Someone else has it: nothing may be said about it any more. */
  | { readonly end: 'lost' };

export type JobRun = {
  /** Aborts when the job is to stop; `interruption` then says why. */
  readonly signal: AbortSignal;
  interruption(): Interruption | undefined;
  /** Asks the queue whether the job is still ours, and prolongs the lease if so. */
  lease(): Promise<'held' | 'cancel' | 'lost'>;
};

/**
 * Does the work of one kind of job. It may be run again at any time for the same job. What it throws is retried
 * with backoff where the error says that the same call can succeed later, or is not known at all.
 */
export type JobHandler = (job: Job, run: JobRun) => Promise<JobOutcome>;

export type WorkerSetup = {
  readonly jobs: Jobs;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Kinds that are looked at only while no job of the others is due. Asked before each look. */
  readonly background?: () => Readonly<Record<string, JobHandler>>;
  readonly clock: Clock;
  readonly log: Logger;
  /** host:pid:start, see `workerName`. */
  readonly name: string;
  /** Jobs at once. */
  readonly concurrency: number;
  /** Default 30 s; prolonged at a third of it. */
  readonly leaseMilliseconds?: number;
  /** How often to look for jobs that another process enqueued. Default 1 s. */
  readonly pollMilliseconds?: number;
};

export type Worker = {
  /** Frees the leases of dead processes of this machine, then claims and runs jobs until `stop`. */
  start(): void;
  /** There may be something new to do. */
  wake(): void;
  /** Asks the queue about every running job now, so that a cancel need not wait for the next heartbeat. */
  check(): Promise<void>;
  /** Interrupts what runs, waits until it has been given back, and ends. May be called twice. */
  stop(): Promise<void>;
};

/** After so many claims a job whose handler keeps failing is given up. */
export const MAX_ATTEMPTS = 5;

type Running = { readonly job: Job; readonly stop: (why: Interruption) => void; readonly end: Promise<void> };

export const createWorker = ({
  jobs,
  handlers,
  background = () => ({}),
  clock,
  log,
  name,
  concurrency,
  leaseMilliseconds = 30_000,
  pollMilliseconds = 1_000,
}: WorkerSetup): Worker => {
  const running = new Set<Running>();
  const stopping = new AbortController();
  let loops: Promise<unknown> | undefined;
  let alarm = Promise.withResolvers<void>();

  const wake = () => alarm.resolve();

  const loop = async (): Promise<void> => {
    await attempt('release', () => jobs.releaseWorkers(isDeadWorker));
    while (!stopping.signal.aborted) {
      alarm = Promise.withResolvers();
      const later = background();
      await claimFor(handlers);
      await claimFor(later);
      await rest([...Object.keys(handlers), ...Object.keys(later)]);
    }
  };

  const claimFor = async (some: Readonly<Record<string, JobHandler>>): Promise<void> => {
    const kinds = Object.keys(some);
    const limit = concurrency - running.size;
    if (limit <= 0 || kinds.length === 0) return;
    const claim = () => jobs.claim({ kinds, worker: name, leaseMilliseconds, limit });
    for (const job of (await attempt('claim', claim)) ?? []) begin(job, some[job.kind]);
  };

  /** Until something is enqueued here, a job ends, the next one is due, or it is time to look again. */
  const rest = async (kinds: readonly string[]): Promise<void> => {
    const free = running.size < concurrency;
    const due = free ? await attempt('next', () => jobs.nextDue(kinds)) : undefined;
    const idle = due === undefined ? pollMilliseconds : Math.min(pollMilliseconds, Math.max(due - clock.now(), 50));
    const over = new AbortController();
    await Promise.race([
      alarm.promise,
      clock.sleep(idle, AbortSignal.any([over.signal, stopping.signal])).catch(() => {}),
    ]);
    over.abort();
  };

  const heartbeat = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await clock.sleep(leaseMilliseconds / 3, stopping.signal).catch(() => {});
      await check();
    }
  };

  const check = async (): Promise<void> => {
    await Promise.all(
      [...running].map(async ({ job, stop }) => {
        const lease = await attempt('extend', () => jobs.extend(job, leaseMilliseconds));
        if (lease === 'lost' || lease === 'cancel') stop(lease);
      }),
    );
  };

  /** The store may be busy or gone for a moment; the loop outlives that. */
  const attempt = async <T>(what: string, run: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await run();
    } catch (thrown) {
      log.warn({ what, code: DossierError.from(thrown).code, err: thrown }, 'the queue did not answer');
      return undefined;
    }
  };

  const begin = (job: Job, handler: JobHandler | undefined): void => {
    const abort = new AbortController();
    let interruption: Interruption | undefined;
    const stop = (why: Interruption) => {
      interruption ??= why;
      abort.abort();
    };
    const run: JobRun = {
      signal: abort.signal,
      interruption: () => interruption,
      lease: () => jobs.extend(job, leaseMilliseconds),
    };
    const entry: Running = {
      job,
      stop,
      end: perform(job, handler, run)
        .finally(() => running.delete(entry))
        .then(wake),
    };
    running.add(entry);
    if (job.cancelRequested) stop('cancel');
    // Claimed while `stop` was being called.
    if (stopping.signal.aborted) stop('stop');
  };

  const perform = async (job: Job, handler: JobHandler | undefined, run: JobRun): Promise<void> => {
    const jobLog = log.child({ job_id: job.id, kind: job.kind, key: job.key });
    const started = clock.now();
    let outcome: JobOutcome;
    try {
      outcome = handler ? await handler(job, run) : { end: 'failed', error: new DossierError('internal').toJSON() };
    } catch (thrown) {
      outcome = outcomeOf(thrown, job.attempts, run, clock.now());
      if (outcome.end === 'retry' || outcome.end === 'failed') {
        // Given back because this process stops: nothing failed.
        if (run.interruption() === 'stop') jobLog.debug({ end: outcome.end }, 'job given back');
        else jobLog.warn({ end: outcome.end, code: outcome.error.code, err: thrown }, 'job failed');
      }
    }
    await attempt('end', () => report(job, outcome));
    jobLog.debug({ end: outcome.end, ms: clock.now() - started }, 'job ended');
  };

  const report = async (job: Job, outcome: JobOutcome): Promise<unknown> => {
    switch (outcome.end) {
      case 'done':
        return jobs.complete(job);
      case 'cancelled':
        return jobs.cancelled(job);
      case 'retry':
        return jobs.fail(job, outcome.error, outcome.at);
      case 'failed':
        return jobs.fail(job, outcome.error);
      case 'lost':
        return undefined;
    }
  };

  return {
    start: () => {
      loops ??= Promise.all([loop(), heartbeat()]);
    },
    wake,
    check,
    stop: async () => {
      stopping.abort();
      for (const { stop } of running) stop('stop');
      wake();
      await loops;
      await Promise.all([...running].map(({ end }) => end));
    },
  };
};

/** What a thrown value means for the job: interrupted, worth trying again, or final. */
export const outcomeOf = (thrown: unknown, attempts: number, run: JobRun, now: number): JobOutcome => {
  const interruption = run.interruption();
  if (interruption === 'lost') return { end: 'lost' };
  if (interruption === 'cancel') return { end: 'cancelled' };
  const error = DossierError.from(thrown);
  if (interruption === 'stop') return { end: 'retry', at: now, error: new DossierError('cancelled').toJSON() };
  // `cancelled` without an interruption: what it worked with was shut down.
  const passing = error.retryable || error.code === 'internal' || error.code === 'cancelled';
  return passing && attempts < MAX_ATTEMPTS
    ? { end: 'retry', at: now + backoffMilliseconds(attempts), error: error.toJSON() }
    : { end: 'failed', error: error.toJSON() };
};
