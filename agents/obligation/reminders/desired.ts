import type { Principal } from '../../../core/identity/principal.ts';
import type { Preferences } from '../../../core/ports/notifications.ts';
import type { Due } from '../model/due.ts';
import { type Planned, planOf } from './plan.ts';
import type { ReminderPorts } from './ports.ts';

/** How long an occurrence that nobody did is kept an eye on, days. */
const LOOK_BACK = 62;
/** How far ahead of its first reminder an occurrence is planned, days: whatever stands still for so long loses none. */
const LOOK_AHEAD = 62;
/** Longest lead time that preferences allow. */
const LONGEST_LEAD = 366;

export type Desired = {
  readonly planned: readonly Planned[];
  readonly dues: readonly Due[];
  /** Day from which on occurrences were looked at. */
  readonly from: string;
  preferences(person: string): Promise<Preferences>;
};

/** All reminders as they ought to be now. */
export const desiredReminders = async (
  { notifications, clock, dues: duesOf }: ReminderPorts,
  principal: Principal,
): Promise<Desired> => {
  const today = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO('UTC').toPlainDate();
  const from = today.subtract({ days: LOOK_BACK }).toString();
  const to = today.add({ days: LONGEST_LEAD + LOOK_AHEAD }).toString();
  const dues = await duesOf(principal, { from, to });
  const known = new Map<string, Promise<Preferences>>();
  const preferences = (person: string): Promise<Preferences> => {
    const loading = known.get(person) ?? notifications.preferences(principal, person);
    known.set(person, loading);
    return loading;
  };
  const gapOf = gapsBetween(dues);
  const plans = await Promise.all(
    dues.map(async (due) => {
      const own = await preferences(due.person);
      return planOf(due, own, own.escalation && (await preferences(own.escalation.person)), gapOf(due));
    }),
  );
  return { planned: plans.flat(), dues, from, preferences };
};

/** Days from one occurrence of an obligation to the next, by the shortest that is seen; undefined where there is but one. */
const gapsBetween = (dues: readonly Due[]): ((due: Due) => number | undefined) => {
  const gaps = new Map<string, number>();
  for (const [id, own] of Map.groupBy(dues, ({ obligationId }) => obligationId)) {
    const days = own.map(({ occurrence }) => Date.parse(occurrence) / 86_400_000).toSorted((a, b) => a - b);
    const between = days.slice(1).map((day, index) => day - (days[index] ?? day));
    if (between.length > 0) gaps.set(id, Math.min(...between));
  }
  return ({ obligationId }) => gaps.get(obligationId);
};
