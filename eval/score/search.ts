import type { Place } from '../places.ts';
import type { GoldQuery } from './gold.ts';
import { isShortEnough, overlaps, ratio, total } from './ratios.ts';

export type SearchScores = {
  /** Queries that the documents answer; the others say nothing about search. */
  readonly queries: number;
  /** Share of them with a right passage first, among the first five, among the first ten. */
  readonly hit1: number | null;
  readonly hit5: number | null;
  readonly hit10: number | null;
  /** Mean of 1 / rank of the first right passage, 0 where none is among the first ten. */
  readonly mrr10: number | null;
};

const DEPTH = 10;

export const scoreSearch = (
  queries: readonly GoldQuery[],
  results: ReadonlyMap<string, readonly Place[]>,
): SearchScores => {
  const ranks = queries
    .filter(({ spans }) => spans.length > 0)
    .map(({ id, spans }) => rankOf(results.get(id) ?? [], spans));
  const within = (depth: number) => ratio(ranks.filter((rank) => rank <= depth).length, ranks.length);
  return {
    queries: ranks.length,
    hit1: within(1),
    hit5: within(5),
    hit10: within(DEPTH),
    mrr10: ratio(total(ranks.map((rank) => 1 / rank)), ranks.length),
  };
};

/** From 1; Infinity where no passage is right. */
const rankOf = (results: readonly Place[], spans: readonly Place[]): number => {
  const index = results
    .slice(0, DEPTH)
    .findIndex((result) => isShortEnough(result) && spans.some((span) => overlaps(result, span)));
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
};
