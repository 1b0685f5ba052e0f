import type { SQLInputValue } from 'node:sqlite';
import type { RemoveJobsOptions } from 'agenda';
import { columns, isField, toColumn } from './columns.ts';

/** A part of a `where`, with its parameters in order. */
export type Condition = { readonly sql: string; readonly parameters: readonly SQLInputValue[] };

export const condition = (sql: string, ...parameters: SQLInputValue[]): Condition => ({ sql, parameters });

export const oneOf = (column: 'id' | 'name', values: readonly string[]): Condition =>
  condition(`${column} in (select value from json_each(?))`, JSON.stringify(values));

export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0
    ? condition('true')
    : {
        sql: conditions.map(({ sql }) => `(${sql})`).join(' and '),
        parameters: conditions.flatMap(({ parameters }) => parameters),
      };

/** What an option asks for; empty where it asks for nothing, which selects no job and not every job. */
export const selected = ({ id, ids, name, names, notNames, data }: RemoveJobsOptions): Condition[] => [
  ...(id ? [condition('id = ?', String(id))] : ids?.length ? [oneOf('id', ids.map(String))] : []),
  ...(name
    ? [condition('name = ?', name)]
    : names?.length
      ? [oneOf('name', names)]
      : notNames?.length
        ? [condition('name not in (select value from json_each(?))', JSON.stringify(notNames))]
        : []),
  ...(data === undefined ? [] : withData(data)),
];

/** An object asks for the fields that it names, however deep; anything else is what the data is, all of it. */
export const withData = (data: unknown): Condition[] =>
  isPlain(data)
    ? leavesOf(data, []).map(([path, value]) => atPath(path, value))
    : data === null
      ? [condition("coalesce(data, 'null') = 'null'")]
      : [condition('data = ?', JSON.stringify(data))];

/** Paths of fields with the values they are to have, as Agenda's `unique` gives them: `data.account` or `type`. */
export const withFields = (fields: Readonly<Record<string, unknown>>): Condition[] =>
  Object.entries(fields).map(([path, value]) => {
    const [field = '', ...rest] = path.split('.');
    if (isPlain(value) && Object.keys(value).some((key) => key.startsWith('$'))) {
      throw new TypeError(`unique: ${path} is compared by an operator; only equality is known here`);
    }
    if (field === 'data' && rest.length > 0) return atPath(rest, value);
    if (rest.length > 0 || !isField(field)) throw new TypeError(`unique: a job has no field ${path}`);
    const column = toColumn(field, value);
    return condition(`${columns[field].name} is ?`, column);
  });

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const leavesOf = (value: Readonly<Record<string, unknown>>, above: readonly string[]): [string[], unknown][] =>
  Object.entries(value).flatMap(([key, child]): [string[], unknown][] =>
    isPlain(child) ? leavesOf(child, [...above, key]) : [[[...above, key], child]],
  );

/** Equal as JSON, both sides written by JSON.stringify. What is not there is as good as null. */
const atPath = (path: readonly string[], value: unknown): Condition => {
  if (path.some((key) => key.includes('"'))) throw new TypeError('a field whose name holds a quotation mark');
  const found = `data -> ?`;
  const at = `$${path.map((key) => `."${key}"`).join('')}`;
  return value === undefined || value === null
    ? condition(`coalesce(${found}, 'null') = 'null'`, at)
    : condition(`${found} = ?`, at, JSON.stringify(value));
};
