import path from 'node:path';
import { DossierError } from '../../core/errors/error.ts';
import { readCorpus } from '../corpus.ts';
import { type Evaluation, type EvaluationSummary, runEvaluation } from '../run.ts';
import { type Measurement, measurements } from './measurements.ts';
import { withCorpus } from './with-corpus.ts';

export type Predicting = Pick<Evaluation, 'open' | 'progress' | 'signal'> & {
  /** Folder that holds the corpora's folders. */
  readonly corpora: string;
  /** Folder that gets a folder of predictions for each measurement. */
  readonly out: string;
  readonly done: (measurement: Measurement, summary: EvaluationSummary) => void;
};

/** Runs every measurement whose corpus is there, one after another. Throws `path_not_found` where none is. */
export const predictMeasurements = async ({ corpora, out, done, ...during }: Predicting): Promise<void> => {
  let measured = 0;
  for (const measurement of measurements) {
    const summary = await withCorpus(measurement, corpora, (folder) =>
      runEvaluation({
        ...during,
        corpus: readCorpus(folder),
        out: path.join(out, measurement.name),
        tasks: measurement.tasks,
      }),
    );
    if (summary === undefined) continue;
    measured += 1;
    done(measurement, summary);
  }
  if (measured === 0) throw new DossierError('path_not_found', { path: corpora });
};
