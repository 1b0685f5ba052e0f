import { DossierError } from '../../../core/errors/error.ts';
import type { Collection } from '../../../core/ports/records.ts';
import type { Database, Sql } from '../database.ts';
import { number, text } from '../rows.ts';

/** A collection's table and the fields that its indexes name. */
export type Table = { readonly name: string; readonly fields: ReadonlySet<string> };

export type Tables = {
  /** Makes or alters the table where need be. */
  open<T extends object>(collection: Collection<T>): Promise<Table>;
};

const namePattern = /^[a-z][a-z0-9-]*(\.[a-z][A-Za-z0-9-]*)+$/;
const fieldPattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The SQL of a field's value: null, a number (booleans as 0 and 1) or a string. */
export const fieldExpression = (field: string): string => `value ->> '$.${field}'`;

export const collectionTables = (database: Database): Tables => {
  const opened = new Map<string, { indexes: string; table: Table }>();
  return {
    async open(collection) {
      const indexes = JSON.stringify(collection.indexes);
      const known = opened.get(collection.name);
      if (known?.indexes === indexes) return known.table;
      check(collection);
      const name = await database.write((sql) => reconcile(sql, collection.name, collection.indexes), 'ordered');
      const table = { name, fields: new Set<string>(collection.indexes.flatMap((index) => index.fields)) };
      opened.set(collection.name, { indexes, table });
      return table;
    },
  };
};

type Index = { readonly fields: readonly string[]; readonly unique?: boolean };

/** Names end up in SQL text, so they are held to letters and digits. */
const check = (collection: { name: string; indexes: readonly Index[] }) => {
  const fields = collection.indexes.flatMap((index) => index.fields);
  const wellFormed = namePattern.test(collection.name) && fields.every((field) => fieldPattern.test(field));
  if (!wellFormed || collection.indexes.some((index) => index.fields.length === 0)) throw new DossierError('internal');
};

const reconcile = (sql: Sql, name: string, indexes: readonly Index[]): string => {
  const stored = sql.get('select number, indexes from collections where name = ?', name);
  const declared = JSON.stringify(indexes);
  if (stored && text(stored['indexes']) === declared) return `records_${number(stored['number'])}`;
  if (stored) sql.run('update collections set indexes = ? where name = ?', declared, name);
  else sql.run('insert into collections (name, indexes) values (?, ?)', name, declared);
  const table = `records_${number(sql.get('select number from collections where name = ?', name)?.['number'])}`;
  sql.exec(`create table if not exists ${table} (
    workspace text not null,
    id text not null,
    revision integer not null,
    value text not null,
    primary key (workspace, id)
  ) strict`);

  const wanted = new Map(indexes.flatMap((index) => indexStatements(table, index)));
  const present = sql.all(
    "select name from sqlite_schema where type = 'index' and tbl_name = ? and sql is not null",
    table,
  );
  for (const row of present) if (!wanted.has(text(row['name']))) sql.exec(`drop index "${text(row['name'])}"`);
  for (const statement of wanted.values()) sql.exec(statement);
  return table;
};

/** One index to filter and order by, with the id for exact paging; for a unique one a second that refuses clashes. */
const indexStatements = (table: string, index: Index): [string, string][] => {
  const name = `${table}_${index.fields.join('_')}`;
  const columns = index.fields.map(fieldExpression).join(', ');
  const ordering: [string, string] = [
    name,
    `create index if not exists "${name}" on ${table} (workspace, ${columns}, id)`,
  ];
  if (!index.unique) return [ordering];
  return [
    ordering,
    [`${name}_unique`, `create unique index if not exists "${name}_unique" on ${table} (workspace, ${columns})`],
  ];
};
