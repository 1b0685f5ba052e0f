import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measurements } from '../report/measurements.ts';
import { withCorpus } from '../report/with-corpus.ts';
import { type Evaluation, runEvaluation } from '../run.ts';
import { readGold } from '../score/gold.ts';
import { type Headline, headlineOf } from '../score/headline.ts';
import { readPredictions } from '../score/predictions.ts';
import { score } from '../score/score.ts';
import { type Share, sampleCorpus, sampleGold, shares } from './sample.ts';

type During = Pick<Evaluation, 'open' | 'progress' | 'signal'>;

/** Figures of the samples, by measurement; those whose corpus is not below `corpora` are left out. */
export const measureSamples = async (corpora: string, during: During): Promise<ReadonlyMap<string, Headline>> => {
  const figures = new Map<string, Headline>();
  for (const measurement of measurements) {
    const { name, tasks } = measurement;
    const share = shares[name];
    if (share === undefined) continue;
    const headline = await withCorpus(measurement, corpora, (folder) => measure(folder, share, { ...during, tasks }));
    if (headline !== undefined) figures.set(name, headline);
  }
  return figures;
};

const measure = async (folder: string, share: Share, during: During & Pick<Evaluation, 'tasks'>): Promise<Headline> => {
  const corpus = sampleCorpus(folder, share);
  const out = mkdtempSync(path.join(tmpdir(), 'dossier-predictions-'));
  try {
    await runEvaluation({ ...during, corpus, out });
    return headlineOf(score(sampleGold(readGold(folder), corpus), readPredictions(out), corpus.documents));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};
