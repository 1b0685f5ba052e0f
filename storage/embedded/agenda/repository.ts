import type { JobRepository, JobsOverview, JobsQueryOptions, JobsResult } from 'agenda';
import type { Database, Sql } from '../database.ts';
import { number, text } from '../rows.ts';
import { columns, jobStates, stateExpression, stateOf, toJob } from './columns.ts';
import { jobWith, saveJob, setColumns } from './saving.ts';
import { allOf, type Condition, condition, oneOf, selected, withData } from './selecting.ts';

/**
 * Agenda's jobs in our database. A claim is one transaction that locks for writing when it begins, so that two
 * processes never hold the same job. Agenda compares what is stored here with `Date`, so instants come from there too
 * and not from an injected clock.
 */
export const embeddedRepository = (database: Database): JobRepository => ({
  connect: async () => {},

  queryJobs: (options) => database.read((sql) => query(sql, options ?? {})),

  getJobsOverview: () =>
    database.read((sql) => {
      const overviews = new Map<string, JobsOverview>();
      const rows = sql.all(
        `select name, ${stateExpression} as state, count(*) as count, count(*) filter (where disabled) as paused
          from agenda_jobs group by 1, 2 order by 1`,
        Date.now(),
      );
      for (const row of rows) {
        const name = text(row['name']);
        const none = Object.fromEntries(jobStates.map((state) => [state, 0])) as Record<(typeof jobStates)[number], 0>;
        const overview = overviews.get(name) ?? { name, total: 0, paused: 0, ...none };
        overview[stateOf(row)] += number(row['count']);
        overview.total += number(row['count']);
        overview.paused += number(row['paused']);
        overviews.set(name, overview);
      }
      return [...overviews.values()];
    }),

  getDistinctJobNames: () =>
    database.read((sql) => sql.all('select distinct name from agenda_jobs order by 1').map((row) => text(row['name']))),

  getJobById: (id) =>
    database.read((sql) => {
      const row = sql.get('select * from agenda_jobs where id = ?', id);
      return row === undefined ? null : toJob(row);
    }),

  getQueueSize: () =>
    database.read((sql) =>
      number(sql.get('select count(*) as count from agenda_jobs where next_run_at < ?', Date.now())?.['count']),
    ),

  removeJobs: (options) =>
    changeSelected(database, selected(options), (where) => condition(`delete from agenda_jobs where ${where}`)),

  disableJobs: (options) => setDisabled(database, selected(options), 1),
  enableJobs: (options) => setDisabled(database, selected(options), 0),

  purgeAllJobs: () => database.write((sql) => sql.run('delete from agenda_jobs'), 'synced'),

  saveJob: (job, options) =>
    database.write(
      // What comes back is what went in, through JSON.
      (sql) => saveJob(sql, { job, by: options?.lastModifiedBy, now: Date.now() }) as typeof job,
      'synced',
    ),

  saveJobState: (job, options) =>
    database.write((sql) => {
      const { lockedAt, nextRunAt, lastRunAt, lastFinishedAt, failedAt, failCount, failReason, progress } = job;
      const state = { lockedAt, nextRunAt, lastRunAt, lastFinishedAt, failedAt, failCount, failReason, progress };
      const fields = { ...state, lastModifiedBy: options?.lastModifiedBy ?? null };
      if (!job._id || !setColumns(sql, String(job._id), fields, condition('name = ?', job.name))) {
        throw new Error(`the state of job ${job._id} (${job.name}) cannot be saved: it does not exist any more`);
      }
    }, 'ordered'),

  lockJob: (job, options) =>
    database.write((sql) => {
      const free = allOf([
        condition('name = ?', job.name),
        condition('locked_at is null and disabled is not 1'),
        condition('next_run_at is ?', job.nextRunAt?.getTime() ?? null),
      ]);
      const lock = { lockedAt: new Date(), lastModifiedBy: options?.lastModifiedBy ?? null };
      return job._id && setColumns(sql, String(job._id), lock, free) ? jobWith(sql, String(job._id)) : undefined;
    }, 'ordered'),

  // A job that is being worked on has no next run: only its holder, or the end of its lock, frees it.
  unlockJob: async ({ _id }) => {
    const unlock = 'update agenda_jobs set locked_at = null where id = ? and next_run_at is not null';
    // Agenda does not wait for this and would die of a rejection. The lock ends by itself.
    await database.write((sql) => sql.run(unlock, String(_id)), 'ordered').catch(() => {});
  },

  unlockJobs: async (ids) => {
    const these = oneOf('id', ids.map(String));
    await database.write(
      (sql) => sql.run(`update agenda_jobs set locked_at = null where ${these.sql}`, ...these.parameters),
      'ordered',
    );
  },

  getNextJobToRun: async (name, nextScanAt, lockDeadline, now = new Date(), options = {}) => {
    const find = `select id from (
        select id, next_run_at, priority, sequence from agenda_jobs
          where name = ? and next_run_at <= ? and locked_at is null and disabled is not 1
        union all
        select id, next_run_at, priority, sequence from agenda_jobs
          where name = ? and locked_at is not null and locked_at <= ? and disabled is not 1
      ) order by next_run_at, priority desc, sequence limit 1`;
    const parameters = [name, nextScanAt.getTime(), name, lockDeadline.getTime()];
    // Looking costs no lock, so that idle workers do not stand in anyone's way.
    if ((await database.read((sql) => sql.get(find, ...parameters))) === undefined) return undefined;
    return database.write((sql) => {
      const row = sql.get(find, ...parameters);
      if (row === undefined) return undefined;
      const id = text(row['id']);
      setColumns(sql, id, { lockedAt: now, lastModifiedBy: options?.lastModifiedBy ?? null });
      return jobWith(sql, id);
    }, 'ordered');
  },
});

const sortable = ['nextRunAt', 'lastRunAt', 'lastFinishedAt', 'priority', 'name', 'data'] as const;

const query = (sql: Sql, options: JobsQueryOptions): JobsResult => {
  const { id, ids, name, names, search, state, data, includeDisabled = true, sort = {}, skip = 0, limit = 0 } = options;
  const named = sql.all('select distinct name from agenda_jobs').map((row) => text(row['name']));
  const sought = search?.toLowerCase();
  const where = allOf([
    ...(id ? [condition('id = ?', id)] : ids?.length ? [oneOf('id', ids)] : []),
    ...(sought
      ? [
          oneOf(
            'name',
            named.filter((each) => each.toLowerCase().includes(sought)),
          ),
        ]
      : name
        ? [condition('name = ?', name)]
        : names?.length
          ? [oneOf('name', names)]
          : []),
    ...(data === undefined ? [] : withData(data)),
    ...(includeDisabled ? [] : [condition('disabled is not 1')]),
    ...(state === undefined ? [] : [state === 'paused' ? condition('disabled = 1') : condition('state = ?', state)]),
  ]);
  const orders = sortable.flatMap((field) =>
    sort[field] === undefined ? [] : [`${columns[field].name} ${sort[field] === 'asc' ? 'asc' : 'desc'}`],
  );
  const order = [...(orders.length > 0 ? orders : ['next_run_at desc', 'last_run_at desc']), 'sequence'].join(', ');
  const all = `from (select *, ${stateExpression} as state from agenda_jobs) where ${where.sql}`;
  const parameters = [Date.now(), ...where.parameters];
  const rows = sql.all(
    `select * ${all} order by ${order} limit ? offset ?`,
    ...parameters,
    limit > 0 ? limit : -1,
    Math.max(0, skip),
  );
  return {
    jobs: rows.map((row) => ({ ...toJob(row), state: stateOf(row) })),
    total: number(sql.get(`select count(*) as count ${all}`, ...parameters)?.['count']),
  };
};

const changeSelected = async (
  database: Database,
  conditions: readonly Condition[],
  statement: (where: string) => Condition,
): Promise<number> => {
  if (conditions.length === 0) return 0;
  const where = allOf(conditions);
  const { sql: changing, parameters } = statement(where.sql);
  return database.write((sql) => sql.run(changing, ...parameters, ...where.parameters), 'synced');
};

const setDisabled = (database: Database, conditions: readonly Condition[], disabled: 0 | 1): Promise<number> =>
  changeSelected(database, conditions, (where) =>
    condition(`update agenda_jobs set disabled = ? where disabled is not ? and ${where}`, disabled, disabled),
  );
