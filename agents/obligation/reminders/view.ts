import { z } from 'zod';
import { reminderKinds, reminderStates } from './records.ts';

export const reminderViewSchema = z.object({
  id: z.string(),
  obligation_id: z.string(),
  title: z.string().nullable().describe('What is to be done; null where it is not open any more.'),
  party: z.string().nullable(),
  document_id: z.string(),
  document_name: z.string().nullable(),
  due: z.string().describe('Day on which the obligation falls due.'),
  kind: z.enum(reminderKinds),
  slot: z.string().describe('Which one: 7-days-before, on-the-day, overdue, escalation.'),
  person: z.string(),
  at: z.string().describe('When it goes out, or was to.'),
  state: z.enum(reminderStates),
  reason: z.string().nullable().describe('Why it was cancelled, skipped or is held back.'),
  late: z.boolean().describe('It went out more than an hour after its time.'),
  sent_at: z.string().nullable().describe('When it was handed over to the channels.'),
});
export type ReminderView = z.infer<typeof reminderViewSchema>;

/** What is shown of it beside its obligation. */
export const reminderBriefSchema = z.object({
  at: z.string(),
  slot: z.string(),
  kind: z.enum(reminderKinds),
  person: z.string(),
  state: z.enum(reminderStates),
});
export type ReminderBrief = z.infer<typeof reminderBriefSchema>;

/** A message as it would go out. */
export const messageSchema = z.object({
  at: z.string(),
  timezone: z.string().describe('Of the person.'),
  person: z.string(),
  kind: z.enum(reminderKinds).describe('Of the message, or of the first thing in it.'),
  items: z.array(
    z.object({
      obligation_id: z.string(),
      title: z.string(),
      party: z.string(),
      document_name: z.string(),
      due: z.string(),
      due_words: z.string(),
      slot: z.string(),
    }),
  ),
});
export type MessageView = z.infer<typeof messageSchema>;

const deliveryViewSchema = z.object({
  channel: z.string(),
  address: z.string().describe('Masked.'),
  state: z.enum(['waiting', 'sending', 'sent', 'failed', 'withdrawn']),
  attempts: z.int(),
  reason: z.string().nullable(),
  sent_at: z.string().nullable(),
});

export const whySchema = z.object({
  obligation_id: z.string(),
  explanation: z.string().describe('In a sentence or two: what went out, what comes next, or why nothing does.'),
  reminders: z.array(reminderViewSchema.extend({ deliveries: z.array(deliveryViewSchema) })),
});
export type Why = z.infer<typeof whySchema>;
