import type { Place } from '../places.ts';

/** Longer stretches of text are too long to count as having found something, in UTF-16 code units. */
const LONGEST = 2000;

export const isShortEnough = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
  end - start <= LONGEST;

export const overlaps = (one: Place, two: Place): boolean =>
  one.document === two.document && one.start < two.end && two.start < one.end;

/** What was found and right, found and wrong, right and not found. */
export type Counts = { readonly right: number; readonly wrong: number; readonly missed: number };

export type PrecisionRecall = {
  /** Of what was found, the share that is right; null where nothing was found. */
  readonly precision: number | null;
  /** Of what is right, the share that was found; null where there is nothing to find. */
  readonly recall: number | null;
  /** Their harmonic mean, 0 where either is 0 or null. */
  readonly f1: number;
};

export const precisionRecall = ({ right, wrong, missed }: Counts): PrecisionRecall => ({
  precision: ratio(right, right + wrong),
  recall: ratio(right, right + missed),
  f1: right === 0 ? 0 : rounded((2 * right) / (2 * right + wrong + missed)),
});

export const sumOf = (counts: readonly Counts[]): Counts => ({
  right: total(counts.map(({ right }) => right)),
  wrong: total(counts.map(({ wrong }) => wrong)),
  missed: total(counts.map(({ missed }) => missed)),
});

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** To six decimals; null where there is nothing to divide by. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(part / whole));

/** To six decimals, which is what is stored of a figure. */
export const rounded = (value: number): number => Number(value.toFixed(6));
