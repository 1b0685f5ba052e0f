import { z } from 'zod';
import type { Bounce } from '../../../core/ports/notifier.ts';

const text = z.string().max(500);

/**
 * What Postmark posts (developer/webhooks): bounces, complaints, and suppressions by hand or by its own unsubscribe link.
 * Only the fields that are used here.
 */
const reportSchema = z.object({
  RecordType: text,
  Type: text.optional(),
  Email: text.optional(),
  Recipient: text.optional(),
  MessageID: text.optional(),
  Inactive: z.boolean().optional(),
  SuppressSending: z.boolean().optional(),
  SuppressionReason: text.nullish(),
});

/** Types after which Postmark sends nothing more to the address; all others pass, a full mailbox or an absence. */
const dead: ReadonlySet<string> = new Set(['HardBounce', 'SpamComplaint', 'BadEmailAddress', 'ManuallyDeactivated']);

/** undefined for a report of anything else, and for what is no report. */
export const readBounce = (body: unknown): Bounce | undefined => {
  const parsed = reportSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { RecordType: record, Type: type, Email, Recipient, MessageID: reference, ...more } = parsed.data;
  const address = Email ?? Recipient;
  if (address === undefined) return undefined;
  if (record === 'SpamComplaint') return { address, reason: 'SpamComplaint', reference };
  if (record === 'Bounce' && type !== undefined && (dead.has(type) || more.Inactive === true)) {
    return { address, reason: type, reference };
  }
  if (record === 'SubscriptionChange' && more.SuppressSending === true) {
    return { address, reason: more.SuppressionReason ?? 'suppressed', reference };
  }
  return undefined;
};
