import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { DossierError } from '../../../core/errors/error.ts';
import { fieldExpression, type Table } from './collections.ts';

/** SQL text with its parameters. */
export type Condition = { readonly sql: string; readonly parameters: readonly SQLInputValue[] };

const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
type Scalar = z.infer<typeof scalarSchema>;
const boundSchema = scalarSchema.optional();
const fieldSchema = z.union([
  scalarSchema,
  z.strictObject({ in: z.array(scalarSchema) }),
  z.strictObject({ gte: boundSchema, gt: boundSchema, lte: boundSchema, lt: boundSchema }),
]);
const operators = { gte: '>=', gt: '>', lte: '<=', lt: '<' } as const;

export const toParameter = (value: Scalar): SQLInputValue => (typeof value === 'boolean' ? Number(value) : value);

/** Throws `internal` for a field that no index names: such a query would be slow on every engine. */
export const requireIndexed = (table: Table, field: string): string => {
  if (!table.fields.has(field)) throw new DossierError('internal', {}, { cause: new Error(`no index on ${field}`) });
  return fieldExpression(field);
};

export const whereConditions = (table: Table, where: Readonly<Record<string, unknown>>): readonly Condition[] =>
  Object.entries(where).flatMap(([field, condition]) => {
    const expression = requireIndexed(table, field);
    const parsed = fieldSchema.safeParse(condition);
    if (!parsed.success) throw new DossierError('internal', {}, { cause: parsed.error });
    return fieldConditions(expression, parsed.data);
  });

const fieldConditions = (expression: string, condition: z.infer<typeof fieldSchema>): readonly Condition[] => {
  if (condition === null) return [{ sql: `${expression} is null`, parameters: [] }];
  if (typeof condition !== 'object') {
    return [{ sql: `${expression} = ?`, parameters: [toParameter(condition)] }];
  }
  if ('in' in condition) {
    const listed = `${expression} in (select value from json_each(?))`;
    const sql = condition.in.includes(null) ? `(${listed} or ${expression} is null)` : listed;
    return [{ sql, parameters: [JSON.stringify(condition.in)] }];
  }
  return (Object.keys(operators) as (keyof typeof operators)[]).flatMap((name) => {
    const bound = condition[name];
    return bound === undefined ? [] : [{ sql: `${expression} ${operators[name]} ?`, parameters: [toParameter(bound)] }];
  });
};
