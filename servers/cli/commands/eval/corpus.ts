import path from 'node:path';
import { DossierError } from '../../../../core/errors/error.ts';
import type { EvaluationSummary } from '../../../../eval/run.ts';
import type { TaskName } from '../../../../eval/tasks.ts';
import { createProgress } from '../../progress.ts';
import { loadConfigOf, type Session, writeJson } from '../../session.ts';

export type CorpusOptions = {
  readonly corpus: string;
  readonly out: string;
  readonly tasks: string;
  readonly limit?: string;
};

export const evalCorpus = async (session: Session, options: CorpusOptions): Promise<void> => {
  const { runEvaluation } = await import('../../../../eval/run.ts');
  const { readCorpus } = await import('../../../../eval/corpus.ts');
  const json = session.globals().json === true;
  const limit = readLimit(options.limit);
  const progress = createProgress(session.terminal.stderr, json);
  const summary = await runEvaluation({
    open: (data) => session.wiring.openApplication(loadConfigOf(session, { data })),
    corpus: readCorpus(path.resolve(options.corpus)),
    out: path.resolve(options.out),
    tasks: await readTasks(options.tasks),
    ...(limit === undefined ? {} : { limit }),
    progress: progress.update,
    signal: session.signal,
  }).finally(progress.clear);
  if (json) writeJson(session.terminal, summaryJson(summary));
  else session.terminal.stdout.write(render(summary));
  session.exitCode = Object.keys(summary.refused).length > 0 ? 1 : 0;
};

const readTasks = async (text: string): Promise<TaskName[]> => {
  const { isTaskName, taskNames } = await import('../../../../eval/tasks.ts');
  return text.split(',').map((name) => {
    if (isTaskName(name)) return name;
    throw new DossierError('invalid_input', { problems: [`--tasks: there are ${taskNames.join(', ')}`] });
  });
};

const readLimit = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new DossierError('invalid_input', { problems: ['--limit: expected a whole number above 0'] });
};

const summaryJson = ({ ingestSeconds, querySeconds, ...summary }: EvaluationSummary) => ({
  ...summary,
  ingest_seconds: ingestSeconds,
  query_seconds: querySeconds,
});

const render = (summary: EvaluationSummary): string =>
  [
    `${summary.documents} documents in ${summary.ingestSeconds} s, ${summary.queries} queries in ${summary.querySeconds} s`,
    ...summary.failed.map(({ document, code }) => `not read: ${document} (${code})`),
    ...Object.entries(summary.unavailable).map(([task, code]) => `not measured: ${task} (${code})`),
    ...Object.entries(summary.refused).map(([code, count]) => `not answered: ${count} calls (${code})`),
    ...(summary.mismatches > 0 ? [`${summary.mismatches} places do not hold the quoted words in the .txt file`] : []),
    ...summary.files.map((file) => `wrote ${file}`),
    '',
  ].join('\n');
