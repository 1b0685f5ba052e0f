import type { Principal } from '../../../core/identity/principal.ts';
import type { ReminderPorts } from './ports.ts';
import { callBack } from './recall.ts';
import { instantOf, reconcile } from './reconcile.ts';
import { reminders } from './records.ts';
import { sendDue } from './send.ts';

/** Occurrences come nearer and preferences are changed elsewhere: it is looked at least so often. */
const LONGEST_REST = { hours: 24 };

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
