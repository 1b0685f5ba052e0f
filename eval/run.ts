import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DossierError } from '../core/errors/error.ts';
import type { Application } from '../core/system/application.ts';
import { type Corpus, type CorpusQuery, readCorpus } from './corpus.ts';
import { type Ingested, ingestCorpus } from './ingest.ts';
import type { Places } from './places.ts';
import { type Report, type System, withSystem } from './system.ts';
import { type Confined, type TaskName, tasks } from './tasks.ts';

export type Evaluation = {
  /** Opens the whole application on a data folder. */
  readonly open: (data: string) => Promise<Application>;
  /** Folder in the shape that docs/quality.md describes. */
  readonly corpus: string;
  /** Folder for the prediction files; made where it is missing. */
  readonly out: string;
  readonly tasks: readonly TaskName[];
  /** Only the first so many queries. */
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
  /** Queries that the system refused or failed at, by error code; they are written as finding nothing. */
  readonly refused: Readonly<Record<string, number>>;
  /** Places whose words in the corpus' file differ from the quote: 0 unless the system counts characters otherwise. */
  readonly mismatches: number;
  readonly ingestSeconds: number;
  readonly querySeconds: number;
};

/** Asks the whole system every query of a corpus and writes what it says, to be scored by someone else. */
export const runEvaluation = async (evaluation: Evaluation): Promise<EvaluationSummary> => {
  const corpus = readCorpus(evaluation.corpus);
  mkdirSync(evaluation.out, { recursive: true });
  return withSystem(evaluation.open, evaluation.signal, (system) => evaluate(evaluation, corpus, system));
};

const evaluate = async (evaluation: Evaluation, corpus: Corpus, system: System): Promise<EvaluationSummary> => {
  const started = performance.now();
  const { places, failed } = await ingestCorpus(system, corpus, evaluation.progress);
  const ingested = performance.now();
  const queries = corpus.queries.slice(0, evaluation.limit);
  const files: string[] = [];
  const refused: Record<string, number> = {};
  for (const name of evaluation.tasks) {
    const task = tasks[name];
    const report = everyPercent(queries.length, name, evaluation.progress);
    const target = path.join(evaluation.out, task.file);
    const ask = async (query: CorpusQuery): Promise<Record<string, unknown>> => {
      const confined = confinedTo(places, query.document);
      if (confined === undefined) return task.nothing;
      try {
        return await task.predict(system, places, query, confined);
      } catch (thrown) {
        const { code } = DossierError.from(thrown);
        if (code === 'cancelled') throw thrown;
        refused[code] = (refused[code] ?? 0) + 1;
        return task.nothing;
      }
    };
    const lines = predictions(queries, ask, report);
    await pipeline(Readable.from(lines), createWriteStream(target));
    files.push(target);
  }
  return {
    documents: corpus.documents.length,
    failed,
    queries: queries.length,
    files,
    refused,
    mismatches: places.mismatches,
    ingestSeconds: seconds(ingested - started),
    querySeconds: seconds(performance.now() - ingested),
  };
};

/** undefined where the document that is asked could not be read: then there is nothing to ask. */
const confinedTo = (places: Places, document: string | null): Confined | undefined => {
  if (document === null) return {};
  const id = places.systemId(document);
  return id === undefined ? undefined : { document_ids: [id] };
};

/** One line per query, in their order. The same question about the same document is asked once. */
const predictions = async function* (
  queries: readonly CorpusQuery[],
  ask: (query: CorpusQuery) => Promise<Record<string, unknown>>,
  report: (done: number) => void,
): AsyncGenerator<string> {
  const asked = new Map<string, Record<string, unknown>>();
  for (const [index, query] of queries.entries()) {
    const key = JSON.stringify([query.document, query.text]);
    const said = asked.get(key) ?? (await ask(query));
    asked.set(key, said);
    report(index + 1);
    yield `${JSON.stringify({ query: query.id, ...said })}\n`;
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
