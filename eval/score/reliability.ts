import { rounded, total } from './ratios.ts';

/** Something that was said, how surely (0 to 1), and whether it was right. */
export type Claim = { readonly confidence: number; readonly right: boolean };

/** What was said with about the same confidence. */
export type Bin = {
  /** Lowest confidence that it takes; it reaches to the next tenth, the last one up to 1 itself. */
  readonly from: number;
  readonly count: number;
  /** Mean confidence that was stated. */
  readonly stated: number;
  /** Share that was right. */
  readonly right: number;
};

const BINS = 10;

/** Ten bins of the same width; those that hold nothing are left out. */
export const binsOf = (claims: readonly Claim[]): Bin[] =>
  tenths(claims).map(({ tenth, held }) => ({
    from: tenth / BINS,
    count: held.length,
    stated: rounded(total(held.map(({ confidence }) => confidence)) / held.length),
    right: rounded(held.filter(({ right }) => right).length / held.length),
  }));

/** Expected calibration error: how far stated and right lie apart in a bin, averaged over what was said; null where nothing was. */
export const calibrationError = (claims: readonly Claim[]): number | null => {
  if (claims.length === 0) return null;
  const gaps = tenths(claims).map(({ held }) =>
    Math.abs(total(held.map(({ confidence, right }) => confidence - (right ? 1 : 0)))),
  );
  return rounded(total(gaps) / claims.length);
};

const tenths = (claims: readonly Claim[]): { readonly tenth: number; readonly held: readonly Claim[] }[] => {
  const held = Map.groupBy(claims, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)));
  return [...held].map(([tenth, held]) => ({ tenth, held })).sort((a, b) => a.tenth - b.tenth);
};
