import type { Preferences } from '../../../core/ports/notifications.ts';
import type { Stored } from '../../../core/ports/records.ts';
import { afterQuietHours, deadlineOf } from './instants.ts';
import type { Told } from './notice.ts';
import type { Reminder } from './records.ts';

export type Choice = {
  /** What goes out now. */
  readonly now: readonly Told[];
  /** What is not worth sending any more, and why. */
  readonly skipped: readonly { readonly reminder: Stored<Reminder>; readonly reason: string }[];
  /** What waits for the end of somebody's quiet hours: when that is. */
  readonly later: readonly Temporal.Instant[];
};

/**
 * Which of the reminders whose instant has come still say something. After a standstill that is one for each occurrence
 * and person: the latest, and none that announces a day that has passed.
 */
export const choose = (
  ready: readonly Told[],
  now: Temporal.Instant,
  preferencesOf: (person: string) => Preferences,
): Choice => {
  const latest = new Map<string, Told>();
  for (const told of ready) {
    const known = latest.get(subjectOf(told));
    if (known === undefined || known.reminder.value.dueAt < told.reminder.value.dueAt)
      latest.set(subjectOf(told), told);
  }
  const chosen: Told[] = [];
  const skipped: Choice['skipped'][number][] = [];
  const later: Temporal.Instant[] = [];
  for (const told of ready) {
    const { reminder, due } = told;
    const deadline = deadlineOf(due);
    const passed = Temporal.Instant.compare(deadline, now) <= 0;
    const quietUntil = afterQuietHours(now, preferencesOf(reminder.value.person));
    if (latest.get(subjectOf(told)) !== told) skipped.push({ reminder, reason: 'a later one took its place' });
    else if (reminder.value.kind === 'reminder' && passed) skipped.push({ reminder, reason: 'the day had passed' });
    else if (quietUntil.equals(now) || (!passed && Temporal.Instant.compare(deadline, quietUntil) <= 0))
      // Better at night than after the deadline.
      chosen.push(told);
    else later.push(quietUntil);
  }
  return { now: chosen, skipped, later };
};

const subjectOf = ({ reminder: { value } }: Told): string =>
  JSON.stringify([value.obligation, value.occurrence, value.person, value.kind === 'escalation']);

/** What goes out together: by person, where they want one message a day; what nobody reacted to apart from what is their own. */
export const together = (
  chosen: readonly Told[],
  preferencesOf: (person: string) => Preferences,
): readonly (readonly Told[])[] => {
  const groups = Map.groupBy(chosen, ({ reminder: { id, value } }) =>
    preferencesOf(value.person).digest === 'single' ? id : JSON.stringify([value.person, value.kind === 'escalation']),
  );
  return [...groups.values()];
};
