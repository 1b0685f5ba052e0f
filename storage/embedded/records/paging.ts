import { z } from 'zod';
import { DossierError } from '../../../core/errors/error.ts';
import { type Condition, toParameter } from './query.ts';

export type Direction = 'asc' | 'desc';

const cursorSchema = z.strictObject({
  field: z.string().nullable(),
  direction: z.enum(['asc', 'desc']),
  value: z.union([z.string(), z.number(), z.null()]),
  id: z.string(),
});
/** Where a page ended: the last record's value in the ordering field, and its id. */
export type Cursor = z.infer<typeof cursorSchema>;

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Throws `invalid_input` for a cursor that is not ours or belongs to a query in another order. */
export const readCursor = (after: string, field: string | null, direction: Direction): Cursor => {
  try {
    const cursor = cursorSchema.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
    if (cursor.field === field && cursor.direction === direction) return cursor;
  } catch {
    // Falls through: whatever it is, it was not made by writeCursor.
  }
  throw new DossierError('invalid_input', { problems: ['after: not a cursor of this query'] });
};

/**
 * What follows the cursor, as stretches to be read one after another. Null sorts before everything else, and an index
 * can be entered at "is null" or at a value but not at either, so a stretch never mixes the two.
 */
export const stretchesAfter = (expression: string | null, direction: Direction, cursor: Cursor): Condition[] => {
  const beyond = direction === 'asc' ? '>' : '<';
  if (expression === null) return [{ sql: `id ${beyond} ?`, parameters: [cursor.id] }];
  if (cursor.value === null) {
    const rest = { sql: `${expression} is null and id ${beyond} ?`, parameters: [cursor.id] };
    return direction === 'asc' ? [rest, { sql: `${expression} is not null`, parameters: [] }] : [rest];
  }
  const value = toParameter(cursor.value);
  const rest = {
    sql: `${expression} ${beyond}= ? and (${expression} ${beyond} ? or id ${beyond} ?)`,
    parameters: [value, value, cursor.id],
  };
  return direction === 'asc' ? [rest] : [rest, { sql: `${expression} is null`, parameters: [] }];
};
