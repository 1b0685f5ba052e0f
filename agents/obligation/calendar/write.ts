import type { Principal } from '../../../core/identity/principal.ts';
import type { Preferences } from '../../../core/ports/notifications.ts';
import type { ReminderPorts } from '../reminders/ports.ts';
import { calendarOf } from './events.ts';

/** What of all that falls due is in a calendar; everything where nothing is said. */
export type CalendarOf = {
  readonly documents?: readonly string[] | undefined;
  readonly party?: string | undefined;
  readonly person?: string | undefined;
};

/** How far back and ahead a calendar goes, days. */
const BACK = 31;
const AHEAD = 731;

/** The calendar of what was confirmed and is not done. */
export const writeCalendar = async (
  ports: Pick<ReminderPorts, 'dues' | 'notifications' | 'clock'>,
  principal: Principal,
  { documents, party, person }: CalendarOf,
): Promise<{ readonly calendar: string; readonly entries: number }> => {
  const today = Temporal.Instant.fromEpochMilliseconds(ports.clock.now()).toZonedDateTimeISO('UTC').toPlainDate();
  const dues = await ports.dues(principal, {
    from: today.subtract({ days: BACK }).toString(),
    to: today.add({ days: AHEAD }).toString(),
  });
  const wanted = dues.filter(
    (due) =>
      (documents === undefined || documents.includes(due.document.id)) &&
      (party === undefined || due.party.toLowerCase() === party.toLowerCase()) &&
      (person === undefined || due.person === person),
  );
  const people = new Map<string, Preferences>();
  for (const each of new Set(wanted.map((due) => due.person))) {
    people.set(each, await ports.notifications.preferences(principal, each));
  }
  const entries = wanted.map((due) => {
    const own = people.get(due.person);
    return { due, leadDays: due.leadDays ?? own?.leadDays ?? [], remindAt: own?.remindAt ?? '09:00' };
  });
  return { calendar: calendarOf('Deadlines', entries), entries: entries.length };
};
