import { dayIn } from '../../../../core/time/days.ts';
import type { Holidays } from '../../deadlines/resolve/holidays.ts';
import type { Deadline } from '../../model/deadline.ts';
import type { Dated, Reading } from '../records.ts';
import { withAnchorDay } from './anchor.ts';
import type { Moment } from './moment.ts';
import { noEdits, type State } from './records.ts';

/** An obligation as it stands: what was read, with what people put in its place. */
export type Effective = {
  readonly party: string;
  readonly action: string;
  readonly deadline: Deadline;
  /** Of what follows from the terms, its days; empty where the deadline says it all. */
  readonly periods: readonly Dated[];
  /** What a single one is called by: its day as it was read, or the one on which it was confirmed where the document gives none. */
  readonly named: string | null;
  readonly holidays: Holidays;
};

/** What holds: edits before the reading. Pure. */
export const effectiveOf = (
  reading: Reading,
  state: Pick<State, 'edits' | 'since'> | undefined,
  { now, holidays }: Moment,
): Effective => {
  const edits = state?.edits ?? noEdits;
  const timezone = edits.timezone ?? reading.deadline.timezone;
  const read = {
    ...(edits.anchorDate === null
      ? reading.deadline
      : withAnchorDay(reading, edits.anchorDate, { asOf: dayIn(timezone, now), timezone, holidays })),
    timezone,
  };
  const deadline = editedDeadline(read, edits);
  return {
    party: edits.party ?? reading.party,
    action: edits.action ?? reading.action,
    deadline: { ...deadline, explanation: deadline.explanation.replace(next, '') },
    periods: deadline === read ? reading.periods : [],
    named: reading.deadline.date ?? state?.since ?? null,
    holidays,
  };
};

/** The day that was next when it was read. */
const next = /; (?:next \d{4}-\d\d-\d\d|none is left)(?=$| \()/;

const editedDeadline = (read: Deadline, { date, rrule, starts }: State['edits']): Deadline => {
  if (rrule !== null || starts !== null) {
    return {
      ...read,
      kind: 'recurring',
      rrule: rrule ?? read.rrule,
      starts: starts ?? read.starts,
      // The rule that a person gives names the days themselves.
      offset: rrule === null ? read.offset : null,
      date: null,
      needs: null,
      explanation: instead('recurs as you said', read),
    };
  }
  if (date === null || read.kind === 'recurring') return read;
  return {
    ...read,
    kind: read.kind === 'none' ? 'absolute' : read.kind,
    date,
    needs: null,
    explanation: instead(`${date}, as you said`, read),
  };
};

const instead = (words: string, { explanation }: Deadline): string =>
  explanation === '' ? words : `${words}; the document: ${explanation}`;
