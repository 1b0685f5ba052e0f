import test, { type ExecutionContext } from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { backoffMilliseconds } from '../../../core/jobs/backoff.ts';
import { createWorker, type JobHandler, type WorkerSetup } from '../../../core/jobs/worker.ts';
import type { JobSpec, Jobs } from '../../../core/ports/jobs.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { TestClock } from '../../support/clock.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';
import { driven, until } from '../../support/pipeline.ts';

const enqueue = (store: Store, ...specs: (Partial<JobSpec> & { key: string })[]) =>
  store.records.commit(localPrincipal, {
    writes: [],
    jobs: specs.map((spec) => ({ kind: 'read', payload: {}, ...spec })),
  });

const startWorker = (
  t: ExecutionContext,
  { jobs, clock }: { jobs: Jobs; clock: TestClock },
  setup: Partial<WorkerSetup> & { handlers: WorkerSetup['handlers'] },
) => {
  const worker = createWorker({ jobs, clock, log: silentLogger, name: 'here:1:1', concurrency: 1, ...setup });
  worker.start();
  t.teardown(() => worker.stop());
  return worker;
};

const done: JobHandler = async () => ({ end: 'done' });

test('jobs run in order, no more at once than allowed, and those of the background when nothing else is due', async (t) => {
  const { store, clock } = await createEmbeddedStore(t);
  const ran: string[] = [];
  let running = 0;
  let most = 0;
  const handler: JobHandler = async ({ key }) => {
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    ran.push(key);
    running--;
    return { end: 'done' };
  };
  const keys = ['a', 'b', 'c', 'd', 'e'];
  await enqueue(store, { kind: 'slow', key: 'later 1' }, { kind: 'slow', key: 'later 2' });
  await enqueue(store, ...keys.map((key) => ({ key })));
  startWorker(t, { jobs: store.jobs, clock }, { handlers: { read: handler }, background: () => ({ slow: handler }) });
  await until(async () => (await store.jobs.counts(localPrincipal)).done === 7);
  t.deepEqual(ran, [...keys, 'later 1', 'later 2']);
  t.is(most, 1);
});

test('what passes is tried again with backoff and given up after five attempts; what does not is final', async (t) => {
  const { store, clock } = await createEmbeddedStore(t);
  const tried: Record<string, number[]> = { busy: [], defect: [], bad: [] };
  const handler: JobHandler = async ({ key }) => {
    tried[key]?.push(clock.now());
    if (key === 'busy') throw new DossierError('store_locked');
    if (key === 'bad') throw new DossierError('damaged', { reason: 'test' });
    throw new TypeError('a defect');
  };
  await enqueue(store, { key: 'busy' }, { key: 'defect' }, { key: 'bad' });
  startWorker(t, { jobs: store.jobs, clock }, { handlers: { read: handler }, concurrency: 3 });
  await driven(
    clock,
    until(async () => (await store.jobs.counts(localPrincipal)).failed === 3),
  );
  t.deepEqual(
    Object.values(tried).map((times) => times.length),
    [5, 5, 1],
  );
  for (const [index, least] of [500, 1000, 2000, 4000].entries()) {
    const [before = 0, after = 0] = tried['busy']?.slice(index, index + 2) ?? [];
    t.true(after - before >= least, `${after - before} after attempt ${index + 1}`);
  }
  t.like(await store.jobs.get(localPrincipal, 'read', 'busy'), { state: 'failed', error: { code: 'store_locked' } });
  t.like(await store.jobs.get(localPrincipal, 'read', 'defect'), { state: 'failed', error: { code: 'internal' } });
});

test('backoff doubles up to five minutes, and spreads', (t) => {
  const [soonest, latest] = [() => 0, () => 1];
  t.deepEqual(
    [1, 2, 3, 9, 10, 50].map((attempt) => backoffMilliseconds(attempt, latest)),
    [1_000, 2_000, 4_000, 256_000, 300_000, 300_000],
  );
  t.deepEqual(
    [1, 2, 3].map((attempt) => backoffMilliseconds(attempt, soonest)),
    [500, 1_000, 2_000],
  );
});

test('a long job keeps its lease; one whose process is held up goes to another, and its words no longer count', async (t) => {
  const { store, clock } = await createEmbeddedStore(t);
  const { promise, resolve } = Promise.withResolvers<void>();
  const began = Promise.withResolvers<void>();
  const long: JobHandler = async () => {
    began.resolve();
    await promise;
    return { end: 'done' };
  };
  // Stands for a process that is suspended: its heartbeats do not come through.
  let suspended = false;
  const { promise: awake, resolve: wake } = Promise.withResolvers<void>();
  const refused: boolean[] = [];
  const jobs: Jobs = {
    ...store.jobs,
    extend: async (...call) => {
      if (suspended) await awake;
      return store.jobs.extend(...call);
    },
    complete: async (job) => {
      refused.push(!(await store.jobs.complete(job)));
      return true;
    },
  };
  await enqueue(store, { key: 'long' });
  startWorker(t, { jobs, clock }, { handlers: { read: long } });
  t.teardown(() => {
    wake();
    resolve();
  });
  await began.promise;
  const other = { kinds: ['read'], worker: 'there:2:2', leaseMilliseconds: 30_000, limit: 1 };
  for (let step = 0; step < 10; step++) {
    const before = (await store.jobs.get(localPrincipal, 'read', 'long'))?.leaseUntil ?? 0;
    clock.advance(10_000);
    await until(async () => ((await store.jobs.get(localPrincipal, 'read', 'long'))?.leaseUntil ?? 0) > before);
  }
  t.deepEqual(await store.jobs.claim(other), []);

  suspended = true;
  clock.advance(31_000);
  const [taken] = await store.jobs.claim(other);
  t.like(taken, { key: 'long', attempts: 2 });
  resolve();
  await until(async () => refused.length === 1);
  t.deepEqual(refused, [true]);
  t.like(await store.jobs.get(localPrincipal, 'read', 'long'), { state: 'running', worker: 'there:2:2' });
  t.true(taken && (await store.jobs.complete(taken)));
});

test('a cancel reaches a running job without waiting for its next heartbeat', async (t) => {
  const { store, clock } = await createEmbeddedStore(t);
  const began = Promise.withResolvers<void>();
  const untilAborted: JobHandler = async (_job, { signal }) => {
    began.resolve();
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    return { end: 'done' };
  };
  await enqueue(store, { key: 'one' });
  const worker = startWorker(t, { jobs: store.jobs, clock }, { handlers: { read: untilAborted } });
  await began.promise;
  await store.jobs.cancel(localPrincipal, 'read', 'one');
  await worker.check();
  await until(async () => (await store.jobs.counts(localPrincipal)).cancelled === 1);
  t.pass();
});

test('a worker that stops gives back what runs, also what it claims at that moment', async (t) => {
  const { store, clock } = await createEmbeddedStore(t);
  const claiming = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const jobs: Jobs = {
    ...store.jobs,
    claim: async (claim) => {
      const claimed = await store.jobs.claim(claim);
      claiming.resolve();
      await goOn.promise;
      return claimed;
    },
  };
  const untilAborted: JobHandler = async (_job, { signal }) => {
    signal.throwIfAborted();
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    return { end: 'done' };
  };
  await enqueue(store, { key: 'one' });
  const worker = startWorker(t, { jobs, clock }, { handlers: { read: untilAborted } });
  await claiming.promise;
  const stopped = worker.stop();
  goOn.resolve();
  await stopped;
  await worker.stop();
  t.like(await store.jobs.get(localPrincipal, 'read', 'one'), { state: 'waiting', runAt: clock.now() });
});

test('a queue that does not answer for a moment ends nothing', async (t) => {
  const { store, clock } = await createEmbeddedStore(t);
  let failures = 0;
  const flaky = async (): Promise<never> => {
    failures++;
    throw new DossierError('store_locked');
  };
  const jobs: Jobs = {
    ...store.jobs,
    claim: (claim) => (failures < 3 ? flaky() : store.jobs.claim(claim)),
    nextDue: (kinds) => (failures < 3 ? flaky() : store.jobs.nextDue(kinds)),
  };
  await enqueue(store, { key: 'one' });
  startWorker(t, { jobs, clock }, { handlers: { read: done } });
  await driven(
    clock,
    until(async () => (await store.jobs.counts(localPrincipal)).done === 1),
  );
  t.true(failures >= 3);
});
