import { z } from 'zod';
import { boxSchema } from '../../../core/document/parsed.ts';
import type { EvidenceRecord } from '../../../core/evidence/evidence-record.ts';
import { deadlineSchema } from '../model/deadline.ts';
import { modalities } from '../model/reading.ts';
import { reminderBriefSchema } from '../reminders/brief.ts';
import type { Held } from './lifecycle/change.ts';
import { daysBetween } from './lifecycle/days.ts';
import type { Moment } from './lifecycle/moment.ts';
import { isRecurring } from './lifecycle/occurrences.ts';
import { changes } from './lifecycle/records.ts';
import { type Status, situationOf, statuses } from './lifecycle/status.ts';
import { titleOf } from './title.ts';

const day = z.iso.date();

const evidenceViewSchema = z.object({
  quote: z.string().describe('Verbatim from the document, checked against the stored text.'),
  page: z.int().positive(),
  start: z.int().nonnegative().describe("UTF-16 code units in the document's text, end exclusive."),
  end: z.int().nonnegative(),
  chunk_id: z.string(),
  document_id: z.string(),
  document_name: z.string().nullable().describe('Of the document that is quoted, which may be an amendment.'),
  boxes: z.array(boxSchema).optional().describe('Where the quote stands on the page, where the format has positions.'),
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
  evidence: z.array(evidenceViewSchema),
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

export type Seen = { readonly view: ObligationView; readonly held: Held };

/** An obligation as it stands at an instant. */
export const obligationView = (held: Held, moment: Moment): ObligationView => {
  const { reading, stored, present } = held;
  const state = stored?.value;
  const { effective, current, status, today } = situationOf(reading, state, moment);
  const date = current?.date ?? effective.deadline.date;
  return {
    id: held.id,
    document_id: held.documentId,
    document_name: held.documentName,
    title: titleOf(reading.modality, effective.action),
    party: effective.party,
    modality: reading.modality,
    action: effective.action,
    ...(reading.counterparty === null ? {} : { counterparty: reading.counterparty }),
    ...(reading.condition === null ? {} : { condition: reading.condition }),
    ...(reading.trigger === null ? {} : { trigger: reading.trigger }),
    deadline: {
      ...effective.deadline,
      date,
      explanation: explained(current?.explanation ?? effective.deadline.explanation, current),
    },
    occurrence: isRecurring(effective) ? (current?.occurrence ?? null) : null,
    days_left: date === null ? null : daysBetween(today, date),
    evidence: reading.evidence.map(evidenceView),
    confidence: reading.confidence,
    status,
    snoozed_until: status === 'snoozed' ? (state?.snoozedUntil ?? null) : null,
    person: state?.person ?? state?.confirmedBy ?? null,
    reminders: [],
    lead_days: state?.edits.leadDays ?? null,
    in_document: present,
    needs_decision: needsDecision(held, status),
    revision: stored?.revision ?? 0,
  };
};

const needsDecision = ({ present, stored }: Held, status: Status): boolean =>
  !present && stored?.value.kept === false && status !== 'done' && status !== 'dismissed';

const explained = (explanation: string, current: { occurrence: string; date: string } | undefined): string =>
  current === undefined || current.occurrence === current.date
    ? explanation
    : `${explanation}${explanation === '' ? '' : '; '}moved from ${current.occurrence} to ${current.date}`;

export const obligationDetail = (held: Held, moment: Moment): ObligationDetail => {
  const view = obligationView(held, moment);
  const { reading, stored } = held;
  const { party, action, deadline } = reading;
  const edits = stored?.value.edits;
  const edited = edits !== undefined && Object.values(edits).some((each) => each !== null);
  return {
    ...view,
    ...(edited ? { read: { party, action, deadline } } : {}),
    done: stored?.value.done ?? [],
    history: (stored?.value.history ?? []).map(({ at, ...entry }) => ({ ...entry, changed_at: at })),
  };
};

const evidenceView = ({
  documentId,
  chunkId,
  page,
  start,
  end,
  quote,
  boxes,
}: EvidenceRecord): ObligationView['evidence'][number] => ({
  quote,
  page,
  start,
  end,
  chunk_id: chunkId,
  document_id: documentId,
  document_name: null,
  ...(boxes === undefined ? {} : { boxes }),
});
