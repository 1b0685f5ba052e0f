import type { Principal } from '../../../core/identity/principal.ts';
import type { ObligationPorts } from '../ports.ts';

/**
 * Has the reminders looked at again at once. Called before what changes them is committed: a crash between the two costs
 * a look at nothing new, and no deadline.
 */
export const wakeReminders = (
  { schedule, clock }: Pick<ObligationPorts, 'schedule' | 'clock'>,
  principal: Principal,
): Promise<void> => schedule.wake(principal, 'reminders', clock.now());
