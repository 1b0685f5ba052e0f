import { randomUUID } from 'node:crypto';
import type { Principal } from '../../identity/principal.ts';
import { toInstant } from '../../ports/clock.ts';
import type { SendOutcome } from '../../ports/notifier.ts';
import { insert } from '../../ports/records.ts';
import { type NotificationParts, withinTime } from '../parts.ts';
import { deliveryOf } from '../plan.ts';
import { deliveries, type NoticeRecord, noticeId, notices } from '../records.ts';
import type { Letter } from '../wording/letter.ts';
import { messageOf } from '../wording/message.ts';
import type { Route } from './routes.ts';

export type DirectMessage = {
  readonly kind: 'proof' | 'test';
  readonly person: string;
  /** For the log, which holds no code. */
  readonly title: string;
  readonly letter: Letter;
};

/** A message that somebody waits for: it goes out now or not at all, and how that came out is in the log. */
export const sendDirect = async (
  parts: NotificationParts,
  principal: Principal,
  route: Route,
  { kind, person, title, letter }: DirectMessage,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const now = parts.clock.now();
  const key = `${kind}:${randomUUID()}`;
  const notice: NoticeRecord = {
    key,
    kind,
    person,
    title,
    items: [],
    lateSince: null,
    subject: null,
    state: 'accepted',
    createdAt: toInstant(now),
  };
  const { id, delivery } = deliveryOf(principal, notice, route, now);
  const outcome = await attempt(parts, route, messageOf(id, letter, { kind, notice: key }), signal);
  const at = toInstant(parts.clock.now());
  const sent = outcome.outcome === 'sent';
  const ended = {
    ...delivery,
    state: sent ? ('sent' as const) : ('failed' as const),
    attempts: 1,
    reason: sent ? null : outcome.reason,
    updatedAt: at,
    sentAt: sent ? at : null,
    reference: sent ? (outcome.reference ?? null) : null,
  };
  await parts.records.commit(principal, {
    writes: [insert(notices, noticeId(key), notice), insert(deliveries, id, ended)],
  });
  return outcome;
};

const attempt = async (
  parts: NotificationParts,
  { channel, address }: Route,
  message: ReturnType<typeof messageOf>,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const notifier = parts.notifiers().of(channel);
  if (notifier === undefined) return { outcome: 'retry', reason: 'not-running' };
  const parsed = notifier.address.safeParse(address);
  if (!parsed.success) return { outcome: 'refused', reason: 'address-invalid', gone: false };
  try {
    return await withinTime(parts, (stop) => notifier.send(message, parsed.data as never, stop), signal);
  } catch (thrown) {
    signal.throwIfAborted();
    parts.log.warn({ channel, err: thrown }, 'a channel failed');
    return { outcome: 'retry', reason: 'no-answer' };
  }
};
