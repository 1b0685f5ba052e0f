import { z } from 'zod';
import type { Collection } from '../../../../core/ports/records.ts';
import { changes, standings } from '../../model/standing.ts';
import { readingSchema } from '../records.ts';

const day = z.iso.date();

const historyEntrySchema = z.object({
  change: z.enum(changes),
  /** Who; "system" for what a new version of the document brought. */
  by: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  /** Which one of a recurring obligation. */
  occurrence: day.nullable(),
  /** What was changed, as people read it. */
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** Version of the document at that time. */
  version: z.int().positive(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** What a person put in the place of what was read; null where the reading holds. */
const editsSchema = z.object({
  action: z.string().nullable(),
  party: z.string().nullable(),
  /** The last day of one that does not recur. */
  date: day.nullable(),
  /** RFC 5545, and the first day that it counts from. */
  rrule: z.string().nullable(),
  starts: day.nullable(),
  /** When that happened which the deadline counts from. */
  anchorDate: day.nullable(),
  timezone: z.string().nullable(),
  leadDays: z.array(z.int().nonnegative()).nullable(),
});
export type Edits = z.infer<typeof editsSchema>;

export const noEdits: Edits = {
  action: null,
  party: null,
  date: null,
  rrule: null,
  starts: null,
  anchorDate: null,
  timezone: null,
  leadDays: null,
};

/**
 * All that people made of one obligation, under its id. It outlives the versions of the document, and holds what was read
 * when it was last there, so that nothing is lost with the words.
 */
const stateSchema = z.object({
  documentId: z.string(),
  standing: z.enum(standings),
  /** What a dismissed one goes back to. */
  before: z.enum(['proposed', 'confirmed']),
  reading: readingSchema,
  /** Whether the version that people see now says it. */
  present: z.boolean(),
  /** Somebody decided on it after the document had ceased to say it. */
  kept: z.boolean(),
  edits: editsSchema,
  /** Who confirmed it, null while nobody has. */
  confirmedBy: z.string().nullable(),
  /** Whom it was given to. */
  person: z.string().nullable(),
  /** Of a recurring one: what was due before this day is nobody's business any more. */
  since: day.nullable(),
  /** Single ones of a recurring obligation that have another day: the rule's day, and the one in its place. */
  moved: z.array(z.object({ occurrence: day, date: day })),
  /** Occurrences that are done. */
  done: z.array(day),
  /** RFC 3339. */
  snoozedUntil: z.string().nullable(),
  /** The latest last. */
  history: z.array(historyEntrySchema),
});
export type State = z.infer<typeof stateSchema>;

export const states: Collection<State> = {
  name: 'obligation.states',
  schema: stateSchema,
  indexes: [{ fields: ['documentId'] }, { fields: ['standing'] }],
};
