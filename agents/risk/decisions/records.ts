import { z } from 'zod';
import { severities } from '../../../core/ports/detector.ts';
import type { Collection } from '../../../core/ports/records.ts';

/**
 * `open`: nobody has decided; `accepted`: somebody knows of it and lives with it; `dismissed`: it is no risk here, for a
 * reason that is kept.
 */
export const statuses = ['open', 'accepted', 'dismissed'] as const;
export type Status = (typeof statuses)[number];

const decisionSchema = z.object({
  status: z.enum(statuses),
  reason: z.string().nullable(),
  by: z.string(),
  decidedAt: z.string(),
  /** What was decided on. */
  version: z.int().positive(),
  severity: z.enum(severities),
});
export type Decision = z.infer<typeof decisionSchema>;

/** All that was ever decided on one finding, under the finding's id. It outlives the versions of the document. */
const decisionRecordSchema = z.object({
  documentId: z.string(),
  detector: z.string(),
  /** Of the finding: its key, its place among those with the same key, and how many these were at the last decision. */
  key: z.string(),
  ordinal: z.int().nonnegative(),
  of: z.int().positive(),
  /** The latest last. */
  history: z.array(decisionSchema).min(1),
});
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;

export const decisions: Collection<DecisionRecord> = {
  name: 'risk.decisions',
  schema: decisionRecordSchema,
  indexes: [{ fields: ['documentId'] }],
};
