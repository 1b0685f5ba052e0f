import path from 'node:path';
import { Command } from 'commander';
import { DossierError } from '../../../core/errors/error.ts';
import type { FilesSummary } from '../../../eval/files.ts';
import type { EvaluationSummary } from '../../../eval/run.ts';
import type { TaskName } from '../../../eval/tasks.ts';
import { examplesText } from '../capability-command.ts';
import { createProgress } from '../progress.ts';
import { loadConfigOf, type Session, writeJson } from '../session.ts';

const DESCRIPTION = `With --corpus: ask this installation every query of an evaluation corpus and write what it says, to be scored.

The corpus' documents go into a data folder of their own, which is removed at the end; your own documents are not touched. Of a query only its text and its document reach the system. docs/quality.md has the format and our scores.

With --files: read every file of a folder, as anybody's documents are read, and write a line of JSON for each: whether it could be read or why not, by which parser, pages, characters, time and memory.`;

type Options = {
  readonly corpus?: string;
  readonly files?: string;
  readonly out: string;
  readonly tasks: string;
  readonly limit?: string;
};

export const evalCommand = (session: Session): Command =>
  new Command('eval')
    .summary('Measure search and answers on a corpus, or reading on a folder of files.')
    .description(DESCRIPTION)
    .option('--corpus <folder>', 'folder with documents/*.txt and queries.jsonl')
    .option('--files <folder>', 'folder of files to read')
    .requiredOption('--out <path>', 'folder for the predictions, or file for the lines; made where it is missing')
    .option('--tasks <names>', 'what to measure on a corpus, separated by commas', 'retrieval,answers')
    .option('--limit <number>', 'only the first so many queries')
    .addHelpText(
      'after',
      examplesText([
        'eval --corpus eval/tuning/general --out predictions',
        'eval --files ~/Documents/contracts --out files.jsonl',
      ]),
    )
    .action(async (options: Options) => {
      const { corpus, files, out } = options;
      if (corpus !== undefined && files === undefined) return evalCorpus(session, corpus, options);
      if (files !== undefined && corpus === undefined) return evalFiles(session, files, out);
      throw new DossierError('invalid_input', { problems: ['give either --corpus or --files'] });
    });

const evalCorpus = async (session: Session, corpus: string, { out, tasks, limit }: Options): Promise<void> => {
  const { runEvaluation } = await import('../../../eval/run.ts');
  const json = session.globals().json === true;
  const queries = readLimit(limit);
  const progress = createProgress(session.terminal.stderr, json);
  const summary = await runEvaluation({
    open: (data) => session.wiring.openApplication(loadConfigOf(session, { data })),
    corpus: path.resolve(corpus),
    out: path.resolve(out),
    tasks: await readTasks(tasks),
    ...(queries === undefined ? {} : { limit: queries }),
    progress: progress.update,
    signal: session.signal,
  }).finally(progress.clear);
  if (json) writeJson(session.terminal, summaryJson(summary));
  else session.terminal.stdout.write(render(summary));
  session.exitCode = Object.keys(summary.refused).length > 0 ? 1 : 0;
};

/** One file after another, so that time and memory are those of the file alone. */
const ONE_BY_ONE = { 'workers.parsers': 1, 'workers.documents': 1 };

const evalFiles = async (session: Session, folder: string, out: string): Promise<void> => {
  const { evaluateFiles } = await import('../../../eval/files.ts');
  const json = session.globals().json === true;
  const progress = createProgress(session.terminal.stderr, json);
  const target = path.resolve(out);
  const summary = await evaluateFiles({
    open: (data, onRead) => session.wiring.openApplication(loadConfigOf(session, { data, ...ONE_BY_ONE }), { onRead }),
    folder: path.resolve(folder),
    out: target,
    progress: progress.update,
    signal: session.signal,
  }).finally(progress.clear);
  if (json) writeJson(session.terminal, { ...summary, out: target });
  else session.terminal.stdout.write(renderFiles(summary, target));
  session.exitCode = summary.unexplained.length + summary.ours.length > 0 ? 1 : 0;
};

const readTasks = async (text: string): Promise<TaskName[]> => {
  const { isTaskName, taskNames } = await import('../../../eval/tasks.ts');
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
    ...Object.entries(summary.refused).map(([code, count]) => `not answered: ${count} queries (${code})`),
    ...(summary.mismatches > 0 ? [`${summary.mismatches} places do not hold the quoted words in the .txt file`] : []),
    ...summary.files.map((file) => `wrote ${file}`),
    '',
  ].join('\n');

const renderFiles = (summary: FilesSummary, out: string): string =>
  [
    `${summary.files} files and ${summary.attachments} attachments in ${summary.seconds} s`,
    ...Object.entries(summary.status).map(([status, count]) => `${status}: ${count}`),
    ...Object.entries(summary.code).map(([code, count]) => `  ${code}: ${count}`),
    ...summary.unexplained.map((file) => `ready without any text, and nothing says why: ${file}`),
    ...summary.ours.map((file) => `failed for a reason that is ours: ${file}`),
    `wrote ${out}`,
    '',
  ].join('\n');
