import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readJsonLines } from '../json-lines.ts';
import type { Place } from '../places.ts';
import { tasks } from '../tasks.ts';
import { ofEachTerm, type TermField } from './terms.ts';

export type PredictedAnswer = {
  readonly answered: boolean;
  /** Probability, 0 to 1, that the answer is right. */
  readonly confidence: number;
  readonly citations: readonly Place[];
};

export type PredictedClause = {
  readonly category: string;
  readonly start: number;
  readonly end: number;
  /** How likely the system holds it to be; absent in predictions of others. */
  readonly probability?: number | undefined;
};

/** Terms of a document: ISO 8601 days (or "perpetual") and durations, a law by its place. */
export type PredictedTerms = Readonly<Record<TermField, string | null>>;

/** What a folder of predictions says; undefined where it lacks the file. */
export type Predictions = {
  /** Passages, best first, by query. */
  readonly retrieval: ReadonlyMap<string, readonly Place[]> | undefined;
  /** By query. */
  readonly answers: ReadonlyMap<string, PredictedAnswer> | undefined;
  /** By document. */
  readonly clauses: ReadonlyMap<string, readonly PredictedClause[]> | undefined;
  /** By document. */
  readonly terms: ReadonlyMap<string, PredictedTerms> | undefined;
};

const placeSchema = z.object({ document: z.string(), start: z.int(), end: z.int() });
const retrievalSchema = z.object({ query: z.string(), results: z.array(placeSchema) });
const answerSchema = z.object({
  query: z.string(),
  answered: z.boolean(),
  confidence: z.number().min(0).max(1),
  citations: z.array(placeSchema),
});
const clauseSchema = z.object({
  category: z.string(),
  start: z.int(),
  end: z.int(),
  probability: z.number().optional(),
});
const clausesSchema = z.object({ document: z.string(), clauses: z.array(clauseSchema) });

const termsSchema = z.object({ document: z.string(), ...ofEachTerm(() => z.string().nullable()) });

/** Reads the prediction files of a folder, each optional. Throws `invalid_input` naming a line that is none. */
export const readPredictions = (folder: string): Predictions => ({
  retrieval: read(path.join(folder, tasks.retrieval.file), retrievalSchema, ({ query, results }) => [query, results]),
  answers: read(path.join(folder, tasks.answers.file), answerSchema, ({ query, ...answer }) => [query, answer]),
  clauses: read(path.join(folder, tasks.clauses.file), clausesSchema, ({ document, clauses }) => [document, clauses]),
  terms: read(path.join(folder, tasks.terms.file), termsSchema, ({ document, ...terms }) => [document, terms]),
});

const read = <Line, Said>(
  file: string,
  schema: z.ZodType<Line>,
  entry: (line: Line) => readonly [string, Said],
): ReadonlyMap<string, Said> | undefined =>
  existsSync(file) ? new Map(readJsonLines(file, schema).map(entry)) : undefined;
