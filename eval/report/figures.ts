import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { ObligationScores } from '../obligations/evaluate.ts';
import type { QuestionScores } from '../questions/score.ts';
import type { Scores } from '../score/score.ts';
import { ofEachTerm } from '../score/terms.ts';
import type { ExcerptScores } from '../terms/evaluate.ts';
import { measurements } from './measurements.ts';

const share = z.number().min(0).max(1).nullable();
const count = z.int().min(0);
const precisionRecall = { precision: share, recall: share, f1: z.number() };
const search = z.object({ queries: count, hit1: share, hit5: share, hit10: share, mrr10: share });
const answers = z.object({
  ...precisionRecall,
  answerable: count,
  unanswerable: count,
  abstained: share,
  refused: share,
  citationPrecision: share,
  ece: share,
});
const bin = z.object({ from: z.number(), count, stated: z.number(), right: z.number() });
const counted = { right: count, wrong: count, missed: count };
const judged = z.object({ ...counted, ...precisionRecall });
const clauses = z.object({
  macroF1: share,
  microF1: z.number(),
  span: z.object(precisionRecall),
  reliability: z.object({ ece: share, bins: z.array(bin) }).nullable(),
  categories: z.record(z.string(), z.object({ documents: count, presence: judged, spans: judged })),
  neverFound: z.array(z.string()),
});
const example = z.object({ document: z.string(), start: count, end: count, quote: z.string() });
const mistakes = z.object({
  count,
  instead: z.array(z.object({ category: z.string(), count })),
  example: example.nullable(),
});
const terms = z.object(ofEachTerm(() => judged));
const scoresSchema: z.ZodType<Scores> = z.object({
  documents: count,
  queries: count,
  search: search.optional(),
  answers: answers.extend({ bins: z.array(bin) }).optional(),
  categories: z.record(z.string(), z.object({ search: search.optional(), answers: answers.optional() })).optional(),
  clauses: clauses.optional(),
  mistakes: z.array(z.object({ category: z.string(), missed: mistakes, wrong: mistakes })).optional(),
  terms: terms.optional(),
});
const kind = z.object({ questions: count, claimed: share, right: share, stated: share });
const questionsSchema: z.ZodType<QuestionScores> = z.object({ clause: kind, contract: kind, general: kind });
const part = z.object({ right: count, of: count });
const dutyScores = z.object({
  cases: count,
  duties: judged,
  counterparty: part,
  condition: part,
  trigger: part,
  deadlines: z.object({ all: part, timed: part }),
  kinds: z.record(z.string(), z.object(counted)),
});
const obligationsSchema: z.ZodType<ObligationScores> = z.object({ development: dutyScores, 'held-out': dutyScores });
const excerptScores = z.object({ cases: count, terms });
const excerptsSchema: z.ZodType<ExcerptScores> = z.object({ development: excerptScores, 'held-out': excerptScores });
const causesSchema = z.record(z.string(), z.string());

/** What was measured, by name of the measurement, and why the worst categories are bad, by category. */
export type Figures = {
  readonly scores: ReadonlyMap<string, Scores>;
  readonly causes: Readonly<Record<string, string>>;
  /** What the clause model takes held-out questions to be about; undefined where that was not measured. */
  readonly questions?: QuestionScores | undefined;
  /** How duties are read; undefined where that was not measured. */
  readonly obligations?: ObligationScores | undefined;
  /** How terms are read in excerpts of our own; undefined where that was not measured. */
  readonly excerpts?: ExcerptScores | undefined;
};

const CAUSES = 'causes';
const QUESTIONS = 'questions';
const OBLIGATIONS = 'obligations';
const EXCERPTS = 'terms';

/** Reads `NAME.json` of each measurement and `questions.json`, as far as they are there, and `causes.json`. */
export const readFigures = (folder: string): Figures => {
  const read = <T>(name: string, schema: z.ZodType<T>): T =>
    schema.parse(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));
  const isThere = (name: string): boolean => existsSync(path.join(folder, `${name}.json`));
  return {
    scores: new Map(
      measurements.flatMap(({ name }) => (isThere(name) ? [[name, read(name, scoresSchema)] as const] : [])),
    ),
    causes: read(CAUSES, causesSchema),
    obligations: isThere(OBLIGATIONS) ? read(OBLIGATIONS, obligationsSchema) : undefined,
    excerpts: isThere(EXCERPTS) ? read(EXCERPTS, excerptsSchema) : undefined,
    questions: isThere(QUESTIONS) ? read(QUESTIONS, questionsSchema) : undefined,
  };
};

export const writeScores = (folder: string, name: string, scores: Scores): void =>
  write(folder, name, lines(scores, 3));

export const writeQuestions = (folder: string, scores: QuestionScores): void =>
  write(folder, QUESTIONS, lines(scores, 1));

export const writeObligations = (folder: string, scores: ObligationScores): void =>
  write(folder, OBLIGATIONS, lines(scores, 3));

export const writeExcerpts = (folder: string, scores: ExcerptScores): void => write(folder, EXCERPTS, lines(scores, 3));

const write = (folder: string, name: string, text: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.json`), `${text}\n`);
};

/** JSON with a line for each thing down to a depth, so that a change of one figure is a change of one short line. */
const lines = (value: unknown, depth: number, indent = ''): string => {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const list = Array.isArray(value);
  const items = list
    ? value.map((item) => lines(item, depth - 1, inner))
    : Object.entries(value)
        .filter(([, held]) => held !== undefined)
        .map(([key, held]) => `${JSON.stringify(key)}: ${lines(held, depth - 1, inner)}`);
  const [open, close] = list ? '[]' : '{}';
  return items.length === 0 ? `${open}${close}` : `${open}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${close}`;
};
