import { DossierError } from '../../../core/errors/error.ts';
import type { Write } from '../../../core/ports/records.ts';
import type { Sql } from '../database.ts';
import { isConstraint } from '../errors.ts';
import type { Table } from './collections.ts';

/** A write with its table, and its value checked and put into JSON. */
export type PreparedWrite = { readonly write: Write; readonly table: Table; readonly value: string };

export const prepareWrite = (write: Write, table: Table): PreparedWrite => {
  if (write.id === '') throw new DossierError('internal');
  if (write.type === 'remove') return { write, table, value: '' };
  const checked = write.collection.schema.safeParse(write.value);
  if (!checked.success) throw new DossierError('internal', {}, { cause: checked.error });
  return { write, table, value: JSON.stringify(checked.data) };
};

export const applyWrite = (sql: Sql, workspace: string, { write, table, value }: PreparedWrite): void => {
  try {
    if (!changes(sql, workspace, write, table.name, value)) throw conflict(write);
  } catch (error) {
    throw isConstraint(error) ? conflict(write, error) : error;
  }
};

const changes = (sql: Sql, workspace: string, write: Write, table: string, value: string): boolean => {
  switch (write.type) {
    case 'insert':
      return sql.run(`insert into ${table} values (?, ?, 1, ?)`, workspace, write.id, value) === 1;
    case 'update':
      return (
        sql.run(
          `update ${table} set revision = revision + 1, value = ? where workspace = ? and id = ? and revision = ?`,
          value,
          workspace,
          write.id,
          write.revision,
        ) === 1
      );
    case 'remove': {
      const revision = sql.get(`select revision from ${table} where workspace = ? and id = ?`, workspace, write.id);
      if (!revision) return true;
      if (write.revision !== undefined && revision['revision'] !== write.revision) return false;
      return sql.run(`delete from ${table} where workspace = ? and id = ?`, workspace, write.id) === 1;
    }
  }
};

const conflict = (write: Write, cause?: unknown): DossierError =>
  new DossierError('conflict', { what: `record of ${write.collection.name}` }, { cause });
