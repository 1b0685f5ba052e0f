import { DossierError } from '../../../../core/errors/error.ts';
import { ruleProblem } from '../../deadlines/resolve/recurrence.ts';
import type { Editable } from '../../model/standing.ts';
import { takesAnchorDay } from './anchor.ts';
import { type Act, entryOf, stateOf } from './change.ts';
import { isRecurring } from './occurrences.ts';
import { type Edits, type HistoryEntry, noEdits, type State } from './records.ts';
import { situationOf } from './status.ts';

export type Edit = Partial<Omit<Edits, 'leadDays'>> & {
  readonly leadDays?: readonly number[];
  readonly person?: string;
  /** Back to what the document says. */
  readonly reset: readonly Editable[];
  readonly reason?: string;
};

/**
 * Puts something in the place of what was read, beside it: the evidence and the reading stay. Of a recurring obligation
 * `date` moves the occurrence that is next to be done, and no other.
 */
export const editing =
  ({ reset, reason, person, leadDays, date, ...given }: Edit): Act =>
  (held, context) => {
    const state = stateOf(held);
    const { effective, current } = situationOf(held.reading, state, context);
    if (given.anchorDate != null && !takesAnchorDay(held.reading)) throw new DossierError('no_anchor', { id: held.id });
    const cleared = { ...state.edits, ...Object.fromEntries(reset.map((field) => [editOf[field], null])) };
    const edits: Edits = {
      ...(pick(cleared) as Edits),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      ...(leadDays === undefined ? {} : { leadDays: [...new Set(leadDays)].sort((a, b) => b - a) }),
    };
    const starts = edits.starts ?? held.reading.deadline.starts ?? current?.occurrence ?? state.since;
    const rrule = edits.rrule ?? held.reading.deadline.rrule;
    if (edits.rrule !== null || edits.starts !== null) checkRule(rrule, starts);
    const next: State = {
      ...state,
      edits:
        edits.rrule !== null && edits.starts === null && held.reading.deadline.starts === null
          ? { ...edits, starts }
          : edits,
      person: person ?? (reset.includes('person') ? null : state.person),
      moved: reset.includes('date') ? [] : state.moved,
    };
    const dated = date == null ? next : withDate(next, date, isRecurring(effective) ? current?.occurrence : undefined);
    const fields = differences(state, dated);
    if (fields.length === 0) return undefined;
    return {
      ...dated,
      history: [...state.history, entryOf(held, context, 'edited', { fields, reason: reason ?? null })],
    };
  };

const editOf: Readonly<Record<Editable, keyof Edits | 'person'>> = {
  action: 'action',
  party: 'party',
  date: 'date',
  rrule: 'rrule',
  starts: 'starts',
  anchor_date: 'anchorDate',
  timezone: 'timezone',
  person: 'person',
  lead_days: 'leadDays',
};

const pick = (values: object): object =>
  Object.fromEntries(Object.keys(noEdits).map((field) => [field, (values as Record<string, unknown>)[field] ?? null]));

const checkRule = (rrule: string | null, starts: string | null): void => {
  if (rrule === null)
    throw new DossierError('invalid_input', { problems: ['rrule: it is needed with the day on which it begins'] });
  if (starts === null)
    throw new DossierError('invalid_input', {
      problems: ['starts: the day from which it counts is needed with a rule'],
    });
  const problem = ruleProblem(rrule);
  if (problem !== undefined) throw new DossierError('invalid_input', { problems: [`rrule: ${problem}`] });
};

const withDate = (state: State, date: string, occurrence: string | undefined): State =>
  occurrence === undefined
    ? { ...state, edits: { ...state.edits, date } }
    : {
        ...state,
        moved: [
          ...state.moved.filter((each) => each.occurrence !== occurrence),
          ...(occurrence === date ? [] : [{ occurrence, date }]),
        ],
      };

const differences = (before: State, after: State): HistoryEntry['fields'] => {
  const [was, is] = [shown(before), shown(after)];
  return Object.keys(is)
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }));
};

const shown = ({ edits, person, moved }: State): Readonly<Record<string, string | null>> => ({
  action: edits.action,
  party: edits.party,
  date: edits.date,
  rrule: edits.rrule,
  starts: edits.starts,
  anchor_date: edits.anchorDate,
  timezone: edits.timezone,
  lead_days: edits.leadDays === null ? null : edits.leadDays.join(', '),
  person,
  moved: moved.length === 0 ? null : moved.map(({ occurrence, date }) => `${occurrence} to ${date}`).join(', '),
});
