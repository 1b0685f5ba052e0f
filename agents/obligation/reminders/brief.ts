import type { Principal } from '../../../core/identity/principal.ts';
import type { Desired } from './desired.ts';
import { knownReminders } from './known.ts';
import type { ReminderPorts } from './ports.ts';
import type { ReminderBrief } from './view.ts';

/** Planned ones that are told of: a rent has one after the other for ever. */
const MOST_PLANNED = 6;

/** The reminders that went out and the next that are to come, by obligation. */
export const remindersOf = async (
  ports: ReminderPorts,
  principal: Principal,
  reckoned?: Desired,
): Promise<(obligation: string) => readonly ReminderBrief[]> => {
  const { known } = await knownReminders(ports, principal, reckoned);
  const byObligation = Map.groupBy(
    known.filter(({ view: { state } }) => state !== 'cancelled' && state !== 'skipped'),
    ({ view }) => view.obligation_id,
  );
  return (obligation) => {
    const own = byObligation.get(obligation) ?? [];
    const planned = own.filter(({ view }) => view.state === 'planned').slice(0, MOST_PLANNED);
    return [...own.filter(({ view }) => view.state !== 'planned'), ...planned].map(
      ({ view: { at, slot, kind, person, state } }) => ({ at, slot, kind, person, state }),
    );
  };
};
