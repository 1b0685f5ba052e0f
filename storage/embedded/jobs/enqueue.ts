import { randomUUID } from 'node:crypto';
import type { JobSpec } from '../../../core/ports/jobs.ts';
import type { Sql } from '../database.ts';

/**
 * A job that has ended begins anew under a new id and with no attempts, so that whoever held it in its former life
 * cannot speak for it; one that is waiting or running stays as it is.
 */
export const enqueue = (sql: Sql, workspace: string, spec: JobSpec, now: number): void => {
  sql.run(
    `insert into jobs (id, workspace, kind, key, payload, state, attempts, run_at)
      values (?, ?, ?, ?, ?, 'waiting', 0, ?)
      on conflict (workspace, kind, key) do update set
        id = excluded.id, payload = excluded.payload, state = 'waiting', attempts = 0, run_at = excluded.run_at,
        worker = null, lease_until = null, cancel_requested = 0, error = null
      where state in ('done', 'failed', 'cancelled')`,
    randomUUID(),
    workspace,
    spec.kind,
    spec.key,
    JSON.stringify(spec.payload),
    spec.runAt ?? now,
  );
};
