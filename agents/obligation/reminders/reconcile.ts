import type { Principal } from '../../../core/identity/principal.ts';
import { toInstant } from '../../../core/ports/clock.ts';
import { insert, type Stored, update, type Write } from '../../../core/ports/records.ts';
import { type Desired, desiredReminders } from './desired.ts';
import type { Planned } from './plan.ts';
import type { ReminderPorts } from './ports.ts';
import { type Reminder, reminders } from './records.ts';
import { everyReminder } from './stored.ts';

/** Writes in one commit. */
const BATCH = 200;

/**
 * Brings what is planned in line with what falls due now: a confirmed obligation that was moved, done or dismissed moves
 * or cancels what was planned. What has gone out stays as it is. Gives what ought to be there.
 */
export const reconcile = async (ports: ReminderPorts, principal: Principal): Promise<Desired> => {
  const desired = await desiredReminders(ports, principal);
  const stored = new Map(
    (await everyReminder(ports, principal, { date: { gte: desired.from } })).map((each) => [each.id, each]),
  );
  const wanted = new Map(desired.planned.map((each) => [each.id, each]));
  const writes: Write[] = [];
  for (const [id, planned] of wanted) {
    const known = stored.get(id);
    if (known === undefined) writes.push(insert(reminders, id, recordOf(planned)));
    else writes.push(...moved(known, planned));
  }
  for (const known of stored.values()) {
    if (known.value.state !== 'planned' || wanted.has(known.id)) continue;
    writes.push(update(reminders, known, { ...known.value, state: 'cancelled', reason: CHANGED }));
  }
  for (let at = 0; at < writes.length; at += BATCH) {
    await ports.records.commit(principal, { writes: writes.slice(at, at + BATCH) });
  }
  return desired;
};

const CHANGED = 'the obligation or the preferences were changed';

/** A reminder as it is first written down. */
export const recordOf = ({ due, kind, slot, person, at }: Planned): Reminder => ({
  obligation: due.obligationId,
  occurrence: due.occurrence,
  date: due.date,
  documentId: due.document.id,
  kind,
  slot,
  person,
  dueAt: instantOf(at),
  state: 'planned',
  reason: null,
  noticeKey: null,
  late: false,
  sentAt: null,
});

/** Another instant, or wanted again after it was cancelled: reopened, or moved there and back. */
const moved = (known: Stored<Reminder>, planned: Planned): Write[] => {
  const dueAt = instantOf(planned.at);
  const { state } = known.value;
  if (state === 'planned' && known.value.dueAt !== dueAt)
    return [update(reminders, known, { ...known.value, dueAt, reason: null })];
  return state === 'cancelled' && known.value.sentAt === null
    ? [update(reminders, known, { ...known.value, dueAt, state: 'planned', reason: null })]
    : [];
};

/** As records have instants: with milliseconds, so that they sort as text. */
export const instantOf = (at: Temporal.Instant): string => toInstant(at.epochMilliseconds);
