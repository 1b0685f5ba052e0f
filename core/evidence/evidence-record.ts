import { z } from 'zod';
import { boxSchema } from '../document/parsed.ts';

const offset = z.int().nonnegative();

/** Evidence as agents store it, with what they found by it. */
export const evidenceRecordSchema = z.object({
  documentId: z.string(),
  version: z.int().positive(),
  chunkId: z.string(),
  page: z.int().positive(),
  /** UTF-16 code units in the document's text, end exclusive. */
  start: offset,
  end: offset,
  /** Verbatim, checked against the stored text when it was stored. */
  quote: z.string(),
  boxes: z.array(boxSchema).optional(),
});
export type EvidenceRecord = z.infer<typeof evidenceRecordSchema>;
