import { z } from 'zod';
import type { Collection } from '../../../../core/ports/records.ts';

const answerSchema = z.object({
  /** ISO 8601; null where the answer was taken back. */
  day: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type Answer = z.infer<typeof answerSchema>;

/**
 * What a person said of something that a document does not date. It belongs to the document, not to a version of it: it
 * stays when the document is read anew or replaced.
 */
const factRecordSchema = z.object({
  documentId: z.string(),
  /** As the person wrote it: "Closing Date". Compared without regard to case. */
  name: z.string(),
  /** The latest last. */
  history: z.array(answerSchema).min(1),
});
export type FactRecord = z.infer<typeof factRecordSchema>;

export const facts: Collection<FactRecord> = {
  name: 'obligation.facts',
  schema: factRecordSchema,
  indexes: [{ fields: ['documentId'] }],
};
