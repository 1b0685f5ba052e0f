import { eachRecord } from '../document/each.ts';
import { untilCommitted } from '../document/until-committed.ts';
import type { Principal } from '../identity/principal.ts';
import { toInstant } from '../ports/clock.ts';
import type { Delivery, Notice, NoticeItem, NoticeState } from '../ports/notifications.ts';
import { update } from '../ports/records.ts';
import type { NotificationParts } from './parts.ts';
import { planNotice } from './plan.ts';
import {
  deliveries,
  hasEnded,
  type NoticeRecord,
  noticeId,
  notices,
  type StoredDelivery,
  withoutQuotes,
} from './records.ts';

/** Stores the notice with all that it causes, in one commit. What was not let out before may be let out now. */
export const sendNotice = async (
  parts: NotificationParts,
  principal: Principal,
  { key, kind, person, title, items, lateSince }: Notice,
): Promise<NoticeState> => {
  const state = await untilCommitted(async () => {
    const known = await parts.records.get(principal, notices, noticeId(key));
    if (known?.value.state === 'accepted' || known?.value.state === 'withdrawn') return 'known';
    const notice = {
      key,
      kind,
      person,
      title,
      items: items.map(itemOf),
      lateSince: lateSince === undefined ? null : toInstant(Date.parse(lateSince)),
      subject: null,
    };
    const planned = await planNotice(parts, principal, notice, { known });
    await parts.records.commit(principal, planned.commit);
    return planned.state;
  });
  if (state === 'accepted') parts.wake();
  if (state === 'withdrawn') return 'known';
  return state === 'kind-off' ? 'paused' : state;
};

/** Only what a message needs, whatever else the caller's object holds. */
const itemOf = ({ title, label, party, due, obligationId, document, quote, page }: NoticeItem): NoticeItem => ({
  title,
  ...(label === undefined ? {} : { label }),
  ...(party === undefined ? {} : { party }),
  ...(due === undefined ? {} : { due: { date: due.date, words: due.words } }),
  ...(obligationId === undefined ? {} : { obligationId }),
  document: { id: document.id, name: document.name },
  ...(quote === undefined ? {} : { quote }),
  ...(page === undefined ? {} : { page }),
});

/**
 * What waits is withdrawn at once. An attempt that is on its way is not called back; if nobody learns how it came out, it
 * is not made again.
 */
export const withdrawNotice = async (
  { records, clock }: NotificationParts,
  principal: Principal,
  key: string,
): Promise<void> =>
  untilCommitted(async () => {
    const notice = await records.get(principal, notices, noticeId(key));
    if (notice === undefined || notice.value.state === 'withdrawn') return;
    const waiting = await deliveriesOf(records, principal, { noticeKey: key });
    const updatedAt = toInstant(clock.now());
    const withdrawn: NoticeRecord = { ...withoutQuotes(notice.value), state: 'withdrawn' };
    await records.commit(principal, {
      writes: [
        update(notices, notice, withdrawn),
        ...waiting
          .filter(({ value }) => value.state === 'waiting')
          .map((each) => update(deliveries, each, { ...each.value, state: 'withdrawn', nextAt: null, updatedAt })),
      ],
    });
  });

export const deliveriesOf = (
  records: NotificationParts['records'],
  principal: Principal,
  where: { noticeKey?: string | { in: readonly string[] }; notice?: string | { in: readonly string[] } },
): Promise<StoredDelivery[]> => Array.fromAsync(eachRecord(records, principal, deliveries, { where }));

/** Whether the notice of a delivery went out by another one, or still may. */
export const isReached = async (
  records: NotificationParts['records'],
  principal: Principal,
  { id, value: { notice } }: StoredDelivery,
): Promise<boolean> =>
  (await deliveriesOf(records, principal, { notice })).some(
    (other) => other.id !== id && (other.value.state === 'sent' || !hasEnded(other.value)),
  );

/** The log of these notices, oldest first. */
export const deliveryLog = async (
  { records }: NotificationParts,
  principal: Principal,
  keys: readonly string[],
): Promise<readonly Delivery[]> => {
  const found = await deliveriesOf(records, principal, { noticeKey: { in: keys } });
  return found
    .map(viewDelivery)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
};

const viewDelivery = ({ id, value }: StoredDelivery): Delivery => ({
  id,
  noticeKey: value.noticeKey,
  kind: value.kind,
  person: value.person,
  channel: value.channel,
  address: value.address,
  state: value.state,
  attempts: value.attempts,
  reason: value.reason ?? undefined,
  createdAt: value.createdAt,
  sentAt: value.sentAt ?? undefined,
});
