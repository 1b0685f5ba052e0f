import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Scores } from '../score/score.ts';
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
const judged = z.object({ right: count, wrong: count, missed: count, ...precisionRecall });
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
const scoresSchema: z.ZodType<Scores> = z.object({
  documents: count,
  queries: count,
  search: search.optional(),
  answers: answers.extend({ bins: z.array(bin) }).optional(),
  categories: z.record(z.string(), z.object({ search: search.optional(), answers: answers.optional() })).optional(),
  clauses: clauses.optional(),
  mistakes: z.array(z.object({ category: z.string(), missed: mistakes, wrong: mistakes })).optional(),
});
const causesSchema = z.record(z.string(), z.string());

/** What was measured, by name of the measurement, and why the worst categories are bad, by category. */
export type Figures = {
  readonly scores: ReadonlyMap<string, Scores>;
  readonly causes: Readonly<Record<string, string>>;
};

const CAUSES = 'causes.json';

/** Reads `NAME.json` of each measurement, as far as there is one, and `causes.json`. */
export const readFigures = (folder: string): Figures => ({
  scores: new Map(
    measurements.flatMap(({ name }) => {
      const file = path.join(folder, `${name}.json`);
      return existsSync(file) ? [[name, scoresSchema.parse(JSON.parse(readFileSync(file, 'utf8')))] as const] : [];
    }),
  ),
  causes: causesSchema.parse(JSON.parse(readFileSync(path.join(folder, CAUSES), 'utf8'))),
});

export const writeScores = (folder: string, name: string, scores: Scores): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.json`), `${lines(scores, 3)}\n`);
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
