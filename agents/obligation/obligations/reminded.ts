import type { Principal } from '../../../core/identity/principal.ts';
import type { ObligationPorts } from '../ports.ts';
import { remindersOf } from '../reminders/brief.ts';
import { duesOf } from './dues.ts';
import type { ObligationView } from './view.ts';

/** The same with their reminders, as they stand after what was just changed. */
export const withReminders = async <V extends ObligationView>(
  ports: ObligationPorts,
  principal: Principal,
  views: readonly V[],
): Promise<V[]> => {
  if (views.every(({ status }) => status === 'proposed')) return [...views];
  const dues = (by: Principal, range: Parameters<typeof duesOf>[2]) => duesOf(ports, by, range);
  const reminders = await remindersOf({ ...ports, dues }, principal);
  return views.map((view) => ({ ...view, reminders: [...reminders(view.id)] }));
};
