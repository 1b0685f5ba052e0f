import { eachRecord } from '../document/each.ts';
import { DossierError } from '../errors/error.ts';
import { jobPrincipal } from '../identity/principal.ts';
import { isDeadWorker, workerName } from '../jobs/process.ts';
import type { NamedAgent } from '../pipeline/parts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Schedule, WakeHandler } from '../ports/schedule.ts';
import type { Store } from '../ports/store.ts';
import { createLooks } from './looks.ts';
import { BEAT_MILLISECONDS, createPresence, type PresentWorker } from './presence.ts';
import { storedWakes } from './stored.ts';
import { createTriggers } from './triggers.ts';
import { attentionAt, request, requestStale, type WakeName, wakeId, wakes } from './wake.ts';

export type Scheduler = {
  /** The port as one agent has it. */
  of(agent: string): Schedule;
  /** Takes looks in this process until `stop`; without it they wait for a process that does. */
  start(): void;
  status(): Promise<ScheduleStatus>;
  /** Gives back what runs and resolves when nothing runs any more. May be called twice. */
  stop(): Promise<void>;
};

export type ScheduleStatus = {
  /** Processes that work in the background, the oldest first. */
  readonly workers: readonly PresentWorker[];
  /** When the next wake-up is due (milliseconds since the epoch); in the past where it waits for a worker. */
  readonly next: number | undefined;
  /** Wake-ups that failed when they were last tried, with the code of the error. */
  readonly failing: readonly { readonly wake: string; readonly code: string; readonly retryAt: number | undefined }[];
};

export type SchedulerSetup = {
  readonly store: Pick<Store, 'records' | 'agenda'>;
  /** Asked each time, because agents start after the schedule is made. */
  readonly agents: () => readonly NamedAgent[];
  readonly clock: Clock;
  readonly log: Logger;
  /** Whose wake-ups this process looks after. */
  readonly workspaces: () => Promise<readonly string[]>;
  /** host:pid:start, see `workerName`. */
  readonly worker?: string;
  /** Default 30 s; prolonged at a third of it. */
  readonly leaseMilliseconds?: number;
};

/** How often the triggers are held against the records. */
const SWEEP_MILLISECONDS = 3 * 60_000;
/**
 * A wake nobody looked at for so long is looked at though nothing is known to be due: what an agent committed without
 * asking in time, or what a newer version of it sees in old records, waits no longer than this.
 */
const STALE_MILLISECONDS = 10 * 60_000;

export const createScheduler = (setup: SchedulerSetup): Scheduler => {
  const { store, agents, clock, log, workspaces, worker = workerName(), leaseMilliseconds = 30_000 } = setup;
  const isDead = (name: string): boolean => name !== worker && isDeadWorker(name);
  const stored = storedWakes(store.records);
  const presence = createPresence(store.records, clock, worker, isDead);
  const backend = store.agenda;
  const triggers = createTriggers({
    backend,
    wakes: stored,
    clock,
    log,
    worker,
    isDead,
    againMilliseconds: leaseMilliseconds,
  });

  const handlerOf = ({ agent, name }: WakeName): WakeHandler | undefined => {
    const known = agents().find((each) => each.name === agent)?.agent.wakes;
    return known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
  };
  const names = (): WakeName[] =>
    agents().flatMap(({ name: agent, agent: { wakes: known = {} } }) =>
      Object.keys(known).map((name) => ({ agent, name })),
    );

  const looks = createLooks({
    wakes: stored,
    handlerOf,
    changed: triggers.arm,
    clock,
    log,
    worker,
    isDead,
    leaseMilliseconds,
    concurrency: 4,
  });
  const stopping = new AbortController();
  let working: Promise<unknown> | undefined;

  /**
   * Holds every known wake against the clock and its trigger against the record. The first sweep of a process is also
   * what catches up after downtime: a wake has one record, so however much has become due meanwhile, it is woken once.
   */
  const sweep = async (): Promise<void> => {
    for (const workspace of await workspaces()) {
      for (const of of names()) {
        stopping.signal.throwIfAborted();
        const now = clock.now();
        await stored.change(jobPrincipal(workspace), of, (wake) =>
          requestStale(wake, of, now - STALE_MILLISECONDS, now),
        );
        await triggers.arm(workspace, of);
      }
    }
  };

  /** Now and then, until the process stops. What goes wrong once is tried again with the next round. */
  const every = async (milliseconds: number, what: string, run: () => Promise<void>): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await run();
      } catch (thrown) {
        if (stopping.signal.aborted) return;
        log.warn({ what, code: DossierError.from(thrown).code, err: thrown }, 'the schedule could not be looked after');
      }
      await clock.sleep(milliseconds, stopping.signal).catch(() => {});
    }
  };

  const work = async (): Promise<void> => {
    const beats = every(BEAT_MILLISECONDS, 'presence', presence.beat);
    const known = names();
    if (known.length > 0) {
      let ringing = false;
      await every(SWEEP_MILLISECONDS, 'sweep', async () => {
        if (!ringing) await triggers.start(known, looks.take);
        ringing = true;
        await sweep();
      });
    }
    await beats;
  };

  const refuse = (problem: string): never => {
    throw new DossierError('internal', {}, { cause: new Error(problem) });
  };

  return {
    of: (agent) => ({
      wake: async (principal, name, at) => {
        const of = { agent, name };
        if (!Number.isFinite(at)) refuse(`${wakeId(of)} is to be woken at no instant`);
        // An agent that is just being set up is not among them yet.
        const isKnown = agents().some((each) => each.name === agent);
        if (isKnown && handlerOf(of) === undefined) refuse(`${agent} has no wakes.${name}`);
        const changed = await stored.change(principal, of, (wake) => request(wake, of, at, clock.now()));
        if (changed !== undefined) await triggers.arm(principal.workspace, of);
      },
    }),
    start: () => {
      working ??= work();
    },
    status: async () => {
      const failing: ScheduleStatus['failing'][number][] = [];
      let next: number | undefined;
      for (const workspace of await workspaces()) {
        for await (const { value } of eachRecord(store.records, jobPrincipal(workspace), wakes)) {
          // Of a plugin that is no longer there: nobody will look, and nobody misses it.
          if (handlerOf(value) === undefined) continue;
          const at = attentionAt(value, isDead) ?? undefined;
          if (value.error !== null) failing.push({ wake: wakeId(value), code: value.error, retryAt: at });
          if (value.running === null && at !== undefined) next = Math.min(next ?? at, at);
        }
      }
      return { workers: await presence.others(), next, failing };
    },
    stop: async () => {
      if (stopping.signal.aborted) return;
      stopping.abort();
      await working?.catch(() => {});
      await triggers.stop();
      await looks.stop();
      if (working !== undefined) await presence.leave().catch(() => {});
    },
  };
};
