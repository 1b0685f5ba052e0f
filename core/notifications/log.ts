import type { Principal } from '../identity/principal.ts';
import type { LogEntry } from './capabilities/log.ts';
import type { NotificationParts } from './parts.ts';
import { personFor } from './people/access.ts';
import { type NoticeRecord, notices, type StoredDelivery } from './records.ts';
import { deliveriesOf } from './send.ts';
import { oneLine } from './wording/subject.ts';

export type LogQuery = {
  readonly person?: string | undefined;
  readonly since?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

export const listNotices = async (
  parts: NotificationParts,
  principal: Principal,
  { person: asked, since, limit, after }: LogQuery,
): Promise<{ notices: LogEntry[]; next: string | null }> => {
  const person = personFor(principal, asked);
  const page = await parts.records.find(principal, notices, {
    where: { person, ...(since === undefined ? {} : { createdAt: { gte: since } }) },
    orderBy: { field: 'createdAt', direction: 'desc' },
    limit,
    ...(after === undefined ? {} : { after }),
  });
  const all = await deliveriesOf(parts.records, principal, { notice: { in: page.items.map(({ id }) => id) } });
  return {
    notices: page.items.map(({ id, value }) => {
      const own = all.filter((each) => each.value.notice === id);
      return {
        key: value.key,
        kind: value.kind,
        person: value.person,
        title: value.title,
        items: value.items.map(({ title, document, obligationId, due }) => ({
          text: oneLine(title),
          document_id: document.id,
          document_name: document.name,
          obligation_id: obligationId ?? null,
          due: due?.date ?? null,
        })),
        created_at: value.createdAt,
        state: value.state,
        why: whyOf(value, own),
        deliveries: own.map((each) => viewDelivery(parts, each)),
      };
    }),
    next: page.next ?? null,
  };
};

const viewDelivery = ({ notifiers }: NotificationParts, { value }: StoredDelivery): LogEntry['deliveries'][number] => ({
  channel: value.channel,
  title: notifiers().of(value.channel)?.title ?? value.channel,
  address: value.address,
  state: value.state,
  reason: value.reason,
  attempts: value.attempts,
  sent_at: value.sentAt,
  next_attempt_at: value.nextAt,
});

const notSent = {
  paused: 'Not sent: notices were paused.',
  'kind-off': 'Not sent: no channel is wanted for this kind of notice.',
  'no-channel': 'Not sent: no channel that works reaches this person.',
} as const;

const whyOf = ({ state }: NoticeRecord, own: readonly StoredDelivery[]): string => {
  if (state !== 'accepted' && state !== 'withdrawn') return notSent[state];
  const of = (wanted: StoredDelivery['value']['state']) => own.filter(({ value }) => value.state === wanted).length;
  const [sent, failed, withdrawn] = [of('sent'), of('failed'), of('withdrawn')];
  if (sent > 0) return failed === 0 ? 'Sent.' : `Sent by ${sent} of ${own.length} channels.`;
  if (state === 'withdrawn') return 'Withdrawn before it went out: its cause was gone.';
  if (failed > 0) return 'Not delivered by any channel.';
  return withdrawn === own.length ? 'Withdrawn before it went out.' : 'On its way.';
};
