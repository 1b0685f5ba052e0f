import { createHash } from 'node:crypto';
import type { Preferences } from '../../../core/ports/notifications.ts';
import type { Due } from '../model/due.ts';
import { afterQuietHours, deadlineOf, leadInstant, overdueInstant } from './instants.ts';
import type { ReminderKind } from './records.ts';

/** A reminder as it ought to go out. */
export type Planned = {
  readonly id: string;
  readonly due: Due;
  readonly kind: ReminderKind;
  readonly slot: string;
  readonly person: string;
  readonly at: Temporal.Instant;
};

/** Days after the last day on which an overdue obligation is reminded of. */
const OVERDUE_DAYS = 1;

/**
 * What goes out for an occurrence: at its lead times, when it is overdue, and to whom else when nobody reacts. Of a recurring
 * obligation, whose occurrences lie so many days apart, a person's lead times count up to half of that; its own always.
 */
export const planOf = (
  due: Due,
  own: Preferences,
  escalated: Preferences | undefined,
  gapDays: number | undefined,
): readonly Planned[] => {
  const make = (kind: ReminderKind, slot: string, person: string, at: Temporal.Instant): Planned => ({
    id: idOf(due, slot, person),
    due,
    kind,
    slot,
    person,
    at,
  });
  // A month's notice of a monthly payment would be one more thing each month that says nothing.
  const worthwhile = own.leadDays.filter((days) => gapDays === undefined || days * 2 <= gapDays);
  const leads = (due.leadDays ?? worthwhile).map((days) =>
    make('reminder', slotOf(days), due.person, leadInstant(due, days, own)),
  );
  const overdue = make('overdue', 'overdue', due.person, overdueInstant(due, OVERDUE_DAYS, own));
  const escalation =
    own.escalation !== undefined && escalated !== undefined && own.escalation.person !== due.person
      ? [
          make(
            'escalation',
            'escalation',
            own.escalation.person,
            overdueInstant(due, Math.max(own.escalation.afterDays, 1), escalated),
          ),
        ]
      : [];
  const since = Temporal.Instant.from(due.since);
  const wanted = [...leads, overdue, ...escalation].filter(({ at }) => Temporal.Instant.compare(at, since) >= 0);
  if (due.snoozedUntil === undefined) return onePerInstant(wanted);
  const until = Temporal.Instant.from(due.snoozedUntil);
  const later = wanted.filter(({ at }) => Temporal.Instant.compare(at, until) > 0);
  const kind = Temporal.Instant.compare(until, deadlineOf(due)) < 0 ? 'reminder' : 'overdue';
  // Whoever snoozes wants to hear of it again at that time.
  const again = make(kind, `snoozed-until-${due.snoozedUntil}`, due.person, afterQuietHours(until, own));
  return onePerInstant([again, ...later]);
};

const slotOf = (days: number): string =>
  days === 0 ? 'on-the-day' : days === 1 ? '1-day-before' : `${days}-days-before`;

/** Two lead times may fall on one instant, pushed there by quiet hours: one of them is enough. */
const onePerInstant = (planned: readonly Planned[]): readonly Planned[] =>
  planned.filter(
    (each, index) =>
      !planned.slice(index + 1).some((other) => other.person === each.person && other.at.equals(each.at)),
  );

const idOf = ({ obligationId, occurrence, date, time }: Due, slot: string, person: string): string =>
  createHash('sha256')
    .update(JSON.stringify([obligationId, occurrence, date, time ?? null, slot, person]))
    .digest('hex')
    .slice(0, 32);
