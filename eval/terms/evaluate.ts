import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDocuments } from '../corpus.ts';
import { type Evaluation, runEvaluation } from '../run.ts';
import { type PredictedTerms, readPredictions } from '../score/predictions.ts';
import { scoreExpected, type TermScores } from '../score/terms.ts';
import { type Case, type Half, halfOf, halves, readCases } from './cases.ts';

export type ExcerptScores = Readonly<Record<Half, { readonly cases: number; readonly terms: TermScores }>>;

export type MeasuredExcerpts = {
  readonly said: ReadonlyMap<string, PredictedTerms>;
  readonly scores: ExcerptScores;
};

/** Has this installation read every excerpt as a document of its own. Each half is scored by itself. */
export const measureTerms = async (
  during: Pick<Evaluation, 'open' | 'progress' | 'signal'>,
  cases: readonly Case[] = readCases(),
): Promise<MeasuredExcerpts> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-terms-'));
  try {
    const documents = path.join(folder, 'documents');
    mkdirSync(documents);
    for (const { id, text } of cases) writeFileSync(path.join(documents, `${id}.txt`), text);
    const corpus = { documents: readDocuments(documents), queries: [] };
    const out = path.join(folder, 'predictions');
    await runEvaluation({ ...during, corpus, out, tasks: ['terms'] });
    const said = readPredictions(out).terms ?? new Map();
    return { said, scores: scoreHalves(cases, said) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const scoreHalves = (cases: readonly Case[], said: MeasuredExcerpts['said']): ExcerptScores => {
  const scored = halves.map((half) => {
    const own = cases.filter((each) => halfOf(each) === half);
    return [half, { cases: own.length, terms: scoreExpected(own, said) }] as const;
  });
  return Object.fromEntries(scored) as ExcerptScores;
};
