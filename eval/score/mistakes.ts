import type { CorpusDocument } from '../corpus.ts';
import { type ClauseScores, judge } from './clauses.ts';
import type { Label } from './gold.ts';
import type { PredictedClause } from './predictions.ts';
import { isShortEnough, overlaps } from './ratios.ts';

/** A stretch of a document where something went wrong. */
export type Example = {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  /** The words there, white space made one and cut where they are many. */
  readonly quote: string;
};

export type Mistakes = {
  /** Of clauses: not found though labelled, or found though not labelled. */
  readonly count: number;
  /** What these words were instead, found or labelled, the most frequent first. */
  readonly instead: readonly { readonly category: string; readonly count: number }[];
  readonly example: Example | null;
};

export type CategoryMistakes = {
  readonly category: string;
  readonly missed: Mistakes;
  readonly wrong: Mistakes;
};

/** So many categories, those of the lowest presence F1, are looked into. */
const WORST = 10;
const QUOTE = 180;
const INSTEAD = 2;

/** What goes wrong in the worst categories, the worst first. */
export const worstMistakes = (
  { categories }: ClauseScores,
  labels: readonly Label[],
  predicted: ReadonlyMap<string, readonly PredictedClause[]>,
  documents: readonly CorpusDocument[],
): CategoryMistakes[] => {
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  return Object.entries(categories)
    .sort(([one, a], [two, b]) => a.presence.f1 - b.presence.f1 || (one < two ? -1 : 1))
    .slice(0, WORST)
    .map(([category]) => mistakesOf(category, labels, predicted, texts));
};

/** A place that is wrong, what was said of it elsewhere, and how telling it is as an example. */
type Wrong = Omit<Example, 'quote'> & {
  readonly instead: readonly string[];
  /** The document as a whole was judged wrongly for it, not just the place in it. */
  readonly decides: boolean;
  readonly probability: number;
};

const mistakesOf = (
  category: string,
  labels: readonly Label[],
  predicted: ReadonlyMap<string, readonly PredictedClause[]>,
  texts: ReadonlyMap<string, string>,
): CategoryMistakes => {
  const missed: Wrong[] = [];
  const wrong: Wrong[] = [];
  for (const label of labels) {
    const { document } = label;
    const said = predicted.get(document) ?? [];
    const judged = judge(category, label, said);
    for (const { start, end } of judged.missed) {
      const place = { document, start, end };
      const instead = said
        .filter((clause) => isShortEnough(clause) && overlaps({ ...clause, document }, place))
        .map((clause) => clause.category);
      missed.push({ ...place, instead, decides: judged.presence.missed > 0, probability: 0 });
    }
    for (const { start, end, probability = 0 } of judged.wrong) {
      const place = { document, start, end };
      const instead = [...label.clauses].filter(([, { spans }]) => spans.some((span) => overlaps(span, place)));
      wrong.push({
        ...place,
        instead: instead.map(([name]) => name),
        decides: judged.presence.wrong > 0,
        probability,
      });
    }
  }
  return { category, missed: summed(missed, texts), wrong: summed(wrong, texts) };
};

const summed = (places: readonly Wrong[], texts: ReadonlyMap<string, string>): Mistakes => {
  const counts = Map.groupBy(
    places.flatMap(({ instead }) => [...new Set(instead)]),
    (name) => name,
  );
  const instead = [...counts]
    .map(([category, { length }]) => ({ category, count: length }))
    .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1))
    .slice(0, INSTEAD);
  return { count: places.length, instead, example: exampleOf(places, texts) };
};

/** One that decides over its document, of those the surest, of those the one that can be quoted whole, of those the first. */
const exampleOf = (places: readonly Wrong[], texts: ReadonlyMap<string, string>): Example | null => {
  const length = ({ start, end }: Wrong) => Math.max(QUOTE, end - start);
  const [best] = places.toSorted(
    (a, b) => Number(b.decides) - Number(a.decides) || b.probability - a.probability || length(a) - length(b),
  );
  if (best === undefined) return null;
  const { document, start, end } = best;
  return { document, start, end, quote: quoteOf((texts.get(document) ?? '').slice(start, end)) };
};

const quoteOf = (text: string): string => {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (words.length <= QUOTE) return words;
  return `${words.slice(0, words.lastIndexOf(' ', QUOTE)).trimEnd()} …`;
};
