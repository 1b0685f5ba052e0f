import type { Sql } from '../database.ts';

/** Instants are milliseconds since the epoch; what is JSON in a job stands here as JSON. */
export const createAgendaJobs = (sql: Sql): void =>
  sql.exec(`
    create table agenda_jobs (
      sequence integer primary key autoincrement,
      id text not null unique,
      name text not null,
      type text not null check (type in ('normal', 'single')),
      priority real not null,
      data text,
      next_run_at real,
      locked_at real,
      last_run_at real,
      last_finished_at real,
      failed_at real,
      fail_count integer,
      fail_reason text,
      repeat_interval text,
      repeat_timezone text,
      repeat_at text,
      disabled integer,
      progress real,
      fork integer,
      start_date real,
      end_date real,
      skip_days text,
      debounce_started_at real,
      last_modified_by text
    ) strict;
    create index agenda_jobs_due on agenda_jobs (name, next_run_at);
    create index agenda_jobs_locked on agenda_jobs (name, locked_at) where locked_at is not null;
  `);

export const dropAgendaJobs = (sql: Sql): void => sql.exec('drop table agenda_jobs');
