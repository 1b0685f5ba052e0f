import { z } from 'zod';
import type { Collection } from '../../../core/ports/records.ts';
import { outcomeSchema } from '../answer/outcome.ts';

const threadRecordSchema = z.object({
  /** The first question. */
  title: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  turns: z.int().nonnegative(),
  /** Documents that the questions are about; all of the workspace when empty. */
  documentIds: z.array(z.string()),
});
export type ThreadRecord = z.infer<typeof threadRecordSchema>;

const turnRecordSchema = z.object({
  thread: z.string(),
  /** From 0. */
  index: z.int().nonnegative(),
  question: z.string(),
  /** Words that say what the question is about, those taken over from earlier ones included. */
  topic: z.array(z.string()),
  outcome: outcomeSchema.omit({ thread_id: true }),
  askedAt: z.string(),
});
export type TurnRecord = z.infer<typeof turnRecordSchema>;

export const threads: Collection<ThreadRecord> = {
  name: 'retrieval.threads',
  schema: threadRecordSchema,
  indexes: [{ fields: ['updatedAt'] }],
};

export const turns: Collection<TurnRecord> = {
  name: 'retrieval.turns',
  schema: turnRecordSchema,
  indexes: [{ fields: ['thread', 'index'], unique: true }, { fields: ['thread'] }, { fields: ['index'] }],
};
