import { z } from 'zod';
import type { Collection } from '../../../core/ports/records.ts';

export const reminderKinds = ['reminder', 'overdue', 'escalation'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export const reminderStates = [
  /** Goes out at its instant. */
  'planned',
  /** Is being handed to the notifications; picked up again after a crash. */
  'handing',
  /** Accepted by the notifications: the delivery log says how it went on. */
  'sent',
  /** Not sent, because the obligation was done, dismissed or moved. */
  'cancelled',
  /** Not sent, because by then it had nothing to say any more. */
  'skipped',
] as const;

const instant = z.iso.datetime();

const reminderSchema = z.object({
  obligation: z.string(),
  occurrence: z.iso.date(),
  /** Day on which the obligation falls due. */
  date: z.iso.date(),
  documentId: z.string(),
  kind: z.enum(reminderKinds),
  /** Which of an occurrence's reminders: "30-days-before", "on-the-day", "snoozed", "overdue", "escalation". */
  slot: z.string(),
  person: z.string(),
  /** When it is to go out. */
  dueAt: instant,
  state: z.enum(reminderStates),
  /** Why it was cancelled, skipped or is held back. */
  reason: z.string().nullable(),
  /** Key of the notice that it went out in, alone or with others. */
  noticeKey: z.string().nullable(),
  /** Whether it went out later than planned, by more than an hour. */
  late: z.boolean(),
  sentAt: instant.nullable(),
});
export type Reminder = z.infer<typeof reminderSchema>;

/** By an idempotency key: of an obligation's occurrence on a day there is one record for each slot and person, whatever happens. */
export const reminders: Collection<Reminder> = {
  name: 'obligation.reminders',
  schema: reminderSchema,
  indexes: [
    { fields: ['state', 'dueAt'] },
    { fields: ['date'] },
    { fields: ['dueAt'] },
    { fields: ['obligation'] },
    { fields: ['noticeKey'] },
  ],
};
