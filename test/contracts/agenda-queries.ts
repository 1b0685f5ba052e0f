import type { JobState, RemoveJobsOptions } from 'agenda';
import type { TestFn } from 'ava';
import { type AgendaFactory, minutes, promiser, type Rig, type Saved } from './agenda-samples.ts';

const stateSamples: Record<Exclude<JobState, 'paused'>, Partial<Saved>> = {
  running: { lockedAt: minutes(-1), failedAt: minutes(-1) },
  failed: { failedAt: minutes(-1), lastFinishedAt: minutes(-1), repeatInterval: '1 day', nextRunAt: minutes(9) },
  repeating: { repeatInterval: '1 day', nextRunAt: minutes(9) },
  scheduled: { nextRunAt: minutes(9), failedAt: minutes(-2), lastFinishedAt: minutes(-1) },
  queued: { nextRunAt: minutes(-9) },
  completed: { nextRunAt: null, lastFinishedAt: minutes(-1) },
};

export const testAgendaQueries = (test: TestFn, create: AgendaFactory): void => {
  const promise = promiser(test, create);

  /** Jobs that differ in all that they can be chosen by. */
  const three = async ({ save }: Rig) => ({
    read: await save({ name: 'read', data: { a: { b: 1, c: 2 }, tags: ['x', 'y'] } }),
    write: await save({ name: 'write.all', data: { a: { b: 1, c: 3 } } }),
    text: await save({ name: 'Write 100%', data: 'words' }),
  });
  const ids = (jobs: readonly { readonly _id?: unknown }[]) => jobs.map(({ _id }) => String(_id)).sort();

  promise('jobs are found by name, id, words and data, alone and together', async (t, rig) => {
    const { read, write, text } = await three(rig);
    const found = async (options: Parameters<Rig['jobs']['queryJobs']>[0], ...expected: Saved[]) => {
      const { jobs, total } = await rig.jobs.queryJobs(options);
      t.deepEqual(ids(jobs), ids(expected), JSON.stringify(options));
      t.is(total, expected.length);
    };
    await found(undefined, read, write, text);
    await found({ name: 'read' }, read);
    await found({ names: ['read', 'Write 100%', 'none'] }, read, text);
    await found({ id: read._id }, read);
    await found({ ids: [read._id, text._id] }, read, text);
    await found({ search: 'WRITE' }, write, text);
    await found({ search: '.a' }, write);
    await found({ search: '0%' }, text);
    await found({ data: { a: { b: 1 } } }, read, write);
    await found({ data: { a: { b: 1, c: 3 } } }, write);
    await found({ data: { tags: ['x', 'y'] } }, read);
    await found({ data: { tags: ['y'] } });
    await found({ data: 'words' }, text);
    await found({ data: { a: { b: 1 } }, name: 'read' }, read);
    await found({ ids: [read._id], search: 'write' });
    await rig.jobs.disableJobs({ id: read._id });
    await found({ includeDisabled: false }, write, text);
    await found({ includeDisabled: true }, read, write, text);
  });

  promise('every job has a state, by which it is found and counted', async (t, { jobs, save }) => {
    for (const [state, sample] of Object.entries(stateSamples)) await save({ ...sample, data: { state } });
    for (const state of Object.keys(stateSamples) as (keyof typeof stateSamples)[]) {
      const found = await jobs.queryJobs({ state });
      t.is(found.total, 1, state);
      t.like(found.jobs[0], { state, data: { state } });
    }
    await save({ nextRunAt: null, name: 'write', data: {}, disabled: true });
    t.like((await jobs.queryJobs({ state: 'paused' })).jobs, { 0: { name: 'write', state: 'completed' }, length: 1 });
    t.is((await jobs.queryJobs({ state: 'completed' })).total, 2);
    const overview = await jobs.getJobsOverview();
    const one = { running: 1, failed: 1, repeating: 1, scheduled: 1, queued: 1, completed: 1 };
    const none = { running: 0, failed: 0, repeating: 0, scheduled: 0, queued: 0 };
    t.deepEqual(
      [...overview].sort((a, b) => a.name.localeCompare(b.name)),
      [
        { name: 'read', total: 6, paused: 0, ...one },
        { name: 'write', total: 1, paused: 1, ...none, completed: 1 },
      ],
    );
    t.deepEqual([...(await jobs.getDistinctJobNames())].sort(), ['read', 'write']);
    t.is(await jobs.getQueueSize(), 2, 'those whose time has come, locked or not');
  });

  promise('pages are in the order that is asked for', async (t, { jobs, save }) => {
    for (const n of [2, 1, 3]) {
      await save({
        name: `read ${n}`,
        data: n,
        priority: n,
        nextRunAt: minutes(n),
        lastRunAt: minutes(-n),
        lastFinishedAt: minutes(n === 2 ? -9 : -n),
      });
    }
    const order = async (options: Parameters<Rig['jobs']['queryJobs']>[0]) =>
      (await jobs.queryJobs(options)).jobs.map(({ data }) => data);
    t.deepEqual(await order({}), [3, 2, 1], 'the one that runs last comes first');
    for (const field of ['nextRunAt', 'priority', 'name', 'data'] as const) {
      t.deepEqual(await order({ sort: { [field]: 'asc' } }), [1, 2, 3], field);
      t.deepEqual(await order({ sort: { [field]: 'desc' } }), [3, 2, 1], field);
    }
    t.deepEqual(await order({ sort: { lastRunAt: 'asc' } }), [3, 2, 1]);
    t.deepEqual(await order({ sort: { lastFinishedAt: 'asc' } }), [2, 3, 1]);
    await save({ name: 'read 9', data: 4, priority: 3 });
    t.deepEqual(await order({ sort: { priority: 'asc', name: 'desc' } }), [1, 2, 4, 3]);
    const page = await jobs.queryJobs({ sort: { data: 'asc' }, skip: 1, limit: 2 });
    t.deepEqual([page.jobs.map(({ data }) => data), page.total], [[2, 3], 4]);
    const filtered = await jobs.queryJobs({ state: 'scheduled', sort: { data: 'asc' }, skip: 2, limit: 5 });
    t.deepEqual([filtered.jobs.map(({ data }) => data), filtered.total], [[3], 3]);
    t.deepEqual(await order({ sort: { data: 'asc' }, skip: 3 }), [4]);
  });

  /** Each option alone, with the jobs that it means. */
  const choices = ({ read, write, text }: Awaited<ReturnType<typeof three>>): [RemoveJobsOptions, Saved[]][] => [
    [{ id: read._id }, [read]],
    [{ id: String(write._id) }, [write]],
    [{ ids: [read._id, text._id] }, [read, text]],
    [{ name: 'read' }, [read]],
    [{ names: ['read', 'write.all'] }, [read, write]],
    [{ notNames: ['read', 'write.all'] }, [text]],
    [{ data: { a: { b: 1 } } }, [read, write]],
    [{ data: 'words' }, [text]],
    [{ name: 'read', data: { a: { c: 3 } } }, []],
    [{ ids: [] }, []],
    [{ names: [] }, []],
    [{ data: {} }, []],
    [{}, []],
  ];

  promise('jobs are disabled and enabled by every option, and none without one', async (t, rig) => {
    const { jobs } = rig;
    for (const [options, meant] of choices(await three(rig))) {
      t.is(await jobs.disableJobs(options), meant.length, JSON.stringify(options));
      t.deepEqual(ids((await jobs.queryJobs({ state: 'paused' })).jobs), ids(meant));
      t.is(await jobs.enableJobs(options), meant.length);
      t.is((await jobs.queryJobs({ state: 'paused' })).total, 0);
    }
  });

  promise('jobs are removed by every option, and none without one', async (t, rig) => {
    const { jobs } = rig;
    for (let index = 0; ; index++) {
      const made = await three(rig);
      const choice = choices(made)[index];
      if (choice === undefined) break;
      const [options, meant] = choice;
      t.is(await jobs.removeJobs(options), meant.length, JSON.stringify(options));
      const left = Object.values(made).filter((job) => !meant.includes(job));
      t.deepEqual(ids((await jobs.queryJobs()).jobs), ids(left));
      t.is(await jobs.purgeAllJobs(), left.length);
    }
    t.is(await jobs.purgeAllJobs(), 3);
    t.deepEqual(await jobs.getDistinctJobNames(), []);
  });
};
