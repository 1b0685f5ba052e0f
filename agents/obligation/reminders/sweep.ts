import type { Principal } from '../../../core/identity/principal.ts';
import type { Desired } from './desired.ts';
import type { ReminderPorts } from './ports.ts';
import { instantOf, reconcile } from './reconcile.ts';
import { reminders } from './records.ts';
import { sendDue } from './send.ts';
import { everyReminder } from './stored.ts';

/** Occurrences come nearer and preferences are changed elsewhere: it is looked at least so often. */
const LONGEST_REST = { hours: 24 };
/** How long what was handed over can still be called back. */
const CALLED_BACK = { hours: 72 };

/**
 * What a wake does: plans anew, calls back what has become pointless, sends what is due. May be run at any time and any
 * number of times. Gives when to look next, milliseconds since the epoch.
 */
export const sweepReminders = async (
  ports: ReminderPorts,
  principal: Principal,
  signal: AbortSignal,
): Promise<number> => {
  const desired = await reconcile(ports, principal);
  await callBack(ports, principal, desired);
  const waiting = await sendDue(ports, principal, desired, signal);
  const now = Temporal.Instant.fromEpochMilliseconds(ports.clock.now());
  const planned = await ports.records.find(principal, reminders, {
    where: { state: 'planned', dueAt: { gt: instantOf(now) } },
    orderBy: { field: 'dueAt', direction: 'asc' },
    limit: 1,
  });
  const next = planned.items[0]?.value.dueAt;
  return Math.min(
    now.add(LONGEST_REST).epochMilliseconds,
    ...(next === undefined ? [] : [Date.parse(next)]),
    ...waiting.map(({ epochMilliseconds }) => epochMilliseconds),
  );
};

/** A notice none of whose obligations is open any more does not go out by the channels that have not carried it yet. */
const callBack = async (ports: ReminderPorts, principal: Principal, { planned }: Desired): Promise<void> => {
  const since = Temporal.Instant.fromEpochMilliseconds(ports.clock.now()).subtract(CALLED_BACK);
  const sent = await everyReminder(ports, principal, { state: 'sent', dueAt: { gte: instantOf(since) } });
  const wanted = new Set(planned.map(({ id }) => id));
  for (const [key, group] of Map.groupBy(sent, ({ value }) => value.noticeKey ?? '')) {
    if (group.every(({ id }) => !wanted.has(id))) await ports.notifications.withdraw(principal, key);
  }
};
