import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { JobId, JobParameters, JobState } from 'agenda';
import { z } from 'zod';
import type { Row } from '../database.ts';
import { json, number, text } from '../rows.ts';

/** How a field of a job is kept. */
type Column = { readonly name: string; readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'json' };

/** Every field that is stored, but the id. `unique` and `uniqueOpts` say how to save and are not part of a job. */
export const columns = {
  name: { name: 'name', kind: 'text' },
  type: { name: 'type', kind: 'text' },
  priority: { name: 'priority', kind: 'number' },
  data: { name: 'data', kind: 'json' },
  nextRunAt: { name: 'next_run_at', kind: 'date' },
  lockedAt: { name: 'locked_at', kind: 'date' },
  lastRunAt: { name: 'last_run_at', kind: 'date' },
  lastFinishedAt: { name: 'last_finished_at', kind: 'date' },
  failedAt: { name: 'failed_at', kind: 'date' },
  failCount: { name: 'fail_count', kind: 'number' },
  failReason: { name: 'fail_reason', kind: 'text' },
  repeatInterval: { name: 'repeat_interval', kind: 'json' },
  repeatTimezone: { name: 'repeat_timezone', kind: 'text' },
  repeatAt: { name: 'repeat_at', kind: 'text' },
  disabled: { name: 'disabled', kind: 'boolean' },
  progress: { name: 'progress', kind: 'number' },
  fork: { name: 'fork', kind: 'boolean' },
  startDate: { name: 'start_date', kind: 'date' },
  endDate: { name: 'end_date', kind: 'date' },
  skipDays: { name: 'skip_days', kind: 'json' },
  debounceStartedAt: { name: 'debounce_started_at', kind: 'date' },
  lastModifiedBy: { name: 'last_modified_by', kind: 'text' },
} as const satisfies Partial<Record<keyof JobParameters, Column>>;

export type Field = keyof typeof columns;
export type Fields = { readonly [F in Field]?: JobParameters[F] | null | undefined };

export const isField = (name: string): name is Field => Object.hasOwn(columns, name);

/** A field's value as its column has it; null where the job has none. */
export const toColumn = (field: Field, value: unknown): SQLInputValue => {
  if (value === undefined || value === null) return null;
  switch (columns[field].kind) {
    case 'date': {
      const instant = new Date(value as Date | number | string).getTime();
      if (Number.isNaN(instant)) throw new TypeError(`${field} is no date`);
      return instant;
    }
    case 'boolean':
      return value === true ? 1 : 0;
    case 'json':
      return JSON.stringify(value);
    case 'number':
      return Number(value);
    case 'text':
      return String(value);
  }
};

const fromColumn = (field: Field, value: SQLOutputValue | undefined): unknown => {
  if (value === undefined || value === null) return undefined;
  switch (columns[field].kind) {
    case 'date':
      return new Date(number(value));
    case 'boolean':
      return value === 1;
    case 'json':
      return json(value);
    case 'number':
      return number(value);
    case 'text':
      return text(value);
  }
};

/** A row as Agenda knows it. A field that is null there is absent here, save `nextRunAt` and `data`. */
export const toJob = (row: Row): JobParameters & { _id: JobId } => {
  const fields = Object.keys(columns)
    .filter(isField)
    .map((field) => [field, fromColumn(field, row[columns[field].name])] as const)
    .filter(([, value]) => value !== undefined);
  const job = { nextRunAt: null, data: null, ...Object.fromEntries(fields), _id: text(row['id']) };
  return job as unknown as JobParameters & { _id: JobId };
};

export const jobStates = ['running', 'scheduled', 'queued', 'completed', 'failed', 'repeating'] as const;

/** The state of a job at the instant `?`, as Agenda's `computeJobState` has it: the first that holds. */
export const stateExpression = `case
    when locked_at is not null then 'running'
    when failed_at is not null and (last_finished_at is null or failed_at >= last_finished_at) then 'failed'
    when coalesce(repeat_interval, '""') not in ('""', '0') then 'repeating'
    when next_run_at > ? then 'scheduled'
    when next_run_at is not null then 'queued'
    else 'completed'
  end`;

export const stateOf = (row: Row): JobState => z.enum(jobStates).parse(row['state']);
