import path from 'node:path';
import { settings } from '../../core/config/settings.ts';
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
  /** The configured one: what needs another is not run. */
  readonly embedder: string;
  readonly done: (measurement: Measurement, summary: EvaluationSummary) => void;
};

const DEFAULT_EMBEDDER = settings.find((setting) => setting.path === 'embedder')?.default;

/**
 * Runs every measurement that belongs to the embedder and whose corpus is there, one after another. Throws
 * `invalid_input` or `path_not_found` where none is.
 */
export const predictMeasurements = async ({ corpora, out, embedder, done, ...during }: Predicting): Promise<void> => {
  const belonging = measurements.filter((each) => (each.embedder ?? DEFAULT_EMBEDDER) === embedder);
  if (belonging.length === 0) {
    throw new DossierError('invalid_input', { problems: [`no figures are reported of the embedder ${embedder}`] });
  }
  let measured = 0;
  for (const measurement of belonging) {
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
