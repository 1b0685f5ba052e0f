import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agenda, type AgendaBackend, type Job } from 'agenda';
import type { ExecutionContext, TestFn } from 'ava';
import { until } from '../support/pipeline.ts';
import { type AgendaFactory, minutes, promiser } from './agenda-samples.ts';

const HOLDER = new URL('../support/agenda-holder.ts', import.meta.url).pathname;

/** Agenda itself over a backend. */
const workerOver = (t: ExecutionContext, backend: AgendaBackend, name: string, processEvery = 50): Agenda => {
  // Agenda leaves a timer of half a lock's lifetime behind after each run, and a test does not end before it.
  const agenda = new Agenda({ backend, name, processEvery, maxConcurrency: 3, defaultLockLifetime: 1_500 });
  t.teardown(() => agenda.stop(false));
  return agenda;
};

export const testAgendaWorkers = (test: TestFn, create: AgendaFactory): void => {
  const promise = promiser(test, create);

  promise('two workers at once run every job once', async (t, { backend, other, save, jobs }) => {
    const runs: unknown[] = [];
    const workers = [workerOver(t, backend, 'one'), workerOver(t, other, 'two')];
    for (const worker of workers) {
      // All are locked at the start: on a slow machine the last must not have run out before its turn, which frees it for the other.
      const read = async (job: Job) => {
        runs.push((job.attrs.data as { n: number }).n);
      };
      worker.define('read', read, { lockLifetime: 10_000 });
    }
    const all = Array.from({ length: 30 }, (_, n) => n);
    for (const n of all) await save({ data: { n } });
    await Promise.all(workers.map((worker) => worker.start()));
    await until(async () => (await jobs.queryJobs({ state: 'completed' })).total === all.length);
    t.deepEqual(runs.toSorted(), all.toSorted());
  });

  promise(
    'what a worker holds when it is killed is free after the lifetime of the lock',
    async (t, { backend, place, save, stored }) => {
      const job = await save({ name: 'hold' });
      const child = spawn(process.execPath, [HOLDER, ...place], { stdio: ['ignore', 'pipe', 'inherit'] });
      t.teardown(() => child.kill('SIGKILL'));
      await once(child.stdout, 'data');
      child.kill('SIGKILL');
      await once(child, 'close');
      const held = await stored(job);
      t.is(held.nextRunAt, null);
      t.is(held.lastModifiedBy, 'holder');

      const lockLifetime = 1_500;
      const worker = workerOver(t, backend, 'next');
      const ran = Promise.withResolvers<number>();
      worker.define('hold', async () => ran.resolve(Date.now()), { lockLifetime });
      await worker.start();
      const at = await ran.promise;
      t.true(at >= (held.lockedAt?.getTime() ?? Number.POSITIVE_INFINITY) + lockLifetime);
    },
  );

  promise('a job that fails is tried again, and one that repeats is due again', async (t, { backend, jobs }) => {
    const worker = workerOver(t, backend, 'one');
    let tries = 0;
    worker.define(
      'flaky',
      async () => {
        tries++;
        if (tries < 3) throw new Error('not yet');
      },
      { backoff: () => 10 },
    );
    worker.define('often', async () => {});
    await worker.start();
    await worker.now('flaky', {});
    await worker.every('1 hour', 'often');
    const ofName = async (name: string) => (await jobs.queryJobs({ name })).jobs[0];
    await until(async () => (await ofName('flaky'))?.state === 'completed');
    t.is(tries, 3);
    await until(async () => (await ofName('often'))?.lastFinishedAt !== undefined);
    const often = await ofName('often');
    t.is(often?.state, 'repeating');
    t.true((often?.nextRunAt?.getTime() ?? 0) > minutes(50).getTime());
    await worker.every('1 hour', 'often');
    t.is((await jobs.queryJobs({ name: 'often' })).total, 1);
  });

  promise(
    'whoever stops leaves its connection to who opened it, and what it had not begun to others',
    async (t, { backend, jobs, save, stored }) => {
      const worker = workerOver(t, backend, 'one', 10_000);
      worker.define('read', async () => {});
      const job = await save({ nextRunAt: new Date(Date.now() + 8_000) });
      await worker.start();
      await until(async () => (await stored(job)).lockedAt !== undefined);
      await worker.stop(false);
      const left = await stored(job);
      t.deepEqual([left.lockedAt, left.nextRunAt, left.lastRunAt], [undefined, job.nextRunAt, undefined]);
      t.true(backend.name.length > 0);
      t.is(typeof (backend.ownsConnection ?? true), 'boolean');
      await backend.repository.connect();
      await backend.connect();
      t.is((await jobs.queryJobs()).total, 1);
    },
  );

  promise(
    'a channel, where there is one, tells its subscribers while somebody is connected',
    async (t, { backend, save }) => {
      const { notificationChannel: channel } = backend;
      if (channel === undefined) {
        t.pass('it has none: workers look by themselves');
        return;
      }
      const job = await save();
      const heard: unknown[] = [];
      const states: string[] = [];
      const note = (state: string) => states.push(state);
      channel.on('stateChange', note);
      const unsubscribe = channel.subscribe((each) => {
        heard.push(each.jobId);
      });
      const told = { jobId: job._id, jobName: job.name, nextRunAt: job.nextRunAt, priority: 0, timestamp: new Date() };
      t.is(channel.state, 'disconnected');
      await channel.connect();
      await channel.connect();
      await channel.disconnect();
      t.is(channel.state, 'connected', 'another one still is');
      await channel.publish(told);
      unsubscribe();
      await channel.publish(told);
      await channel.disconnect();
      channel.off('stateChange', note);
      await channel.connect();
      await channel.disconnect();
      t.deepEqual(heard, [job._id]);
      t.deepEqual(states, ['connected', 'disconnected']);
    },
  );
};
