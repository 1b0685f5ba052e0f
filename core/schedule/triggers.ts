import type { Agenda, AgendaBackend, Job } from 'agenda';
import { z } from 'zod';
import { jobPrincipal } from '../identity/principal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { StoredWakes } from './stored.ts';
import { attentionAt, type IsDead, type WakeName, wakeId } from './wake.ts';

/** What one of Agenda's jobs is about. */
const dataSchema = z.object({ workspace: z.string() });

export type Triggers = {
  /** Makes Agenda ring for this wake when its record wants attention. */
  arm(workspace: string, of: WakeName): Promise<void>;
  /** Rings for these wakes from now on, in this process. Resolves once Agenda runs. */
  start(names: readonly WakeName[], ring: (workspace: string, of: WakeName) => void): Promise<void>;
  stop(): Promise<void>;
};

export type TriggerSetup = {
  readonly backend: AgendaBackend;
  readonly wakes: StoredWakes;
  readonly clock: Clock;
  readonly log: Logger;
  readonly worker: string;
  readonly isDead: IsDead;
  /** After so long Agenda rings again where nobody has said otherwise. */
  readonly againMilliseconds: number;
};

/** How often Agenda looks for what other processes have set. What is set in this one rings at once. */
const POLL_MILLISECONDS = 1_000;
/** Agenda's own lock is held only while a bell rings: work goes on under the lease in the record. */
const LOCK_MILLISECONDS = 5_000;
/** Farther away than anybody can tell, and near enough for a Date. */
const FAR_MILLISECONDS = 100 * 366 * 24 * 3600 * 1000;

const jobName = (of: WakeName): string => `wake ${wakeId(of)}`;

/**
 * One job of Agenda for each wake of each workspace. No trigger can be lost, whatever dies when:
 * - the record is changed first and the job after it. Whoever set a job looks whether the record is still what the job
 *   was set for, and sets it again where it is not; so of several at once the last one sets what is true in the end;
 * - a process that dies between the two leaves a job that rings too late, and that is what the sweep of core/schedule is for;
 * - a job that rings is set to ring again before the record says that somebody has taken the look. Only what the record
 *   says afterwards takes that away: a worker that dies in the middle of a look costs the lease and not the look;
 * - a bell that rings for nothing, twice or in two processes does no harm: the record says what is due.
 */
export const createTriggers = ({
  backend,
  wakes,
  clock,
  log,
  worker,
  isDead,
  againMilliseconds,
}: TriggerSetup): Triggers => {
  let agenda: Agenda | undefined;

  /** Agenda goes by the system's clock; ours may be another one. */
  const dateOf = (at: number): Date =>
    new Date(Date.now() + Math.min(Math.max(at - clock.now(), -FAR_MILLISECONDS), FAR_MILLISECONDS));

  const set = async (workspace: string, of: WakeName, at: number | null): Promise<void> => {
    const nextRunAt = at === null ? null : dateOf(at);
    const job = await backend.repository.saveJob(
      {
        name: jobName(of),
        type: 'normal',
        priority: 0,
        nextRunAt,
        data: { workspace },
        unique: { 'data.workspace': workspace },
      },
      { lastModifiedBy: worker },
    );
    const channel = backend.notificationChannel;
    if (channel?.state !== 'connected' || job._id === undefined) return;
    await channel.publish({ jobId: job._id, jobName: job.name, nextRunAt, priority: 0, timestamp: new Date() });
  };

  const wanted = async (workspace: string, of: WakeName): Promise<number | null> => {
    const wake = await wakes.get(jobPrincipal(workspace), of);
    return wake === undefined ? null : attentionAt(wake, isDead);
  };

  /** What a killed process of this machine left locked need not wait for the end of the lock. */
  const unlockDead = async (names: readonly WakeName[]): Promise<void> => {
    const { jobs } = await backend.repository.queryJobs({ names: names.map(jobName), state: 'running' });
    const left = jobs.filter(({ lastModifiedBy }) => lastModifiedBy !== undefined && isDead(lastModifiedBy));
    await backend.repository.unlockJobs(left.map(({ _id }) => _id));
  };

  return {
    arm: async (workspace, of) => {
      for (let at = await wanted(workspace, of); ; ) {
        await set(workspace, of, at);
        const now = await wanted(workspace, of);
        if (now === at) return;
        at = now;
      }
    },
    start: async (names, ring) => {
      // With the first worker: whoever only asks for wake-ups does not wait for it to load.
      const { Agenda } = await import('agenda');
      await unlockDead(names);
      const starting = new Agenda({ backend, name: worker, processEvery: POLL_MILLISECONDS });
      for (const of of names) {
        starting.define(
          jobName(of),
          async (job) => {
            job.attrs.nextRunAt = new Date(Date.now() + againMilliseconds);
          },
          { lockLifetime: LOCK_MILLISECONDS },
        );
        // Not in the function above: Agenda saves the job when that returns, over what the look would set.
        starting.on(`complete:${jobName(of)}`, ({ attrs }: Job) => {
          if (agenda !== undefined) ring(dataSchema.parse(attrs.data).workspace, of);
        });
      }
      starting.on('error', (err) => log.warn({ err }, 'the schedule did not answer'));
      agenda = starting;
      await starting.start();
    },
    stop: async () => {
      const running = agenda;
      agenda = undefined;
      await running?.stop();
    },
  };
};
