import type { Span } from '../../../core/text/span.ts';

/** Longer sentences, in characters, are read wrongly more often: their clauses are taken for one another's. */
const long = 600;

/**
 * Shares of what was right among readings of real contracts that were read by eye (docs/obligations.md), rounded. How much
 * less sure a reading is whose bearer the words do not name, or that has no modal verb, is an estimate.
 */
const shares = { short: 0.9, long: 0.75 };

/** `surety`: how sure it is that this party bears it, 1 where the words name it. */
export const confidenceOf = (surety: number, evidence: readonly Span[]): number => {
  const length = Math.max(...evidence.map(({ start, end }) => end - start));
  return Math.round((length > long ? shares.long : shares.short) * surety * 100) / 100;
};
