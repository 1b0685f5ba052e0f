import { writeDuration } from '../../../../core/reading/durations.ts';
import type { Source } from '../../model/terms.ts';
import type { Length, StatedTerms } from '../stated.ts';
import { addDays, addLength, compareDays } from './calendar.ts';
import type { End } from './end.ts';

/** The period that runs on a day: the first term, or one of its renewals. */
export type Period = {
  readonly renewals: number;
  /** The day on which it is over, and its last whole day. */
  readonly day: string;
  readonly lastDay: string;
  /** " + 2 renewals of 1 year"; empty in the first term. */
  readonly words: string;
  readonly evidence: readonly Source[];
  readonly confidence: number;
};

/** More renewals than a contract sees. */
const most = 1200;

/**
 * The period on a day. Renewals are each added to the first end as a whole (the end of January + 2 months is the end of
 * March), only automatic ones, and no more than there are. undefined without an end that can be reckoned.
 */
export const periodAt = (
  { renewal }: Pick<StatedTerms, 'renewal'>,
  end: End | undefined,
  asOf: string | null,
): Period | undefined => {
  if (end === undefined || end.day === null || end.day === 'perpetual' || end.lastDay === null) return undefined;
  const length = renewal?.value.automatic ? renewal.value.length : undefined;
  const before = end.lastDay !== end.day;
  const lastDay = (day: string): string => (before ? addDays(day, -1) : day);
  let renewals = 0;
  let day = end.day;
  const times = renewal?.value.times ?? most;
  if (length !== undefined && asOf !== null) {
    while (renewals < times && compareDays(lastDay(day), asOf) < 0) {
      renewals++;
      day = addLength(end.day, multiple(length, renewals));
    }
  }
  return {
    renewals,
    day,
    lastDay: lastDay(day),
    words:
      renewals === 0 || length === undefined
        ? ''
        : ` + ${renewals} renewal${renewals === 1 ? '' : 's'} of ${writeDuration(length)}`,
    evidence: renewals === 0 ? [] : (renewal?.evidence ?? []),
    confidence: renewals === 0 ? end.confidence : Math.min(end.confidence, renewal?.confidence ?? 1),
  };
};

/** `length`, so many times over. */
const multiple = ({ value, unit }: Length, times: number): Length => ({ value: value * times, unit });
