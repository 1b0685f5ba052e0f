import { existsSync } from 'node:fs';
import path from 'node:path';
import { DossierError } from '../../core/errors/error.ts';
import { readDocuments } from '../corpus.ts';
import { QUESTIONS_FILE } from '../questions/predict.ts';
import { scoreQuestions } from '../questions/score.ts';
import { type Gold, readGold } from '../score/gold.ts';
import { type Predictions, readPredictions } from '../score/predictions.ts';
import { type Scores, score } from '../score/score.ts';
import { writeQuestions, writeScores } from './figures.ts';
import { measurements } from './measurements.ts';
import { withCorpus } from './with-corpus.ts';

export type Refreshment = {
  /** Folder that holds the corpora's folders. */
  readonly corpora: string;
  /** Folder that holds a folder of predictions for each measurement, by its name, and what is said of questions. */
  readonly predictions: string;
  /** Folder of the figures. */
  readonly figures: string;
};

/**
 * Scores what was predicted and stores the figures, of the measurements whose corpus and predictions are there, and of
 * the held-out questions; the others keep the figures they have. Gives the names of those that were scored. Throws `invalid_input` where predictions
 * are not of the whole corpus: figures of a part would stand beside baselines of the whole.
 */
export const refreshFigures = async ({ corpora, predictions, figures }: Refreshment): Promise<string[]> => {
  const scored: string[] = [];
  for (const measurement of measurements) {
    const { name } = measurement;
    const predicted = path.join(predictions, name);
    if (!existsSync(predicted)) continue;
    const scores = await withCorpus(measurement, corpora, (folder) => scoreWhole(name, folder, predicted));
    if (scores === undefined) continue;
    writeScores(figures, name, scores);
    scored.push(name);
  }
  const questions = path.join(predictions, QUESTIONS_FILE);
  if (existsSync(questions)) {
    writeQuestions(figures, scoreQuestions(questions));
    scored.push('questions');
  }
  return scored;
};

const scoreWhole = (name: string, folder: string, predicted: string): Scores => {
  const gold = readGold(folder);
  const said = readPredictions(predicted);
  const problems = lacking(name, gold, said);
  if (problems.length > 0) throw new DossierError('invalid_input', { problems });
  return score(gold, said, readDocuments(path.join(folder, 'documents')));
};

const lacking = (name: string, gold: Gold, { retrieval, answers, clauses, terms }: Predictions): string[] => {
  const queries = gold.queries.map(({ id }) => id);
  const documents = gold.labels?.map(({ document }) => document) ?? [];
  return [
    ...lackingOf(name, 'retrieval', queries, retrieval),
    ...lackingOf(name, 'answers', queries, answers),
    ...lackingOf(name, 'clauses', documents, clauses),
    ...lackingOf(name, 'terms', documents, terms),
  ];
};

const lackingOf = (
  name: string,
  task: string,
  wanted: readonly string[],
  said: ReadonlyMap<string, unknown> | undefined,
): string[] => {
  if (said === undefined) return [];
  const missing = wanted.filter((id) => !said.has(id));
  return missing.length === 0
    ? []
    : [`${name}: ${task} says nothing of ${missing.length} of ${wanted.length}; figures need a whole run`];
};
