import { DossierError } from '../../../../core/errors/error.ts';
import { beginningOf } from '../../../../core/time/days.ts';
import { type Act, entryOf, stateOf } from './change.ts';
import { currentOccurrence, isRecurring, occurrencesIn } from './occurrences.ts';
import { situationOf } from './status.ts';

/** Somebody stands for it: from now on it is reminded of. Of a recurring one what is due from `from` on counts, else from today. */
export const confirming =
  ({ from, reason }: { readonly from: string | undefined; readonly reason: string | undefined }): Act =>
  (held, context) => {
    const state = stateOf(held);
    const { today } = situationOf(held.reading, state, context);
    const same = state.standing === 'confirmed' && (held.present || state.kept) && from === undefined;
    if (same && state.snoozedUntil === null) return undefined;
    return {
      ...state,
      standing: 'confirmed',
      kept: !held.present,
      confirmedBy: context.by,
      since: from ?? state.since ?? today,
      snoozedUntil: null,
      history: [...state.history, entryOf(held, context, 'confirmed', { reason: reason ?? null })],
    };
  };

/** It is done: of a recurring one the occurrence that is next to be done, or the one named. */
export const doing =
  ({ occurrence, reason }: { readonly occurrence: string | undefined; readonly reason: string | undefined }): Act =>
  (held, context) => {
    const state = stateOf(held);
    const { effective, today } = situationOf(held.reading, state, context);
    const confirmed = { ...state, confirmedBy: state.confirmedBy ?? context.by, since: state.since ?? today };
    if (!isRecurring(effective)) {
      if (state.standing === 'done') return undefined;
      return {
        ...confirmed,
        standing: 'done',
        before: 'confirmed',
        snoozedUntil: null,
        history: [...state.history, entryOf(held, context, 'done', { reason: reason ?? null })],
      };
    }
    if (occurrence !== undefined && state.done.includes(occurrence)) return undefined;
    const current = occurrence ?? currentOccurrence(effective, state, today)?.occurrence;
    if (current === undefined || !isDay(current)) throw noSuchOccurrence(held.id);
    const known = occurrencesIn(effective, { since: null, moved: [], done: [] }, current, current);
    if (known.length === 0) throw noSuchOccurrence(held.id);
    return {
      ...confirmed,
      standing: 'confirmed',
      before: 'confirmed',
      done: [...state.done, current].sort(),
      snoozedUntil: null,
      history: [...state.history, entryOf(held, context, 'done', { occurrence: current, reason: reason ?? null })],
    };
  };

/**
 * Nothing is said of it before the day begins. Not past the last day on which it is in time, unless that is over: a
 * deadline must not be slept through.
 */
export const snoozing =
  ({ until, reason }: { readonly until: string; readonly reason: string | undefined }): Act =>
  (held, context) => {
    const state = stateOf(held);
    const { effective, current, status, today } = situationOf(held.reading, state, context);
    if (status === 'done' || status === 'dismissed') throw notNow(held.id, status);
    if (until <= today) throw new DossierError('invalid_input', { problems: ['until: it must be a day to come'] });
    if (current !== undefined && current.date >= today && until > current.date)
      throw new DossierError('snoozed_too_long', { id: held.id, date: current.date });
    const snoozedUntil = beginningOf(until, effective.deadline.timezone);
    if (state.snoozedUntil === snoozedUntil) return undefined;
    const fields = [{ field: 'snoozed_until', before: state.snoozedUntil, after: snoozedUntil }];
    return {
      ...state,
      snoozedUntil,
      history: [...state.history, entryOf(held, context, 'snoozed', { fields, reason: reason ?? null })],
    };
  };

/** It is none here, or not this reader's. */
export const dismissing =
  ({ reason }: { readonly reason: string }): Act =>
  (held, context) => {
    const state = stateOf(held);
    if (state.standing === 'dismissed' && state.history.at(-1)?.reason === reason) return undefined;
    return {
      ...state,
      standing: 'dismissed',
      before: state.standing === 'proposed' || state.standing === 'dismissed' ? state.before : 'confirmed',
      kept: !held.present,
      snoozedUntil: null,
      history: [...state.history, entryOf(held, context, 'dismissed', { reason })],
    };
  };

/** Takes back that it was done, dismissed or snoozed: of a recurring one the last occurrence that was done, or the one named. */
export const reopening =
  ({ occurrence, reason }: { readonly occurrence: string | undefined; readonly reason: string | undefined }): Act =>
  (held, context) => {
    const state = stateOf(held);
    const line = (which: string | null) =>
      entryOf(held, context, 'reopened', { occurrence: which, reason: reason ?? null });
    if (state.standing === 'dismissed' || state.standing === 'done') {
      const standing = state.standing === 'done' ? 'confirmed' : state.before;
      return { ...state, standing, snoozedUntil: null, history: [...state.history, line(null)] };
    }
    const { effective } = situationOf(held.reading, state, context);
    if (isRecurring(effective)) {
      const which = occurrence ?? lastDone(state.history, state.done);
      if (occurrence !== undefined && !state.done.includes(occurrence)) throw noSuchOccurrence(held.id);
      if (which !== undefined) {
        const done = state.done.filter((each) => each !== which);
        return { ...state, done, snoozedUntil: null, history: [...state.history, line(which)] };
      }
    }
    if (state.snoozedUntil === null) return undefined;
    return { ...state, snoozedUntil: null, history: [...state.history, line(null)] };
  };

/** The one that was marked last, of those that are done. */
const lastDone = (
  history: readonly { readonly change: string; readonly occurrence: string | null }[],
  done: readonly string[],
): string | undefined =>
  history.findLast(({ change, occurrence }) => change === 'done' && occurrence !== null && done.includes(occurrence))
    ?.occurrence ?? undefined;

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day);

const noSuchOccurrence = (id: string): DossierError => new DossierError('no_such_occurrence', { id });
const notNow = (id: string, status: string): DossierError => new DossierError('obligation_closed', { id, status });
