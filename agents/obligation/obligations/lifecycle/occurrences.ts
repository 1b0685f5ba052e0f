import { earlier, later, plusYears } from '../../../../core/time/days.ts';
import { occurrences } from '../../deadlines/occurrences.ts';
import type { Effective } from './effective.ts';
import type { State } from './records.ts';

/** One time at which an obligation falls due. */
export type Occurrence = {
  /** Its day as the rule or the document has it: names it even when it is moved. ISO 8601. */
  readonly occurrence: string;
  /** Last day on which it is in time. */
  readonly date: string;
  /** The arithmetic of this one, where it has its own. */
  readonly explanation: string;
};

/** What people did to single occurrences. */
export type Progress = Pick<State, 'since' | 'moved' | 'done'>;

/** Years ahead of the day that are looked through for the next one, a few first. */
const YEARS_AHEAD = [2, 12] as const;

export const isRecurring = ({ deadline, periods }: Effective): boolean =>
  periods.length > 1 || (deadline.kind === 'recurring' && deadline.rrule !== null);

/**
 * The occurrences from one day to another, both included, by the day on which they fall due; those that are done are left
 * out, and so is what lies before the day from which they count. In order.
 */
export const occurrencesIn = (
  effective: Effective,
  progress: Progress | undefined,
  from: string,
  to: string,
): readonly Occurrence[] => {
  const recurring = isRecurring(effective);
  const moved = new Map(progress?.moved.map(({ occurrence, date }) => [occurrence, date]));
  // One that was moved may fall due within, though its own day lies without.
  const outermost = [...moved.keys()].sort();
  const first = earlier(from, outermost[0] ?? from);
  const last = later(to, outermost.at(-1) ?? to);
  return plainOccurrences(effective, first, last)
    .filter(({ occurrence }) => !recurring || progress?.since == null || occurrence >= progress.since)
    .filter(({ occurrence }) => !recurring || !progress?.done.includes(occurrence))
    .map((each) => ({ ...each, date: moved.get(each.occurrence) ?? each.date }))
    .filter(({ date }) => date >= from && date <= to)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
};

/** The one that is next to be done: the earliest that is not, from the day on which they began to count (else from `today`). */
export const currentOccurrence = (
  effective: Effective,
  progress: Progress | undefined,
  today: string,
): Occurrence | undefined => {
  if (!isRecurring(effective)) return plainOccurrences(effective, '', '')[0];
  const since = progress?.since ?? today;
  const from = (progress?.moved ?? []).map(({ date }) => date).reduce(earlier, since);
  for (const years of YEARS_AHEAD) {
    const [found] = occurrencesIn(effective, progress, from, plusYears(later(today, since), years));
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Those of a rule or of periods by their own days; a single one wherever it lies. */
const plainOccurrences = (effective: Effective, from: string, to: string): readonly Occurrence[] => {
  const { deadline, periods, named, holidays } = effective;
  if (periods.length > 0) {
    return periods
      .filter(({ date }) => periods.length === 1 || (date >= from && date <= to))
      .map(({ date, explanation }) => ({ occurrence: date, date, explanation }));
  }
  const { date, explanation } = deadline;
  if (isRecurring(effective)) {
    return occurrences(deadline, from, to, holidays).map((each) => ({ occurrence: each, date: each, explanation }));
  }
  return date === null ? [] : [{ occurrence: named ?? date, date, explanation }];
};
