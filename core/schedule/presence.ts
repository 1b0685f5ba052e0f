import { z } from 'zod';
import { eachRecord } from '../document/each.ts';
import { untilCommitted } from '../document/until-committed.ts';
import { jobPrincipal } from '../identity/principal.ts';
import type { Clock } from '../ports/clock.ts';
import { type Collection, insert, type Records, remove, type Stored, update } from '../ports/records.ts';
import type { IsDead } from './wake.ts';

/** A process that does background work, and when it last said so (milliseconds since the epoch). */
const workerSchema = z.object({ startedAt: z.number(), seenAt: z.number() });
type WorkerRecord = z.infer<typeof workerSchema>;

/** Its id is the worker's name, host:pid:start. */
const workers: Collection<WorkerRecord> = { name: 'core.workers', schema: workerSchema, indexes: [] };

/** Workers serve every workspace; no workspace has this name. */
const everywhere = jobPrincipal('*');

export const BEAT_MILLISECONDS = 30_000;
/** Who has missed this many is taken for gone: it may be on another machine. */
const MISSED = 3;

export type Presence = {
  /** Says that this process works. Clears away those that said so and are gone. */
  beat(): Promise<void>;
  leave(): Promise<void>;
  /** Those that work now, with when they began. */
  others(): Promise<readonly PresentWorker[]>;
};

export type PresentWorker = { readonly worker: string; readonly startedAt: number };

export const createPresence = (records: Records, clock: Clock, worker: string, isDead: IsDead): Presence => {
  const startedAt = clock.now();
  const isGone = ({ id, value }: Stored<WorkerRecord>): boolean =>
    isDead(id) || value.seenAt < clock.now() - MISSED * BEAT_MILLISECONDS;
  const all = () => Array.fromAsync(eachRecord(records, everywhere, workers));

  return {
    // Another one clears away the same ones, or took this one for gone: the machine may have slept.
    beat: () =>
      untilCommitted(async () => {
        const known = await all();
        const mine = known.find(({ id }) => id === worker);
        const value = { startedAt, seenAt: clock.now() };
        const gone = known.filter((each) => each !== mine && isGone(each));
        await records.commit(everywhere, {
          writes: [
            mine === undefined ? insert(workers, worker, value) : update(workers, mine, value),
            ...gone.map(({ id, revision }) => remove(workers, id, revision)),
          ],
        });
      }),
    leave: () => records.commit(everywhere, { writes: [remove(workers, worker)] }),
    others: async () =>
      (await all())
        .filter((each) => !isGone(each))
        .map(({ id, value }) => ({ worker: id, startedAt: value.startedAt }))
        .sort((a, b) => a.startedAt - b.startedAt),
  };
};
