import { DossierError } from '../../../core/errors/error.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { Collection, RecordQuery, Records, Stored } from '../../../core/ports/records.ts';
import type { Database, Row } from '../database.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { json, number, text } from '../rows.ts';
import { collectionTables } from './collections.ts';
import { applyWrite, type PreparedWrite, prepareWrite } from './commit.ts';
import { readCursor, stretchesAfter, writeCursor } from './paging.ts';
import { type Condition, requireIndexed, whereConditions } from './query.ts';

const everything: Condition = { sql: 'true', parameters: [] };

export const embeddedRecords = (database: Database, clock: Clock): Records => {
  const tables = collectionTables(database);
  return {
    async get(principal, collection, id) {
      const table = await tables.open(collection);
      const row = await database.read((sql) =>
        sql.get(
          `select id, revision, value from ${table.name} where workspace = ? and id = ?`,
          principal.workspace,
          id,
        ),
      );
      return row && toStored(collection, row);
    },

    async find(principal, collection, query = {}) {
      const table = await tables.open(collection);
      const limit = checkedLimit(query);
      const { field = null, direction = 'asc' } = query.orderBy ?? {};
      const expression = field === null ? null : requireIndexed(table, field);
      const filters = whereConditions(table, query.where ?? {});
      const stretches =
        query.after === undefined
          ? [everything]
          : stretchesAfter(expression, direction, readCursor(query.after, field, direction));

      const order = expression === null ? `id ${direction}` : `${expression} ${direction}, id ${direction}`;
      const rows = await database.read((sql) => {
        const found: Row[] = [];
        for (const stretch of stretches) {
          if (found.length > limit) break;
          const conditions = [...filters, stretch];
          const text = `select id, revision, value, ${expression ?? 'null'} as sorted from ${table.name}
            where workspace = ? and ${conditions.map((condition) => condition.sql).join(' and ')}
            order by ${order} limit ?`;
          const parameters = conditions.flatMap((condition) => condition.parameters);
          found.push(...sql.all(text, principal.workspace, ...parameters, limit + 1 - found.length));
        }
        return found;
      });

      const items = rows.slice(0, limit).map((row) => toStored(collection, row));
      const last = rows[limit - 1];
      if (rows.length <= limit || !last) return { items };
      const value = last['sorted'];
      return {
        items,
        next: writeCursor({
          field,
          direction,
          value: typeof value === 'string' || typeof value === 'number' ? value : null,
          id: text(last['id']),
        }),
      };
    },

    async count(principal, collection, where = {}) {
      const table = await tables.open(collection);
      const conditions = [everything, ...whereConditions(table, where)];
      const row = await database.read((sql) =>
        sql.get(
          `select count(*) as count from ${table.name}
            where workspace = ? and ${conditions.map((condition) => condition.sql).join(' and ')}`,
          principal.workspace,
          ...conditions.flatMap((condition) => condition.parameters),
        ),
      );
      return number(row?.['count']);
    },

    async commit(principal, { writes, jobs = [] }) {
      const prepared: PreparedWrite[] = [];
      for (const write of writes) prepared.push(prepareWrite(write, await tables.open(write.collection)));
      if (prepared.length === 0 && jobs.length === 0) return;
      await database.write((sql) => {
        for (const write of prepared) applyWrite(sql, principal.workspace, write);
        for (const job of jobs) enqueue(sql, principal.workspace, job, clock.now());
      }, 'synced');
    },
  };
};

const checkedLimit = <T extends object>({ limit = 100 }: RecordQuery<T>): number => {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new DossierError('internal');
  return limit;
};

const toStored = <T extends object>(collection: Collection<T>, row: Row): Stored<T> => {
  const value = collection.schema.safeParse(json(row['value']));
  if (!value.success) {
    const problem = `a record of ${collection.name} does not have the expected shape`;
    throw new DossierError('store_damaged', { problem }, { cause: value.error });
  }
  return { id: text(row['id']), revision: number(row['revision']), value: value.data };
};
