import type { ExecutionContext, TestFn } from 'ava';
import { DossierError } from '../../core/errors/error.ts';
import type { Principal } from '../../core/identity/principal.ts';
import type { Job, JobSpec, Jobs } from '../../core/ports/jobs.ts';
import type { Store } from '../../core/ports/store.ts';
import type { TestClock } from '../support/clock.ts';
import { ours, type StoreFactory, theirs } from './store.ts';

const failure = new DossierError('too_large', { bytes: 12, limit: 10 }).toJSON();
const claim = { kinds: ['read'], worker: 'host:1:1', leaseMilliseconds: 1000, limit: 10 };

type Queue = {
  readonly jobs: Jobs;
  readonly clock: TestClock;
  enqueue(principal: Principal, spec: Partial<JobSpec>): Promise<void>;
  /** Claims the one job that is due. */
  claimOne(worker?: string): Promise<Job>;
};

const queueOf = ({ store, clock }: { store: Store; clock: TestClock }): Queue => ({
  jobs: store.jobs,
  clock,
  enqueue: (principal, spec) =>
    store.records.commit(principal, { writes: [], jobs: [{ kind: 'read', key: 'a', payload: {}, ...spec }] }),
  claimOne: async (worker = claim.worker) => {
    const [job, ...more] = await store.jobs.claim({ ...claim, worker });
    if (job === undefined || more.length > 0) throw new Error(`claimed ${job ? more.length + 1 : 0} jobs, not one`);
    return job;
  },
});

/** What every engine's queue promises. */
export const testJobs = (test: TestFn, create: StoreFactory): void => {
  const promise = (title: string, check: (t: ExecutionContext, queue: Queue) => Promise<void>): void => {
    test(`jobs: ${title}`, async (t) => check(t, queueOf(await create(t))));
  };

  promise('a claimed job carries all that it was enqueued with', async (t, { jobs, clock, enqueue, claimOne }) => {
    const payload = { document_id: 'doc_1', depth: 2, path: ['a', null] };
    await enqueue(ours, { payload });
    t.like(await jobs.get(ours, 'read', 'a'), { state: 'waiting', attempts: 0, runAt: clock.now() });
    const job = await claimOne();
    t.deepEqual(job, {
      id: job.id,
      workspace: ours.workspace,
      kind: 'read',
      key: 'a',
      payload,
      state: 'running',
      attempts: 1,
      runAt: clock.now(),
      worker: claim.worker,
      leaseUntil: clock.now() + claim.leaseMilliseconds,
      cancelRequested: false,
    });
    t.deepEqual(await jobs.get(ours, 'read', 'a'), job);
    t.deepEqual(await jobs.claim(claim), []);
  });

  promise('only due jobs of the named kinds are claimed, oldest first, up to the limit', async (t, queue) => {
    const { jobs, clock, enqueue } = queue;
    await enqueue(ours, { key: 'later', runAt: clock.now() + 50 });
    await enqueue(ours, { key: 'second', runAt: clock.now() - 10 });
    await enqueue(theirs, { key: 'first', runAt: clock.now() - 20 });
    await enqueue(ours, { key: 'third' });
    await enqueue(ours, { kind: 'other', key: 'other' });
    t.deepEqual(await jobs.claim({ ...claim, kinds: [] }), []);
    const keys = (found: readonly Job[]) => found.map(({ key }) => key);
    t.deepEqual(keys(await jobs.claim({ ...claim, limit: 2 })), ['first', 'second']);
    t.deepEqual(keys(await jobs.claim(claim)), ['third']);
    clock.advance(50);
    t.deepEqual(keys(await jobs.claim({ ...claim, kinds: ['read', 'other'] })).sort(), ['later', 'other']);
  });

  promise('enqueuing a waiting or running job again changes nothing', async (t, { jobs, clock, enqueue, claimOne }) => {
    await enqueue(ours, { payload: { turn: 1 } });
    await enqueue(ours, { payload: { turn: 2 }, runAt: clock.now() + 5 });
    const job = await claimOne();
    t.deepEqual(job.payload, { turn: 1 });
    await enqueue(ours, { payload: { turn: 3 } });
    t.deepEqual(await jobs.get(ours, 'read', 'a'), job);
    t.true(await jobs.complete(job));
  });

  promise('once it has ended, a job can be enqueued anew and the old life has no say', async (t, queue) => {
    const { jobs, enqueue, claimOne } = queue;
    const ends: ((job: Job) => Promise<boolean>)[] = [
      (job) => jobs.complete(job),
      (job) => jobs.fail(job, failure),
      (job) => jobs.cancelled(job),
    ];
    for (const [turn, end] of ends.entries()) {
      await enqueue(ours, { payload: { turn } });
      const old = await claimOne();
      t.is(old.attempts, 1);
      t.true(await end(old));
      await enqueue(ours, { payload: { turn, anew: true } });
      const anew = await claimOne();
      t.like(anew, { payload: { turn, anew: true }, attempts: 1, error: undefined });
      t.not(anew.id, old.id);
      t.false(await jobs.complete(old));
      t.is(await jobs.extend(old, 1000), 'lost');
      t.true(await jobs.complete(anew));
    }
  });

  promise('the same key in another kind or workspace is another job', async (t, { jobs, enqueue }) => {
    await enqueue(ours, {});
    await enqueue(theirs, {});
    await enqueue(ours, { kind: 'other' });
    t.is((await jobs.claim({ ...claim, kinds: ['read', 'other'] })).length, 3);
  });

  promise('a job is given to one of many claimers only', async (t, { jobs, enqueue }) => {
    for (let i = 0; i < 30; i++) await enqueue(ours, { key: `job ${i}` });
    const claimed = await Promise.all(
      Array.from({ length: 12 }, (_, i) => jobs.claim({ ...claim, worker: `host:${i}:1`, limit: 5 })),
    );
    const ids = claimed.flat().map(({ id }) => id);
    t.is(ids.length, 30);
    t.is(new Set(ids).size, 30);
  });

  promise('a lease that runs out is claimed by another, and the old holder is refused', async (t, queue) => {
    const { jobs, clock, enqueue, claimOne } = queue;
    await enqueue(ours, {});
    const first = await claimOne('host:1:1');
    clock.advance(claim.leaseMilliseconds - 1);
    t.deepEqual(await jobs.claim(claim), []);
    clock.advance(1);
    const second = await claimOne('host:2:1');
    t.like(second, { id: first.id, attempts: 2, worker: 'host:2:1' });
    t.is(await jobs.extend(first, 1000), 'lost');
    t.false(await jobs.complete(first));
    t.false(await jobs.fail(first, failure));
    t.false(await jobs.fail(first, failure, clock.now()));
    t.false(await jobs.cancelled(first));
    t.deepEqual(await jobs.get(ours, 'read', 'a'), second);
    t.true(await jobs.complete(second));
    t.is(await jobs.extend(second, 1000), 'lost');
    t.false(await jobs.complete(second));
  });

  promise('a lease that is extended in time is kept', async (t, { jobs, clock, enqueue, claimOne }) => {
    await enqueue(ours, {});
    const job = await claimOne();
    clock.advance(900);
    t.is(await jobs.extend(job, 5000), 'held');
    clock.advance(4999);
    t.deepEqual(await jobs.claim(claim), []);
    t.is((await jobs.get(ours, 'read', 'a'))?.leaseUntil, clock.now() + 1);
    t.true(await jobs.complete(job));
  });

  promise('a completed job is done for good', async (t, { jobs, clock, enqueue, claimOne }) => {
    await enqueue(ours, {});
    t.true(await jobs.complete(await claimOne()));
    clock.advance(10 * claim.leaseMilliseconds);
    t.deepEqual(await jobs.claim(claim), []);
    t.like(await jobs.get(ours, 'read', 'a'), { state: 'done', worker: undefined, leaseUntil: undefined });
  });

  promise('a failed job waits for its retry, or fails for good and says why', async (t, queue) => {
    const { jobs, clock, enqueue, claimOne } = queue;
    await enqueue(ours, {});
    t.true(await jobs.fail(await claimOne(), failure, clock.now() + 100));
    t.like(await jobs.get(ours, 'read', 'a'), { state: 'waiting', attempts: 1, runAt: clock.now() + 100 });
    t.deepEqual(await jobs.claim(claim), []);
    clock.advance(100);
    const again = await claimOne();
    t.is(again.attempts, 2);
    t.true(await jobs.fail(again, failure));
    const failed = await jobs.get(ours, 'read', 'a');
    t.is(failed?.state, 'failed');
    t.deepEqual(failed?.error, failure);
    clock.advance(10 * claim.leaseMilliseconds);
    t.deepEqual(await jobs.claim(claim), []);
  });

  promise('a waiting job is cancelled at once', async (t, { jobs, enqueue }) => {
    await enqueue(ours, {});
    t.false(await jobs.cancel(theirs, 'read', 'a'));
    t.false(await jobs.cancel(ours, 'other', 'a'));
    t.false(await jobs.cancel(ours, 'read', 'b'));
    t.true(await jobs.cancel(ours, 'read', 'a'));
    t.is((await jobs.get(ours, 'read', 'a'))?.state, 'cancelled');
    t.false(await jobs.cancel(ours, 'read', 'a'));
    t.deepEqual(await jobs.claim(claim), []);
  });

  promise('a running job is asked to stop, and hears it when it extends its lease', async (t, queue) => {
    const { jobs, enqueue, claimOne } = queue;
    await enqueue(ours, {});
    const job = await claimOne();
    t.true(await jobs.cancel(ours, 'read', 'a'));
    t.like(await jobs.get(ours, 'read', 'a'), { state: 'running', cancelRequested: true });
    t.is(await jobs.extend(job, 1000), 'cancel');
    t.true(await jobs.cancelled(job));
    t.like(await jobs.get(ours, 'read', 'a'), { state: 'cancelled', cancelRequested: false });
    await enqueue(ours, {});
    t.is(await jobs.extend(await claimOne(), 1000), 'held');
  });

  promise('who takes over a job that was asked to stop hears it too', async (t, queue) => {
    const { jobs, clock, enqueue, claimOne } = queue;
    await enqueue(ours, {});
    await claimOne();
    await jobs.cancel(ours, 'read', 'a');
    clock.advance(claim.leaseMilliseconds);
    t.true((await claimOne('host:2:1')).cancelRequested);
  });

  promise('a job that was asked to stop does not wait for a retry', async (t, { jobs, clock, enqueue, claimOne }) => {
    await enqueue(ours, {});
    const job = await claimOne();
    await jobs.cancel(ours, 'read', 'a');
    t.true(await jobs.fail(job, failure, clock.now()));
    t.is((await jobs.get(ours, 'read', 'a'))?.state, 'cancelled');
  });

  promise('jobs of dead workers are freed, those of the living are not', async (t, queue) => {
    const { jobs, enqueue, claimOne } = queue;
    await enqueue(ours, { key: 'dead' });
    const dead = await claimOne('host:1:1');
    await enqueue(theirs, { key: 'stopping' });
    await claimOne('host:1:1');
    await jobs.cancel(theirs, 'read', 'stopping');
    await enqueue(ours, { key: 'alive' });
    await claimOne('host:2:1');
    t.is(await jobs.releaseWorkers(() => false), 0);
    t.is(await jobs.releaseWorkers((worker) => worker === 'host:1:1'), 2);
    t.is((await jobs.get(theirs, 'read', 'stopping'))?.state, 'cancelled');
    t.false(await jobs.complete(dead));
    t.like(await claimOne('host:3:1'), { key: 'dead', attempts: 2 });
  });

  promise('jobs are counted by state, per workspace and kind', async (t, { jobs, enqueue, claimOne }) => {
    const none = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
    t.deepEqual(await jobs.counts(ours), none);
    await enqueue(ours, { key: 'done' });
    await jobs.complete(await claimOne());
    await enqueue(ours, { key: 'failed' });
    await jobs.fail(await claimOne(), failure);
    await enqueue(ours, { key: 'running' });
    await claimOne();
    await enqueue(ours, { key: 'cancelled' });
    await jobs.cancel(ours, 'read', 'cancelled');
    await enqueue(ours, { key: 'waiting' });
    await enqueue(ours, { kind: 'other', key: 'waiting' });
    await enqueue(theirs, {});
    t.deepEqual(await jobs.counts(ours), { waiting: 2, running: 1, done: 1, failed: 1, cancelled: 1 });
    t.deepEqual(await jobs.counts(ours, 'read'), { waiting: 1, running: 1, done: 1, failed: 1, cancelled: 1 });
    t.deepEqual(await jobs.counts(theirs, 'read'), { ...none, waiting: 1 });
  });

  promise('the next due instant is that of the earliest waiting job of the kinds', async (t, queue) => {
    const { jobs, clock, enqueue, claimOne } = queue;
    t.is(await jobs.nextDue(['read']), undefined);
    await enqueue(ours, { key: 'later', runAt: clock.now() + 500 });
    await enqueue(theirs, { key: 'sooner', runAt: clock.now() + 100 });
    await enqueue(ours, { kind: 'other', runAt: clock.now() + 1 });
    t.is(await jobs.nextDue(['read']), clock.now() + 100);
    t.is(await jobs.nextDue(['read', 'other']), clock.now() + 1);
    t.is(await jobs.nextDue([]), undefined);
    clock.advance(100);
    await claimOne();
    t.is(await jobs.nextDue(['read']), clock.now() + 400);
  });

  promise('another workspace sees nothing of a job', async (t, { jobs, enqueue }) => {
    await enqueue(ours, {});
    t.is(await jobs.get(theirs, 'read', 'a'), undefined);
    t.is(await jobs.get(ours, 'other', 'a'), undefined);
    t.is((await jobs.counts(theirs)).waiting, 0);
  });
};
