import { z } from 'zod';
import { type AnyCapability, defineCapability, type TextStyle } from '../../capability/capability.ts';
import type { NotificationParts } from '../parts.ts';
import { deliveryStates } from '../records.ts';
import { person } from './fields.ts';

const entrySchema = z.object({
  key: z.string(),
  kind: z.string(),
  person: z.string(),
  title: z.string(),
  items: z.array(
    z.object({
      /** In the words of the document. */
      text: z.string(),
      document_id: z.string(),
      document_name: z.string(),
      obligation_id: z.string().nullable(),
      due: z.string().nullable(),
    }),
  ),
  created_at: z.string(),
  state: z.enum(['accepted', 'paused', 'kind-off', 'no-channel', 'withdrawn']),
  why: z.string().describe('What became of it, in a sentence.'),
  deliveries: z.array(
    z.object({
      channel: z.string(),
      title: z.string(),
      address: z.string().describe('Not in full.'),
      state: z.enum(deliveryStates),
      reason: z.string().nullable(),
      attempts: z.int(),
      sent_at: z.string().nullable(),
      next_attempt_at: z.string().nullable(),
    }),
  ),
});
export type LogEntry = z.infer<typeof entrySchema>;

export const logCapabilities = (parts: NotificationParts): readonly AnyCapability[] => [
  defineCapability({
    name: 'notifications.log',
    title: 'Delivery log',
    summary: 'Lists what a person was told, when, by which channel and with which result, and why not, newest first.',
    description:
      'Reminders that are still planned are in reminders list; here is what was handed over to be sent, and what was not let out.',
    input: z.strictObject({
      person,
      since: z.iso.date().optional().describe('Only from this day on (UTC): 2027-03-31.'),
      limit: z.int().min(1).max(200).default(20).describe('Notices per page.'),
      after: z.string().optional().describe('next of the page before.'),
    }),
    output: z.object({ notices: z.array(entrySchema), next: z.string().nullable() }),
    scope: 'notifications:read',
    effect: 'read',
    http: { method: 'get', path: '/notifications/log' },
    cli: { examples: ['notifications log', 'notifications log --since 2027-03-01'] },
    render: ({ notices, next }, style) =>
      notices.length === 0
        ? 'Nothing was sent.'
        : [
            ...notices.map((entry) => entryText(entry, style)),
            ...(next === null ? [] : [style.dim(`More with --after ${next}`)]),
          ].join('\n'),
    run: async (input, { principal }) => (await import('../log.ts')).listNotices(parts, principal, input),
  }),
];

const entryText = ({ kind, title, items, created_at: at, why, deliveries }: LogEntry, style: TextStyle): string => {
  const lines = deliveries.map((each) => {
    const mark =
      each.state === 'sent' ? style.good('sent') : each.state === 'failed' ? style.bad('failed') : each.state;
    const reason = each.reason === null ? '' : ` (${each.reason})`;
    const when = each.sent_at === null ? '' : ` at ${minute(each.sent_at)}`;
    const next = each.next_attempt_at === null ? '' : `, again at ${minute(each.next_attempt_at)}`;
    return `  ${mark}  ${each.title} ${each.address}${when}${reason}${next}`;
  });
  const head = `${minute(at)}  ${style.bold(title)} ${style.dim(`(${kind})`)}`;
  const about = items.map(({ text, document_name: name, due }) =>
    style.dim(`  ${due === null ? '' : `${due}  `}${text} · ${name}`),
  );
  return [head, ...about, ...(lines.length === 0 ? [`  ${why}`] : lines)].join('\n');
};

const minute = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
