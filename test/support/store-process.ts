// A process of its own over a data folder, for tests of several at once: node store-process.ts FOLDER NAME MODE.
import { z } from 'zod';
import { DossierError } from '../../core/errors/error.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { type Collection, insert, type Records, update } from '../../core/ports/records.ts';
import { openEmbeddedStore } from '../../storage/embedded/index.ts';
import { passage } from '../contracts/passage-samples.ts';
import { ours } from '../contracts/store.ts';

export const counters: Collection<{ count: number }> = {
  name: 'test.counters',
  schema: z.object({ count: z.number() }),
  indexes: [{ fields: ['count'] }],
};

export const steps = 40;

const increment = async (records: Records): Promise<void> => {
  for (;;) {
    const stored = await records.get(ours, counters, 'shared');
    if (!stored) throw new Error('the counter is missing');
    try {
      const value = { count: stored.value.count + 1 };
      await records.commit(ours, { writes: [update(counters, stored, value)] });
      return;
    } catch (error) {
      if (!(error instanceof DossierError) || error.code !== 'conflict') throw error;
    }
  }
};

/** Commits, claims, indexes and searches; says on stdout which jobs it did. */
const work = async (folder: string, name: string) => {
  const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
  const store = await openEmbeddedStore({ folder, clock, log: silentLogger });
  const done: string[] = [];
  for (let step = 1; step <= steps; step++) {
    await increment(store.records);
    const [job] = await store.jobs.claim({ kinds: ['read'], worker: name, leaseMilliseconds: 60_000, limit: 1 });
    if (job && (await store.jobs.complete(job))) done.push(job.key);
    const documentId = `document of ${name}`;
    await store.passages.stage(ours, documentId, step, [
      passage(documentId, 0, `shared words of ${name}`, { version: step }),
    ]);
    await store.passages.publish(ours, documentId, step);
    const found = await store.passages.lexical(ours, { terms: [name] }, { limit: 9 });
    if (found.length !== 1) throw new Error(`found ${found.length} passages of one`);
    await store.blobs.put(ours, Buffer.from('the same for all'));
  }
  await store.close();
  process.stdout.write(JSON.stringify(done));
};

/** Commits pairs of records with a job until it is killed; says on stdout after which pair it is. */
const pairs = async (folder: string, name: string) => {
  const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
  const store = await openEmbeddedStore({ folder, clock, log: silentLogger });
  for (let i = 0; ; i++) {
    await store.records.commit(ours, {
      writes: ['left', 'right'].map((side) => insert(counters, `${name} ${i} ${side}`, { count: i })),
      jobs: [{ kind: 'read', key: `${name} ${i}`, payload: {} }],
    });
    process.stdout.write(`${i}\n`);
  }
};

if (import.meta.main) {
  const [folder = '', name = '', mode] = process.argv.slice(2);
  await (mode === 'pairs' ? pairs(folder, name) : work(folder, name));
}
