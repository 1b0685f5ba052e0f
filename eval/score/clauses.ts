import type { Label } from './gold.ts';
import type { PredictedClause } from './predictions.ts';
import {
  type Counts,
  isShortEnough,
  overlaps,
  type PrecisionRecall,
  precisionRecall,
  ratio,
  sumOf,
  total,
} from './ratios.ts';
import { type Bin, binsOf, calibrationError } from './reliability.ts';

export type CategoryScores = {
  /** Documents that have the clause. */
  readonly documents: number;
  /** Which documents have it. */
  readonly presence: PrecisionRecall & Counts;
  /** Where it stands: a labelled span is found when a found one overlaps it. */
  readonly spans: PrecisionRecall & Counts;
};

export type Reliability = {
  /** Expected calibration error. */
  readonly ece: number | null;
  readonly bins: readonly Bin[];
};

export type ClauseScores = {
  /** Mean of the presence F1 over the categories that count. */
  readonly macroF1: number | null;
  /** Presence F1 over the documents and categories taken together, of those that count. */
  readonly microF1: number;
  /** Spans of all categories taken together. */
  readonly span: PrecisionRecall;
  /** How sure the system said it is of each place, beside whether it is labelled; null where it did not say. */
  readonly reliability: Reliability | null;
  /** Those that count. */
  readonly categories: Readonly<Record<string, CategoryScores>>;
  /** Of all categories, those that some document has and that were rightly found in none. */
  readonly neverFound: readonly string[];
};

/** What a contract says of itself at the top is no clause. */
const NO_CLAUSES: ReadonlySet<string> = new Set(['Document Name', 'Parties', 'Agreement Date', 'Effective Date']);

/** A category that fewer documents have is not counted for itself. */
const FEWEST = 5;

const isClause = (category: string): boolean => !NO_CLAUSES.has(category);

export const scoreClauses = (
  labels: readonly Label[],
  found: ReadonlyMap<string, readonly PredictedClause[]>,
): ClauseScores => {
  const names = [...(labels[0]?.clauses.keys() ?? [])].filter(isClause);
  const all = names.map((name) => [name, scoreCategory(name, labels, found)] as const);
  const counted = all.filter(([, { documents }]) => documents >= FEWEST);
  return {
    macroF1: ratio(total(counted.map(([, { presence }]) => presence.f1)), counted.length),
    microF1: precisionRecall(sumOf(counted.map(([, { presence }]) => presence))).f1,
    span: precisionRecall(sumOf(all.map(([, { spans }]) => spans))),
    reliability: reliabilityOf(names, labels, found),
    categories: Object.fromEntries(counted),
    neverFound: all
      .filter(([, { documents, presence }]) => documents > 0 && presence.right === 0)
      .map(([name]) => name),
  };
};

const scoreCategory = (
  category: string,
  labels: readonly Label[],
  found: ReadonlyMap<string, readonly PredictedClause[]>,
): CategoryScores => {
  const judged = labels.map((label) => judge(category, label, found.get(label.document) ?? []));
  const presence = sumOf(judged.map(({ presence }) => presence));
  const spans = sumOf(judged.map(({ spans }) => spans));
  return {
    documents: presence.right + presence.missed,
    presence: { ...presence, ...precisionRecall(presence) },
    spans: { ...spans, ...precisionRecall(spans) },
  };
};

const reliabilityOf = (
  names: readonly string[],
  labels: readonly Label[],
  found: ReadonlyMap<string, readonly PredictedClause[]>,
): Reliability | null => {
  const claims = labels.flatMap(({ document, clauses }) =>
    (found.get(document) ?? []).flatMap(({ category, start, end, probability }) => {
      if (probability === undefined || !names.includes(category)) return [];
      const spans = clauses.get(category)?.spans ?? [];
      return [{ confidence: probability, right: spans.some((span) => overlaps({ document, start, end }, span)) }];
    }),
  );
  return claims.length === 0 ? null : { ece: calibrationError(claims), bins: binsOf(claims) };
};

/** What was found of a category in one document, beside what is labelled. */
export const judge = (category: string, { document, clauses }: Label, predicted: readonly PredictedClause[]) => {
  const { present, spans } = clauses.get(category) ?? { present: false, spans: [] };
  const found = predicted
    .filter((clause) => clause.category === category && isShortEnough(clause))
    .map((clause) => ({ ...clause, document }));
  const missed = spans.filter((span) => !found.some((clause) => overlaps(clause, span)));
  const wrong = found.filter((clause) => !spans.some((span) => overlaps(clause, span)));
  const says = found.length > 0;
  return {
    presence: { right: Number(present && says), wrong: Number(!present && says), missed: Number(present && !says) },
    spans: { right: spans.length - missed.length, wrong: wrong.length, missed: missed.length },
    missed,
    wrong,
  };
};
