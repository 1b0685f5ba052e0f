import path from 'node:path';
import { type CorpusDocument, readDocuments } from '../corpus.ts';
import { type AnswerScores, scoreAnswers } from './answers.ts';
import { type ClauseScores, scoreClauses } from './clauses.ts';
import { type Gold, type GoldQuery, readGold } from './gold.ts';
import { type CategoryMistakes, worstMistakes } from './mistakes.ts';
import { type Predictions, readPredictions } from './predictions.ts';
import { type SearchScores, scoreSearch } from './search.ts';
import { scoreTerms, type TermScores } from './terms.ts';

/** Figures of one corpus. What was not predicted is absent. */
export type Scores = {
  readonly documents: number;
  readonly queries: number;
  readonly search?: SearchScores | undefined;
  readonly answers?: AnswerScores | undefined;
  /** The same by category of query, where the corpus has categories. */
  readonly categories?: Readonly<Record<string, QueryScores>> | undefined;
  readonly clauses?: ClauseScores | undefined;
  /** Of clauses, the worst category first. */
  readonly mistakes?: readonly CategoryMistakes[] | undefined;
  readonly terms?: TermScores | undefined;
};

export type QueryScores = {
  readonly search?: SearchScores | undefined;
  readonly answers?: Omit<AnswerScores, 'bins'> | undefined;
};

/** Scores the predictions in one folder against the corpus in another. Throws as `readCorpus` does. */
export const scoreFolder = (corpus: string, predictions: string): Scores =>
  score(readGold(corpus), readPredictions(predictions), readDocuments(path.join(corpus, 'documents')));

export const score = (gold: Gold, predictions: Predictions, documents: readonly CorpusDocument[]): Scores => ({
  documents: documents.length,
  queries: gold.queries.length,
  ...scoreQueries(gold.queries, predictions),
  ...byCategory(gold.queries, predictions),
  ...byDocument(gold, predictions, documents),
  ...termsOf(gold, predictions),
});

const scoreQueries = (queries: readonly GoldQuery[], { retrieval, answers }: Predictions) => ({
  ...(retrieval === undefined ? {} : { search: scoreSearch(queries, retrieval) }),
  ...(answers === undefined ? {} : { answers: scoreAnswers(queries, answers) }),
});

const byCategory = (queries: readonly GoldQuery[], predictions: Predictions): Pick<Scores, 'categories'> => {
  const groups = Map.groupBy(queries, ({ category }) => category);
  const categories: Record<string, QueryScores> = {};
  for (const [name, held] of groups) {
    if (name !== undefined) categories[name] = withoutBins(scoreQueries(held, predictions));
  }
  return Object.keys(categories).length === 0 ? {} : { categories };
};

const withoutBins = ({ search, answers }: ReturnType<typeof scoreQueries>): QueryScores => {
  if (answers === undefined) return { search };
  const { bins: _, ...rest } = answers;
  return { search, answers: rest };
};

const termsOf = ({ labels }: Gold, { terms }: Predictions): Pick<Scores, 'terms'> =>
  labels === undefined || terms === undefined ? {} : { terms: scoreTerms(labels, terms) };

const byDocument = (
  { labels }: Gold,
  { clauses: predicted }: Predictions,
  documents: readonly CorpusDocument[],
): Pick<Scores, 'clauses' | 'mistakes'> => {
  if (labels === undefined || predicted === undefined) return {};
  const clauses = scoreClauses(labels, predicted);
  return { clauses, mistakes: worstMistakes(clauses, labels, predicted, documents) };
};
