import type { RankedPassage } from '../ports/passages.ts';

/** One ranking that takes part, best first. */
export type Ranking = {
  readonly name: string;
  /** What its first place is worth. */
  readonly weight: number;
  readonly passages: readonly RankedPassage[];
};

/** What one ranking gave to one passage. */
export type RankShare = {
  readonly ranking: string;
  /** From 1. */
  readonly rank: number;
  /** The engine's own score, comparable within this ranking only. */
  readonly score: number;
  /** `weight × depth / (depth + rank - 1)`. */
  readonly share: number;
};

export type FusedPassage = { readonly id: string; readonly score: number; readonly shares: readonly RankShare[] };

/** How slowly a place loses worth: place 11 is worth half of the first. */
export const fusionDepth = 10;

/**
 * Weighted reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009), scaled so that a first place is worth
 * its ranking's weight. Ranks, not scores, so that every storage engine and embedder fuses alike. Ties go by passage id.
 */
export const fuse = (rankings: readonly Ranking[]): readonly FusedPassage[] => {
  const shares = new Map<string, RankShare[]>();
  for (const { name, weight, passages } of rankings) {
    for (const [index, { id, score }] of passages.entries()) {
      const share = { ranking: name, rank: index + 1, score, share: (weight * fusionDepth) / (fusionDepth + index) };
      const known = shares.get(id);
      if (known) known.push(share);
      else shares.set(id, [share]);
    }
  }
  return [...shares]
    .map(([id, own]) => ({ id, score: own.reduce((sum, { share }) => sum + share, 0), shares: own }))
    .sort(byScoreThenId);
};

/** Best first; equal scores by id, so that an order is the same on every run. */
export const byScoreThenId = (
  left: { readonly score: number; readonly id: string },
  right: { readonly score: number; readonly id: string },
): number => right.score - left.score || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);
