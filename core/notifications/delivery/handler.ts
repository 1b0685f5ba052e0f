import { z } from 'zod';
import { DossierError } from '../../errors/error.ts';
import { jobPrincipal } from '../../identity/principal.ts';
import type { JobHandler, JobOutcome, JobRun } from '../../jobs/worker.ts';
import { toInstant } from '../../ports/clock.ts';
import type { SendOutcome } from '../../ports/notifier.ts';
import { update } from '../../ports/records.ts';
import { type NotificationParts, withinTime } from '../parts.ts';
import { quietUntil } from '../people/quiet.ts';
import { type DeliveryRecord, deliveries, hasEnded, type StoredDelivery } from '../records.ts';
import { composeMessage } from '../wording/message.ts';
import { type DeliveryContext, hindrance, loadContext } from './context.ts';
import { endDelivery } from './end.ts';
import { retryDelay, TRIES } from './tries.ts';

const payloadSchema = z.object({ delivery_id: z.string() });

/**
 * Carries one delivery as far as it can be carried now. Before an attempt it is written down that one is made, and
 * afterwards how it came out, each by a commit that fails where somebody else has taken the delivery over. An attempt
 * whose end nobody wrote down is asked after, and made again under the same key where nobody can tell.
 */
export const notifyHandler =
  (parts: NotificationParts): JobHandler =>
  async (job, run) => {
    const principal = jobPrincipal(job.workspace);
    const { delivery_id: id } = payloadSchema.parse(job.payload);
    try {
      const delivery = await parts.records.get(principal, deliveries, id);
      if (delivery === undefined || hasEnded(delivery.value)) return { end: 'done' };
      const wait = waitOf(delivery.value, parts.clock.now());
      return wait ?? (await attempt(parts, await loadContext(parts, principal, delivery), run));
    } catch (thrown) {
      if (run.interruption() === 'lost') return { end: 'lost' };
      const error = DossierError.from(thrown);
      // Withdrawn or switched off at this very moment: look again.
      if (error.code === 'conflict') return again(parts.clock.now(), error);
      // What is left is the store, or a defect: neither may end a delivery without a word.
      parts.log.warn({ delivery: id, code: error.code, err: thrown }, 'a delivery was interrupted');
      return again(parts.clock.now() + retryDelay(job.attempts), error);
    }
  };

const again = (at: number, error: DossierError): JobOutcome => ({ end: 'retry', at, error: error.toJSON() });

const notDelivered = ({ channel, reason }: Pick<DeliveryRecord, 'channel' | 'reason'>): DossierError =>
  new DossierError('not_delivered', { channel, reason: reason ?? 'unknown' });

/** The job may come sooner than the next attempt is due, when its worker died before it could put it off. */
const waitOf = (delivery: DeliveryRecord, now: number): JobOutcome | undefined => {
  const at = delivery.nextAt === null ? 0 : Date.parse(delivery.nextAt);
  return at > now ? again(at, notDelivered(delivery)) : undefined;
};

/** Milliseconds after an attempt until the other side can be asked after it: a mail service has to find it first. */
const SETTLING = 60_000;

const askedFrom = ({ delivery: { value }, notifier }: DeliveryContext): number =>
  value.state === 'sending' && notifier?.wasSent !== undefined ? Date.parse(value.updatedAt) + SETTLING : 0;

const attempt = async (parts: NotificationParts, context: DeliveryContext, run: JobRun): Promise<JobOutcome> => {
  const { principal, delivery, notifier } = context;
  const asked = askedFrom(context);
  if (asked > parts.clock.now()) return again(asked, notDelivered(delivery.value));
  if (delivery.value.attempts > 0 && (await wasSent(parts, context, run)) === true) {
    return endDelivery(parts, context, { state: 'sent', reason: 'found-sent', reference: null });
  }
  const hindered = hindrance(parts, context);
  if (hindered !== undefined) return endDelivery(parts, context, hindered);
  // A message that an outage has held up is not what anybody is woken for; words about the service can wait as well.
  const quiet = quietUntil(context.preferences, parts.clock.now());
  if (quiet !== undefined) return hold(parts, context, quiet);
  if (delivery.value.attempts >= TRIES)
    return endDelivery(parts, context, { state: 'failed', reason: 'tries-used-up' });
  // A channel that this process does not have: another process may, or this one once its plugin is set up again.
  if (notifier === undefined) {
    return putOff(parts, context, delivery, delivery.value.attempts + 1, { outcome: 'retry', reason: 'not-running' });
  }

  const attempts = delivery.value.attempts + 1;
  const sending: DeliveryRecord = {
    ...delivery.value,
    state: 'sending',
    attempts,
    nextAt: null,
    updatedAt: toInstant(parts.clock.now()),
  };
  await parts.records.commit(principal, { writes: [update(deliveries, delivery, sending)] });
  const begun: StoredDelivery = { ...delivery, revision: delivery.revision + 1, value: sending };
  // The last moment to learn that another worker has it: from here on it is in the hands of the other side.
  if ((await run.lease()) === 'lost') return { end: 'lost' };

  const outcome = await send(parts, context, run);
  // That it went out is worth writing down in any case: whoever has the lease may not have begun yet.
  if (run.interruption() === 'lost' && outcome.outcome !== 'sent') return { end: 'lost' };
  const now = { ...context, delivery: begun };
  switch (outcome.outcome) {
    case 'sent':
      return persistently(parts, () =>
        endDelivery(parts, now, { state: 'sent', reason: null, reference: outcome.reference ?? null }),
      );
    case 'refused':
      return endDelivery(parts, now, { state: 'failed', reason: outcome.reason, gone: outcome.gone });
    case 'retry':
      return putOff(parts, now, begun, attempts, outcome);
  }
};

/** How often, a second apart, it is tried to write down that a message went out. */
const PERSISTENCE = 20;

/** A store that is busy for a moment must not make a message go out twice. */
const persistently = async (
  { clock, log }: NotificationParts,
  record: () => Promise<JobOutcome>,
): Promise<JobOutcome> => {
  for (let round = 1; ; round++) {
    try {
      return await record();
    } catch (thrown) {
      if (round >= PERSISTENCE) throw thrown;
      log.warn({ code: DossierError.from(thrown).code, err: thrown }, 'a sent message could not be written down yet');
      await clock.sleep(1_000);
    }
  }
};

/** Without an attempt: until the quiet hours end. */
const hold = async (
  parts: NotificationParts,
  { principal, delivery }: DeliveryContext,
  until: number,
): Promise<JobOutcome> => {
  const held: DeliveryRecord = {
    ...delivery.value,
    state: 'waiting',
    reason: 'quiet-hours',
    nextAt: toInstant(until),
    updatedAt: toInstant(parts.clock.now()),
  };
  await parts.records.commit(principal, { writes: [update(deliveries, delivery, held)] });
  return again(until, notDelivered(held));
};

const putOff = async (
  parts: NotificationParts,
  context: DeliveryContext,
  delivery: StoredDelivery,
  attempts: number,
  { reason, after }: Extract<SendOutcome, { outcome: 'retry' }>,
): Promise<JobOutcome> => {
  if (attempts >= TRIES) return endDelivery(parts, { ...context, delivery }, { state: 'failed', reason });
  const now = parts.clock.now();
  const at = now + retryDelay(attempts, after);
  const waiting: DeliveryRecord = {
    ...delivery.value,
    state: 'waiting',
    attempts,
    reason,
    nextAt: toInstant(at),
    updatedAt: toInstant(now),
  };
  await parts.records.commit(context.principal, { writes: [update(deliveries, delivery, waiting)] });
  return again(at, notDelivered(waiting));
};

/** A lost lease stops it, because somebody else sends then; the end of this process does not: half a message is worse than a late exit. */
const lostOnly = (run: JobRun): AbortSignal => {
  const lost = new AbortController();
  const look = () => run.interruption() === 'lost' && lost.abort(new Error('lease lost'));
  look();
  run.signal.addEventListener('abort', look, { once: true });
  return lost.signal;
};

const send = async (parts: NotificationParts, context: DeliveryContext, run: JobRun): Promise<SendOutcome> => {
  const { notifier, route } = context;
  const address = notifier?.address.safeParse(route?.address);
  if (notifier === undefined || !address?.success)
    return { outcome: 'refused', reason: 'address-invalid', gone: false };
  const message = composeMessage(parts, context);
  try {
    return await withinTime(parts, (signal) => notifier.send(message, address.data as never, signal), lostOnly(run));
  } catch (thrown) {
    parts.log.warn({ channel: notifier.channel, err: thrown }, 'a channel failed');
    return { outcome: 'retry', reason: 'no-answer' };
  }
};

const wasSent = async (
  parts: NotificationParts,
  { delivery, notifier, route }: DeliveryContext,
  run: JobRun,
): Promise<boolean | undefined> => {
  const address = notifier?.address.safeParse(route?.address);
  if (notifier?.wasSent === undefined || !address?.success) return undefined;
  try {
    return await withinTime(
      parts,
      async (signal) => notifier.wasSent?.(delivery.id, address.data as never, signal),
      lostOnly(run),
    );
  } catch (thrown) {
    parts.log.warn({ channel: notifier.channel, err: thrown }, 'a channel could not be asked');
    return undefined;
  }
};
