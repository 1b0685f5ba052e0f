import { z } from 'zod';
import { evidenceViewSchema } from '../../../core/evidence/evidence-view.ts';
import { deadlineSchema } from '../model/deadline.ts';
import { modalities } from '../model/reading.ts';
import { changes, statuses } from '../model/standing.ts';
import { reminderBriefSchema } from '../reminders/view.ts';

const day = z.iso.date();

const quotedSchema = evidenceViewSchema.extend({
  document_name: z.string().nullable().describe('Of the document that is quoted, which may be an amendment.'),
});

const historySchema = z.object({
  change: z.enum(changes),
  by: z.string().describe('Who; "system" for what a new version of the document brought.'),
  changed_at: z.string(),
  reason: z.string().nullable(),
  occurrence: day.nullable().describe('Which one of a recurring obligation.'),
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  version: z.int().positive().describe('Of the document, at that time.'),
});

/** What was read, where a person put something else in its place. */
const readSchema = z.object({
  party: z.string(),
  action: z.string(),
  deadline: deadlineSchema,
});

export const obligationViewSchema = z.object({
  id: z.string().describe('The same as long as document, party, modality and the words of the evidence are the same.'),
  document_id: z.string(),
  document_name: z.string(),
  title: z.string().describe('What is to be done, in a few words.'),
  party: z.string().describe('Whom it binds, as the document calls it.'),
  modality: z.enum(modalities),
  action: z.string(),
  counterparty: z.string().optional(),
  condition: z.string().optional().describe('"if the rent is overdue", "unless the Landlord agrees in writing".'),
  trigger: z.string().optional().describe('The event that sets it off: "on receipt of the invoice".'),
  deadline: deadlineSchema.describe('date is the last day on which it is in time; of a recurring one the next.'),
  occurrence: day
    .nullable()
    .describe(
      'Of a recurring one: the day that names the occurrence that is next to be done, also where it was moved.',
    ),
  days_left: z.int().nullable().describe('From today in its time zone to the last day; negative where that is over.'),
  evidence: z.array(quotedSchema),
  amended: z
    .array(quotedSchema)
    .describe(
      'Where an amendment of the same contract speaks of the clause, by its number: read it before you confirm.',
    ),
  confidence: z.number().min(0).max(1).describe('How sure the reading is.'),
  status: z
    .enum(statuses)
    .describe('proposed until somebody confirms it; overdue is a confirmed one whose time has run out.'),
  snoozed_until: z.string().nullable(),
  person: z.string().nullable().describe('Who is reminded: who confirmed it, or whom it was given to.'),
  reminders: z
    .array(reminderBriefSchema)
    .describe('What went out in the last two months and the next six that are to come; empty until it is confirmed.'),
  lead_days: z.array(z.int().nonnegative()).nullable().describe("Days before the last day; null for the person's own."),
  in_document: z
    .boolean()
    .describe('Whether the document as it is now still says it. What it no longer says stays until somebody decides.'),
  needs_decision: z.boolean().describe('The document no longer says it, and nobody has decided on it since.'),
  revision: z.int().nonnegative().describe('Give it back with a change to be refused where somebody else was quicker.'),
});
export type ObligationView = z.output<typeof obligationViewSchema>;

export const obligationDetailSchema = obligationViewSchema.extend({
  read: readSchema.optional().describe('What was read, where a person put something else in its place.'),
  done: z.array(day).describe('Occurrences of a recurring one that are done.'),
  history: z.array(historySchema).describe('Every change: who, when, what and why; the latest last.'),
});
export type ObligationDetail = z.output<typeof obligationDetailSchema>;
