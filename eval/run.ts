import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DossierError } from '../core/errors/error.ts';
import type { Application } from '../core/system/application.ts';
import type { Corpus } from './corpus.ts';
import { type Ingested, ingestCorpus } from './ingest.ts';
import { type Report, type System, withSystem } from './system.ts';
import { type Task, type TaskName, tasks } from './tasks.ts';
import { byDocument, byQuery, type Told } from './told.ts';

export type Evaluation = {
  /** Opens the whole application on a data folder. */
  readonly open: (data: string) => Promise<Application>;
  readonly corpus: Corpus;
  /** Folder for the prediction files; made where it is missing. */
  readonly out: string;
  readonly tasks: readonly TaskName[];
  /** Only the first so many queries, and of what is told by document only the first so many documents. */
  readonly limit?: number;
  readonly progress: Report;
  readonly signal: AbortSignal;
};

export type EvaluationSummary = {
  readonly documents: number;
  readonly failed: Ingested['failed'];
  readonly queries: number;
  /** Prediction files that were written. */
  readonly files: readonly string[];
  /** Tasks that this installation has no means for, with the error code that says so; their files are not written. */
  readonly unavailable: Readonly<Partial<Record<TaskName, string>>>;
  /** Calls that the system refused or failed at, by error code; they are written as finding nothing. */
  readonly refused: Readonly<Record<string, number>>;
  /** Places whose words in the corpus' file differ from the quote: 0 unless the system counts characters otherwise. */
  readonly mismatches: number;
  readonly ingestSeconds: number;
  readonly querySeconds: number;
};

/** Codes that say of every call that it cannot be done here. */
const UNAVAILABLE: ReadonlySet<string> = new Set(['clauses_missing']);

/** Asks the whole system what a corpus asks and writes what it says, to be scored by someone else. */
export const runEvaluation = async (evaluation: Evaluation): Promise<EvaluationSummary> => {
  mkdirSync(evaluation.out, { recursive: true });
  return withSystem(evaluation.open, evaluation.signal, (system) => evaluate(evaluation, system));
};

const evaluate = async (evaluation: Evaluation, system: System): Promise<EvaluationSummary> => {
  const { corpus, limit, progress } = evaluation;
  const started = performance.now();
  const { places, failed } = await ingestCorpus(system, corpus, progress);
  const ingested = performance.now();
  const queries = corpus.queries.slice(0, limit);
  const documents = corpus.documents.slice(0, limit).map(({ id }) => id);
  const files: string[] = [];
  const refused: Record<string, number> = {};
  const unavailable: Partial<Record<TaskName, string>> = {};
  for (const name of evaluation.tasks) {
    const task: Task = tasks[name];
    const told =
      task.by === 'query' ? byQuery(task, system, places, queries) : byDocument(task, system, places, documents);
    const report = everyPercent(told.length, name, progress);
    const target = path.join(evaluation.out, task.file);
    try {
      await pipeline(Readable.from(predictions(told, task.nothing, refused, report)), createWriteStream(target));
      files.push(target);
    } catch (thrown) {
      const { code } = DossierError.from(thrown);
      if (!UNAVAILABLE.has(code)) throw thrown;
      rmSync(target, { force: true });
      unavailable[name] = code;
    }
  }
  return {
    documents: corpus.documents.length,
    failed,
    queries: queries.length,
    files,
    unavailable,
    refused,
    mismatches: places.mismatches,
    ingestSeconds: seconds(ingested - started),
    querySeconds: seconds(performance.now() - ingested),
  };
};

const predictions = async function* (
  lines: readonly Told[],
  nothing: Record<string, unknown>,
  refused: Record<string, number>,
  report: (done: number) => void,
): AsyncGenerator<string> {
  const known = new Map<string, Record<string, unknown>>();
  for (const [index, { about, key, predict }] of lines.entries()) {
    const said = known.get(key) ?? (await predicted(predict, nothing, refused));
    known.set(key, said);
    report(index + 1);
    yield `${JSON.stringify({ ...about, ...said })}\n`;
  }
};

const predicted = async (
  predict: Told['predict'],
  nothing: Record<string, unknown>,
  refused: Record<string, number>,
): Promise<Record<string, unknown>> => {
  if (predict === undefined) return nothing;
  try {
    return await predict();
  } catch (thrown) {
    const { code } = DossierError.from(thrown);
    if (code === 'cancelled' || UNAVAILABLE.has(code)) throw thrown;
    refused[code] = (refused[code] ?? 0) + 1;
    return nothing;
  }
};

const everyPercent = (total: number, message: string, progress: Report): ((done: number) => void) => {
  let shown = -1;
  return (done) => {
    const percent = Math.floor((done / total) * 100);
    if (percent !== shown) progress({ done, total, message });
    shown = percent;
  };
};

const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;
