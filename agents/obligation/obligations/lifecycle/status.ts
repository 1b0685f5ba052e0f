import { dayIn } from '../../../../core/time/days.ts';
import { lateFrom } from '../../deadlines/occurrences.ts';
import type { Status } from '../../model/standing.ts';
import type { Reading } from '../records.ts';
import { type Effective, effectiveOf } from './effective.ts';
import type { Moment } from './moment.ts';
import { currentOccurrence, isRecurring, type Occurrence } from './occurrences.ts';
import type { State } from './records.ts';

/** Where an obligation stands at an instant. */
export type Situation = {
  readonly effective: Effective;
  /** The one that is next to be done; of one that is done or dismissed, what would be. */
  readonly current: Occurrence | undefined;
  readonly status: Status;
  /** Today, in the obligation's time zone. */
  readonly today: string;
};

/**
 * What people decided, and what the clock makes of it: a confirmed obligation whose time has run out in its own time zone
 * is overdue, unless it was put off. Nothing of that is stored. What nobody confirmed is never overdue.
 */
export const situationOf = (reading: Reading, state: State | undefined, moment: Moment): Situation => {
  const { now } = moment;
  const effective = effectiveOf(reading, state, moment);
  const today = dayIn(effective.deadline.timezone, now);
  const current = currentOccurrence(effective, state, today);
  const status = (): Status => {
    if (state === undefined) return 'proposed';
    if (state.standing === 'done' || state.standing === 'dismissed') return state.standing;
    if (state.standing === 'confirmed' && current === undefined && state.done.length > 0 && isRecurring(effective))
      return 'done';
    if (state.snoozedUntil !== null && Date.parse(state.snoozedUntil) > now) return 'snoozed';
    if (state.standing === 'confirmed' && current !== undefined && lateFrom(effective.deadline, current.date) <= now)
      return 'overdue';
    return state.standing;
  };
  return { effective, current, status: status(), today };
};
