import type { TestFn } from 'ava';
import { type AgendaFactory, minutes, promiser } from './agenda-samples.ts';

/** Between two instants, as what is reckoned from now is. */
const within = (date: Date | null | undefined, from: number, to: number): boolean =>
  date !== null && date !== undefined && date.getTime() >= from && date.getTime() <= to;

export const testAgendaSaving = (test: TestFn, create: AgendaFactory): void => {
  const promise = promiser(test, create);

  promise('a saved job comes back with all that it had', async (t, { save, stored }) => {
    const whole = {
      name: 'read',
      type: 'normal' as const,
      priority: -10,
      nextRunAt: minutes(5),
      data: { account: 'a "b" ü', path: ['x', 1, null], deep: { flag: false } },
      lockedAt: minutes(-1),
      lastRunAt: minutes(-2),
      lastFinishedAt: minutes(-3),
      failedAt: minutes(-4),
      failCount: 3,
      failReason: 'it was full',
      repeatInterval: '3 minutes',
      repeatTimezone: 'Europe/Vienna',
      repeatAt: '3:30pm',
      disabled: true,
      progress: 42,
      fork: true,
      startDate: minutes(-10),
      endDate: minutes(1000),
      skipDays: [0, 6],
      debounceStartedAt: minutes(-6),
    };
    const saved = await save(whole, 'here');
    t.like(saved, { ...whole, lastModifiedBy: 'here' });
    t.deepEqual(await stored(saved), saved);
    t.is((await stored(await save({ repeatInterval: 5000 }))).repeatInterval, 5000);
  });

  promise('what a job does not have is absent, and a job without a next run says so', async (t, { save, stored }) => {
    const job = await stored(await save({ nextRunAt: null }));
    t.is(job.nextRunAt, null);
    const { lockedAt, lastRunAt, lastFinishedAt, failedAt, failCount, failReason, repeatInterval } = job;
    const { repeatTimezone, repeatAt, disabled, progress, fork, startDate, endDate, skipDays, lastModifiedBy } = job;
    for (const each of [lockedAt, lastRunAt, lastFinishedAt, failedAt, failCount, failReason, repeatInterval]) {
      t.is(each, undefined);
    }
    for (const each of [repeatTimezone, repeatAt, disabled, progress, fork, startDate, endDate, skipDays]) {
      t.is(each, undefined);
    }
    t.is(lastModifiedBy, undefined);
  });

  promise('saved by its id a job changes; one that was removed stays away', async (t, { jobs, save, stored }) => {
    const job = await save({ data: { n: 1 }, repeatInterval: '1 day' }, 'here');
    const { repeatInterval: _gone, ...rest } = job;
    const changed = await jobs.saveJob({ ...rest, data: { n: 2 }, nextRunAt: minutes(9) }, { lastModifiedBy: 'there' });
    t.like(changed, { _id: job._id, data: { n: 2 }, lastModifiedBy: 'there' });
    t.is((await stored(job)).repeatInterval, undefined);
    t.is((await jobs.queryJobs()).total, 1);
    await jobs.removeJobs({ id: job._id });
    t.is((await jobs.saveJob(job, undefined))._id, job._id);
    t.is(await jobs.getJobById(job._id), null);
    t.is((await jobs.queryJobs()).total, 0);
  });

  promise(
    'of a single job there is one by its name, and a restart does not run it at once',
    async (t, { jobs, save }) => {
      const first = await save({ type: 'single', nextRunAt: minutes(5), data: { n: 1 } });
      const again = await save({ type: 'single', nextRunAt: minutes(-1), data: { n: 2 } });
      t.is(again._id, first._id);
      t.deepEqual(again.nextRunAt, first.nextRunAt);
      t.deepEqual(again.data, { n: 2 });
      const later = minutes(8);
      t.deepEqual((await save({ type: 'single', nextRunAt: later })).nextRunAt, later);
      await save({ type: 'single', name: 'write' });
      await save({ type: 'normal' });
      t.is((await jobs.queryJobs({ name: 'read' })).total, 2);
      t.is((await jobs.queryJobs()).total, 3);
    },
  );

  promise(
    'what is unique is changed where it is there already, and told apart by every value',
    async (t, { jobs, save }) => {
      const unique = { 'data.account.id': 7, 'data.kind': 'rent' };
      const data = { account: { id: 7, name: 'A' }, kind: 'rent' };
      const first = await save({ unique, data, nextRunAt: minutes(5) });
      const moved = minutes(2);
      const again = await save({ unique, data: { ...data, n: 2 }, nextRunAt: moved });
      t.is(again._id, first._id);
      t.deepEqual([again.nextRunAt, again.data], [moved, { ...data, n: 2 }]);
      t.is(again.unique, undefined);

      const kept = await save({ unique, uniqueOpts: { insertOnly: true }, data, nextRunAt: minutes(1) }, 'there');
      t.deepEqual(kept, again);
      const other = { account: { id: 8 }, kind: 'rent' };
      const inserted = await save({
        unique: { ...unique, 'data.account.id': 8 },
        uniqueOpts: { insertOnly: true },
        data: other,
      });
      t.not(inserted._id, first._id);
      t.not((await save({ name: 'write', unique, data }))._id, first._id);
      const off = await save({ unique: { disabled: true }, disabled: true });
      t.is((await save({ unique: { disabled: true }, disabled: true }))._id, off._id);
      t.is((await jobs.queryJobs()).total, 4);
    },
  );

  promise('each save puts a debounced job off, but not for ever', async (t, { jobs, save }) => {
    const unique = { 'data.id': 1 };
    const data = { id: 1 };
    const debounce = { delay: 60_000, maxWait: 300_000 };
    const before = Date.now();
    const first = await save({ unique, data, uniqueOpts: { debounce }, nextRunAt: minutes(0) });
    t.true(within(first.nextRunAt, before + 60_000, Date.now() + 60_000));
    t.true(within(first.debounceStartedAt, before, Date.now()));
    const between = Date.now();
    const second = await save({
      unique,
      data: { id: 1, n: 2 },
      uniqueOpts: { debounce: { ...debounce, strategy: 'trailing' } },
    });
    t.is(second._id, first._id);
    t.true(within(second.nextRunAt, between + 60_000, Date.now() + 60_000));
    t.deepEqual(second.debounceStartedAt, first.debounceStartedAt);

    await jobs.saveJob({ ...second, debounceStartedAt: minutes(-6) }, undefined);
    const late = Date.now();
    const forced = await save({ unique, data, uniqueOpts: { debounce } });
    t.is(forced._id, first._id);
    t.true(within(forced.nextRunAt, late, Date.now()));
    t.is(forced.debounceStartedAt, undefined);
    const patient = await save({ unique, data, uniqueOpts: { debounce: { delay: 60_000 } } });
    t.true(within(patient.nextRunAt, late + 60_000, Date.now() + 60_000));
  });

  promise('a job debounced from its first save on keeps that run', async (t, { save }) => {
    const unique = { 'data.id': 1 };
    const uniqueOpts = { debounce: { delay: 60_000, strategy: 'leading' as const } };
    const at = minutes(-1);
    const first = await save({ unique, uniqueOpts, data: { id: 1 }, nextRunAt: at });
    t.deepEqual(first.nextRunAt, at);
    const second = await save({ unique, uniqueOpts, data: { id: 1, n: 2 }, nextRunAt: minutes(3) });
    t.is(second._id, first._id);
    t.deepEqual([second.nextRunAt, second.data], [at, { id: 1, n: 2 }]);
  });

  promise('the state of a job is saved whole, and nothing but the state', async (t, { jobs, save, stored }) => {
    const job = await save({ data: { n: 1 } }, 'here');
    const state = {
      lockedAt: minutes(-1),
      nextRunAt: minutes(7),
      lastRunAt: minutes(-2),
      lastFinishedAt: minutes(-3),
      failedAt: minutes(-4),
      failCount: 2,
      failReason: 'it was full',
      progress: 50,
    };
    await jobs.saveJobState({ ...job, ...state, data: { n: 2 }, priority: 20 }, { lastModifiedBy: 'there' });
    t.like(await stored(job), { ...state, data: { n: 1 }, priority: 0, lastModifiedBy: 'there' });
    await jobs.saveJobState({ ...job, nextRunAt: null }, undefined);
    const cleared = await stored(job);
    t.is(cleared.nextRunAt, null);
    t.is(cleared.lockedAt, undefined);
    t.is(cleared.failReason, undefined);
    t.is(cleared.lastModifiedBy, undefined);
    await t.throwsAsync(jobs.saveJobState({ ...job, name: 'write' }, undefined));
    await jobs.removeJobs({ id: job._id });
    await t.throwsAsync(jobs.saveJobState(job, undefined));
    const { _id: _none, ...nameless } = job;
    await t.throwsAsync(jobs.saveJobState(nameless, undefined));
  });
};
