import { randomUUID } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import type { DebounceOptions, JobParameters } from 'agenda';
import type { Row, Sql } from '../database.ts';
import { text } from '../rows.ts';
import { columns, type Field, type Fields, isField, toColumn, toJob } from './columns.ts';
import { allOf, type Condition, condition, withFields } from './selecting.ts';

/**
 * What the processor alone writes. `Job.save` leaves these out, so that who changes a job that is just running does not
 * take back its lock or forget its failures: absent means unchanged. (Agenda's MongoDB backend sets them to null.)
 */
const processorFields: ReadonlySet<Field> = new Set<Field>([
  'lockedAt',
  'lastRunAt',
  'lastFinishedAt',
  'failedAt',
  'failCount',
  'failReason',
  'progress',
]);

type Saved = { readonly job: JobParameters; readonly by: string | undefined; readonly now: number };

/** Inserts or updates, by id, as the only one of its name, by what it is unique in, or always anew: in this order. */
export const saveJob = (sql: Sql, { job, by, now }: Saved): JobParameters => {
  const { _id, unique, uniqueOpts, ...rest } = job;
  const fields: Fields = { ...rest, lastModifiedBy: by ?? null };
  if (_id) {
    const known = allOf([condition('id = ?', String(_id)), condition('name = ?', job.name)]);
    const found = first(sql, known);
    return found === undefined ? job : change(sql, found, fields);
  }
  if (job.type === 'single') {
    const only = allOf([condition('name = ?', job.name), condition("type = 'single'")]);
    const found = first(sql, only);
    if (found === undefined) return insert(sql, fields);
    // Starting a program again does not make what repeats run at once.
    const passed = job.nextRunAt && job.nextRunAt.getTime() <= now;
    return change(sql, found, fields, passed ? ['nextRunAt'] : []);
  }
  if (unique) {
    const same = allOf([condition('name = ?', job.name), ...withFields(unique)]);
    const found = first(sql, same);
    const debounce = uniqueOpts?.debounce;
    if (debounce) return saveDebounced(sql, found, fields, debounce, now);
    if (found === undefined) return insert(sql, fields);
    return uniqueOpts?.insertOnly ? toJob(found) : change(sql, found, fields);
  }
  return insert(sql, fields);
};

/** Leading: the first run stands and only data changes. Trailing: each save puts the run off, up to `maxWait` in all. */
const saveDebounced = (
  sql: Sql,
  found: Row | undefined,
  fields: Fields,
  { delay, maxWait, strategy = 'trailing' }: DebounceOptions,
  now: number,
): JobParameters => {
  const later = new Date(now + delay);
  if (found === undefined) {
    const nextRunAt = strategy === 'leading' ? (fields.nextRunAt ?? null) : later;
    return insert(sql, { ...fields, nextRunAt, debounceStartedAt: new Date(now) });
  }
  const existing = toJob(found);
  const started = existing.debounceStartedAt ?? new Date(now);
  if (strategy === 'leading') {
    return change(sql, found, { ...fields, nextRunAt: existing.nextRunAt, debounceStartedAt: started });
  }
  const waitedEnough = maxWait !== undefined && maxWait > 0 && now - started.getTime() >= maxWait;
  return change(sql, found, {
    ...fields,
    nextRunAt: waitedEnough ? new Date(now) : later,
    debounceStartedAt: waitedEnough ? null : started,
  });
};

const first = (sql: Sql, where: Condition): Row | undefined =>
  sql.get(`select * from agenda_jobs where ${where.sql} order by sequence limit 1`, ...where.parameters);

const insert = (sql: Sql, fields: Fields): JobParameters => {
  const id = randomUUID();
  const written = Object.entries(fields).filter((entry): entry is [Field, unknown] => isField(entry[0]));
  const names = written.map(([field]) => columns[field].name);
  sql.run(
    `insert into agenda_jobs (id, ${names.join(', ')}) values (?, ${names.map(() => '?').join(', ')})`,
    id,
    ...written.map(([field, value]) => toColumn(field, value)),
  );
  return jobWith(sql, id);
};

const change = (sql: Sql, found: Row, fields: Fields, kept: readonly Field[] = []): JobParameters => {
  const id = text(found['id']);
  const written = Object.keys(columns)
    .filter(isField)
    .filter((field) => !kept.includes(field) && !(processorFields.has(field) && fields[field] === undefined));
  setColumns(sql, id, Object.fromEntries(written.map((field) => [field, fields[field] ?? null])));
  return jobWith(sql, id);
};

/** Says whether there was such a job. */
export const setColumns = (sql: Sql, id: string, fields: Fields, where: Condition = condition('true')): boolean => {
  const entries = Object.entries(fields).filter((entry): entry is [Field, unknown] => isField(entry[0]));
  const values: SQLInputValue[] = entries.map(([field, value]) => toColumn(field, value));
  const assignments = entries.map(([field]) => `${columns[field].name} = ?`).join(', ');
  return (
    sql.run(
      `update agenda_jobs set ${assignments} where id = ? and ${where.sql}`,
      ...values,
      id,
      ...where.parameters,
    ) === 1
  );
};

export const jobWith = (sql: Sql, id: string): JobParameters => {
  const row = sql.get('select * from agenda_jobs where id = ?', id);
  if (row === undefined) throw new Error(`there is no job ${id}`);
  return toJob(row);
};
