import { untilCommitted } from '../../document/until-committed.ts';
import { DossierError } from '../../errors/error.ts';
import type { JobOutcome } from '../../jobs/worker.ts';
import { toInstant } from '../../ports/clock.ts';
import { update } from '../../ports/records.ts';
import { channels, foundDead } from '../channels/records.ts';
import type { NotificationParts } from '../parts.ts';
import { type DeliveryRecord, deliveries, hasEnded, notices, withoutQuotes } from '../records.ts';
import { deliveriesOf, isReached } from '../send.ts';
import type { DeliveryContext, Ending } from './context.ts';
import { planWord, type Word } from './word.ts';

/**
 * Writes down how a delivery came out. What failed for good switches a dead channel off and tells the person by another
 * one, in the same commit: a channel that fell silent without a word is how deadlines are missed.
 */
export const endDelivery = async (
  parts: NotificationParts,
  context: DeliveryContext,
  ending: Ending,
): Promise<JobOutcome> => {
  const { principal, delivery } = context;
  const outcome = await untilCommitted(async (): Promise<JobOutcome> => {
    const now = parts.clock.now();
    const current = await parts.records.get(principal, deliveries, delivery.id);
    const taken = current?.value.attempts !== delivery.value.attempts || hasEnded(current.value);
    if (current === undefined || taken) return { end: 'lost' };
    const ended: DeliveryRecord = {
      ...current.value,
      state: ending.state,
      reason: ending.reason,
      nextAt: null,
      reference: ending.reference ?? null,
      updatedAt: toInstant(now),
      sentAt: ending.state === 'sent' ? toInstant(now) : null,
    };
    const word = ending.state === 'failed' ? await afterFailure(parts, context, ending) : undefined;
    await parts.records.commit(principal, {
      writes: [update(deliveries, current, ended), ...(word?.writes ?? [])],
      jobs: word?.jobs ?? [],
    });
    parts.wake();
    if (ending.state !== 'failed') return { end: 'done' };
    const details = { channel: ended.channel, reason: ended.reason ?? 'unknown' };
    return { end: 'failed', error: new DossierError('not_delivered', details).toJSON() };
  });
  await forgetQuotes(parts, context);
  return outcome;
};

const afterFailure = async (
  parts: NotificationParts,
  context: DeliveryContext,
  { reason, gone = false }: Ending,
): Promise<Word> => {
  const { principal, channel, delivery } = context;
  // As it is now: somebody may have switched it off or removed it while the message was on its way.
  const current = gone && channel !== undefined ? await parts.records.get(principal, channels, channel.id) : undefined;
  const dead = current?.value.state === 'on' ? current : undefined;
  const why = reason ?? 'unknown';
  const at = toInstant(parts.clock.now());
  const reached = await isReached(parts.records, principal, delivery);
  const word = await planWord(parts, context, { reason: why, off: dead !== undefined, reached, at });
  if (dead === undefined) return word;
  parts.log.info({ channel: dead.id, delivery: delivery.id, reason }, 'a channel was switched off');
  return { writes: [update(channels, dead, foundDead(dead.value, why, at)), ...word.writes], jobs: word.jobs };
};

/** Quotes are in a notice for the messages; once all of them are out, or given up, they are in the documents alone. */
const forgetQuotes = async (
  { records, log }: NotificationParts,
  { principal, delivery }: DeliveryContext,
): Promise<void> => {
  try {
    const all = await deliveriesOf(records, principal, { notice: delivery.value.notice });
    const notice = await records.get(principal, notices, delivery.value.notice);
    if (notice === undefined || !all.every(({ value }) => hasEnded(value))) return;
    if (notice.value.items.every(({ quote }) => quote === undefined)) return;
    await records.commit(principal, { writes: [update(notices, notice, withoutQuotes(notice.value))] });
  } catch (thrown) {
    log.warn({ code: DossierError.from(thrown).code, err: thrown }, 'a sent notice still holds its quotes');
  }
};
