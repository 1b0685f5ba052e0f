import type { Principal } from '../../../core/identity/principal.ts';
import { type Desired, desiredReminders } from './desired.ts';
import type { ReminderPorts } from './ports.ts';
import { instantOf } from './reconcile.ts';
import { everyReminder } from './stored.ts';

/** How long what was handed over can still be called back. */
const CALLED_BACK = { hours: 72 };

/**
 * Calls back what was handed over for obligations that are not open any more. For whoever has just changed some: a message
 * that waits for a channel, or for a worker that was stopped, would otherwise go out before the next sweep. Gives what
 * ought to be there.
 */
export const recallReminders = async (ports: ReminderPorts, principal: Principal): Promise<Desired> => {
  const desired = await desiredReminders(ports, principal);
  await callBack(ports, principal, desired);
  return desired;
};

/**
 * A notice none of whose obligations is open any more does not go out by the channels that have not carried it yet. One that
 * is being handed over may have been accepted already, by a process that died before it could write that down.
 */
export const callBack = async (ports: ReminderPorts, principal: Principal, { planned }: Desired): Promise<void> => {
  const since = Temporal.Instant.fromEpochMilliseconds(ports.clock.now()).subtract(CALLED_BACK);
  const dueAt = { gte: instantOf(since) };
  const handed = [
    ...(await everyReminder(ports, principal, { state: 'sent', dueAt })),
    ...(await everyReminder(ports, principal, { state: 'handing' })),
  ];
  const wanted = new Set(planned.map(({ id }) => id));
  for (const [key, group] of Map.groupBy(handed, ({ value }) => value.noticeKey ?? '')) {
    if (group.every(({ id }) => !wanted.has(id))) await ports.notifications.withdraw(principal, key);
  }
};
