import { z } from 'zod';
import { documentKinds } from '../ports/detector.ts';
import type { Collection } from '../ports/records.ts';

const offset = z.int().nonnegative();

/** What tells which other documents belong to the same contract as a version of this one. */
const openingRecordSchema = z.object({
  documentId: z.string(),
  version: z.int().positive(),
  /** `READER_VERSION` of what read it. */
  reader: z.int(),
  title: z.string().nullable(),
  /** The beginning of its text. */
  text: z.string(),
  kind: z.enum(documentKinds),
  parties: z.array(
    z.object({ name: z.string(), aliases: z.array(z.string()), introduced: z.object({ start: offset, end: offset }) }),
  ),
  /** Whether it changes or adds to another document, by what it says of itself. */
  amends: z.boolean(),
  /** Its own day where it names one, else the day on which it was received; ISO 8601. */
  day: z.string(),
});
export type OpeningRecord = z.infer<typeof openingRecordSchema>;

/** How an agent's documents begin, in a collection of its own: "risk.openings". */
export const openingsOfAgent = (agent: string): Collection<OpeningRecord> => ({
  name: `${agent}.openings`,
  schema: openingRecordSchema,
  indexes: [{ fields: ['documentId'] }, { fields: ['amends'] }],
});
