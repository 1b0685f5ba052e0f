import { z } from 'zod';
import { DossierError, type ErrorBody } from '../../../core/errors/error.ts';
import { isErrorCode } from '../../../core/errors/table.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { Job, JobState, Jobs } from '../../../core/ports/jobs.ts';
import type { Database, Row, Sql } from '../database.ts';
import { json, number, text } from '../rows.ts';

/** The holder's lease still stands: nobody has claimed the job since, and it has not ended. */
const held = "id = ? and attempts = ? and state = 'running'";

export const embeddedJobs = (database: Database, clock: Clock): Jobs => {
  /** Ends or returns a job that its holder still holds. */
  const settle = (job: Job, assignments: string, ...parameters: (string | number)[]): Promise<boolean> =>
    database.write(
      (sql) =>
        sql.run(
          `update jobs set worker = null, lease_until = null, ${assignments} where ${held}`,
          ...parameters,
          job.id,
          job.attempts,
        ) === 1,
      'ordered',
    );

  return {
    claim: async (claim) => {
      const kinds = JSON.stringify(claim.kinds);
      const now = clock.now();
      const due = `select id from (
          select id, run_at, sequence from jobs
            where state = 'waiting' and kind in (select value from json_each(?)) and run_at <= ?
          union all
          select id, run_at, sequence from jobs
            where state = 'running' and kind in (select value from json_each(?)) and lease_until <= ?
        ) order by run_at, sequence limit ?`;
      const parameters = [kinds, now, kinds, now, Math.max(0, claim.limit)];
      // Looking costs no lock, so that idle workers do not stand in anyone's way.
      const some = await database.read((sql) => sql.get(due, ...parameters));
      if (!some) return [];
      return database.write(
        (sql) =>
          sql.all(due, ...parameters).map((row) => {
            const id = text(row['id']);
            sql.run(
              "update jobs set state = 'running', attempts = attempts + 1, worker = ?, lease_until = ? where id = ?",
              claim.worker,
              now + claim.leaseMilliseconds,
              id,
            );
            return jobOf(sql, id);
          }),
        'ordered',
      );
    },

    extend: (job, leaseMilliseconds) =>
      database.write((sql) => {
        const until = clock.now() + leaseMilliseconds;
        if (sql.run(`update jobs set lease_until = ? where ${held}`, until, job.id, job.attempts) === 0) return 'lost';
        return jobOf(sql, job.id).cancelRequested ? 'cancel' : 'held';
      }, 'ordered'),

    complete: (job) => settle(job, "state = 'done', cancel_requested = 0, error = null"),

    fail: (job, error, retryAt) =>
      retryAt === undefined
        ? settle(job, "state = 'failed', cancel_requested = 0, error = ?", JSON.stringify(error))
        : settle(
            job,
            "state = iif(cancel_requested, 'cancelled', 'waiting'), cancel_requested = 0, run_at = ?, error = ?",
            retryAt,
            JSON.stringify(error),
          ),

    cancelled: (job) => settle(job, "state = 'cancelled', cancel_requested = 0"),

    cancel: (principal, kind, key) =>
      database.write(
        (sql) =>
          sql.run(
            `update jobs set cancel_requested = (state = 'running'), state = iif(state = 'running', state, 'cancelled')
              where workspace = ? and kind = ? and key = ? and state in ('waiting', 'running')`,
            principal.workspace,
            kind,
            key,
          ) === 1,
        'synced',
      ),

    get: async (principal, kind, key) => {
      const row = await database.read((sql) =>
        sql.get('select * from jobs where workspace = ? and kind = ? and key = ?', principal.workspace, kind, key),
      );
      return row && toJob(row);
    },

    counts: async (principal, kind) => {
      const rows = await database.read((sql) =>
        kind === undefined
          ? sql.all('select state, count(*) as count from jobs where workspace = ? group by state', principal.workspace)
          : sql.all(
              'select state, count(*) as count from jobs where workspace = ? and kind = ? group by state',
              principal.workspace,
              kind,
            ),
      );
      const counts: Record<JobState, number> = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
      for (const row of rows) counts[stateSchema.parse(row['state'])] = number(row['count']);
      return counts;
    },

    releaseWorkers: async (isDead) => {
      const running = "select distinct worker from jobs where state = 'running'";
      const workers = await database.read((sql) => sql.all(running).map((row) => text(row['worker'])));
      const dead = workers.filter((worker) => isDead(worker));
      if (dead.length === 0) return 0;
      return database.write(
        (sql) =>
          sql.run(
            `update jobs set worker = null, lease_until = null,
                state = iif(cancel_requested, 'cancelled', 'waiting'), cancel_requested = 0
              where state = 'running' and worker in (select value from json_each(?))`,
            JSON.stringify(dead),
          ),
        'ordered',
      );
    },

    nextDue: async (kinds) => {
      const row = await database.read((sql) =>
        sql.get(
          `select min(run_at) as due from jobs where state = 'waiting' and kind in (select value from json_each(?))`,
          JSON.stringify(kinds),
        ),
      );
      return typeof row?.['due'] === 'number' ? row['due'] : undefined;
    },
  };
};

const stateSchema = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);
const payloadSchema = z.record(z.string(), z.unknown());
const errorSchema = z.object({
  code: z.string().refine(isErrorCode),
  message: z.string(),
  hint: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
});

const jobOf = (sql: Sql, id: string): Job => {
  const row = sql.get('select * from jobs where id = ?', id);
  if (!row) throw new DossierError('internal');
  return toJob(row);
};

const toJob = (row: Row): Job => ({
  id: text(row['id']),
  workspace: text(row['workspace']),
  kind: text(row['kind']),
  key: text(row['key']),
  payload: payloadSchema.parse(json(row['payload'])),
  state: stateSchema.parse(row['state']),
  attempts: number(row['attempts']),
  runAt: number(row['run_at']),
  ...(row['worker'] === null ? {} : { worker: text(row['worker']) }),
  ...(row['lease_until'] === null ? {} : { leaseUntil: number(row['lease_until']) }),
  cancelRequested: row['cancel_requested'] === 1,
  ...(row['error'] === null ? {} : { error: toError(row) }),
});

/** An error of a newer or older version keeps what it says, under a code that this one knows. */
const toError = (row: Row): ErrorBody => {
  const parsed = errorSchema.safeParse(json(row['error']));
  if (!parsed.success) return new DossierError('internal').toJSON();
  const { code, message, hint, details } = parsed.data;
  return { code, message, hint, ...(details === undefined ? {} : { details }) };
};
