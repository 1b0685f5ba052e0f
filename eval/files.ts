import { mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { sha256Of } from '../core/document/identity.ts';
import { DossierError } from '../core/errors/error.ts';
import type { FileRead } from '../core/sandbox/worker.ts';
import type { Application } from '../core/system/application.ts';
import { type Report, type System, withSystem } from './system.ts';

export type FilesEvaluation = {
  /** Opens the whole application on a data folder; it tells of each file that a parser process reads. */
  readonly open: (data: string, onRead: (read: FileRead) => void) => Promise<Application>;
  /** Folder that is ingested, with everything below it. */
  readonly folder: string;
  /** File that gets a line of JSON for each. */
  readonly out: string;
  readonly progress: Report;
  readonly signal: AbortSignal;
};

/** What became of one file, or of an attachment: then `file` is its path, a slash, and the attachment's name. */
export type FileLine = {
  readonly file: string;
  readonly status: 'ready' | 'failed';
  readonly code: string | null;
  readonly parser: string | null;
  readonly pages: number;
  readonly characters: number;
  /** Time that parser processes spent on it, their start left out; null where none saw it. */
  readonly ms: number | null;
  /** Most resident memory of the process that read it, megabytes of 2 ** 20 bytes. */
  readonly peak_rss_mb: number | null;
  /** Codes of the warnings. */
  readonly warnings: readonly string[];
};

export type FilesSummary = {
  readonly files: number;
  readonly attachments: number;
  readonly seconds: number;
  readonly status: Readonly<Record<string, number>>;
  readonly code: Readonly<Record<string, number>>;
  /** Ready with nothing to search in them, and no warning says why. */
  readonly unexplained: readonly string[];
  /** Failed for a reason that is ours: `internal`, `parser_crashed`, `parser_invalid`. */
  readonly ours: readonly string[];
};

const OURS = new Set(['internal', 'parser_crashed', 'parser_invalid']);

const ingestedSchema = z.object({
  path: z.string(),
  attachment: z.string().optional(),
  document_id: z.string().nullable(),
  error: z.object({ code: z.string() }).optional(),
});
type Ingested = z.output<typeof ingestedSchema>;

const documentSchema = z.object({
  sha256: z.string(),
  state: z.string(),
  parser: z.string().nullable(),
  pages: z.int(),
  characters: z.int(),
  chunks: z.int(),
  warnings: z.array(z.object({ code: z.string() })),
  error: z.object({ code: z.string() }).nullable(),
});

const shownSchema = z.object({ document: documentSchema });

type Seen = { parser: string | undefined; milliseconds: number; peakBytes: number | undefined };

/**
 * Reads a folder as anybody's folder is read, and writes what became of each file, how long a parser took and how much
 * memory.
 */
export const evaluateFiles = async (evaluation: FilesEvaluation): Promise<FilesSummary> => {
  if (!statSync(evaluation.folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DossierError('path_not_found', { path: evaluation.folder });
  }
  // By their bytes: names repeat, and the same bytes are one document.
  const seen = new Map<string, Seen>();
  const open = (data: string) => evaluation.open(data, (read) => see(seen, read));
  return withSystem(open, evaluation.signal, (system) => evaluate(evaluation, system, seen));
};

const see = (seen: Map<string, Seen>, { file, parser, milliseconds, peakBytes }: FileRead): void => {
  const sha256 = sha256Of(file.bytes);
  const before = seen.get(sha256);
  seen.set(sha256, {
    parser: parser ?? before?.parser,
    milliseconds: milliseconds + (before?.milliseconds ?? 0),
    peakBytes: peakBytes === undefined ? before?.peakBytes : Math.max(peakBytes, before?.peakBytes ?? 0),
  });
};

const evaluate = async (
  { folder, out, progress }: FilesEvaluation,
  system: System,
  seen: ReadonlyMap<string, Seen>,
): Promise<FilesSummary> => {
  const started = performance.now();
  // From the stream and not from the result, which lists only so many.
  const ingested: Ingested[] = [];
  const emit = (item: unknown): void => {
    ingested.push(ingestedSchema.parse(item));
  };
  await system.call('ingest', { paths: [folder] }, { progress, emit });
  const root = realpathSync(folder);
  const lines: FileLine[] = [];
  const unexplained: string[] = [];
  for (const each of ingested.sort(inOrder)) {
    const { line, chunks } = await lineOf(system, root, each, seen);
    lines.push(line);
    if (line.status === 'ready' && chunks === 0 && line.warnings.length === 0) unexplained.push(line.file);
  }
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return {
    files: ingested.filter(({ attachment }) => attachment === undefined).length,
    attachments: ingested.filter(({ attachment }) => attachment !== undefined).length,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    status: counted(lines.map(({ status }) => status)),
    code: counted(lines.flatMap(({ code }) => code ?? [])),
    unexplained,
    ours: lines.filter(({ code }) => code !== null && OURS.has(code)).map(({ file }) => file),
  };
};

/** A file, then what is attached to it. */
const inOrder = (one: Ingested, two: Ingested): number => {
  const [a, b] = [one, two].map(({ path, attachment }) => `${path}\0${attachment ?? ''}`) as [string, string];
  return a < b ? -1 : 1;
};

const lineOf = async (
  system: System,
  root: string,
  { path: full, attachment, document_id: id, error }: Ingested,
  seen: ReadonlyMap<string, Seen>,
): Promise<{ readonly line: FileLine; readonly chunks: number }> => {
  const name = path.relative(root, full).split(path.sep).join('/');
  const file = attachment === undefined ? name : `${name}/${attachment}`;
  if (id === null) {
    const nothing = { parser: null, pages: 0, characters: 0, ms: null, peak_rss_mb: null, warnings: [] };
    return { line: { file, status: 'failed', code: error?.code ?? 'internal', ...nothing }, chunks: 0 };
  }
  const { document: shown } = shownSchema.parse(await system.call('documents.show', { document_id: id }));
  const read = seen.get(shown.sha256);
  return {
    chunks: shown.chunks,
    line: {
      file,
      status: shown.state === 'ready' ? 'ready' : 'failed',
      code: shown.state === 'ready' ? null : (shown.error?.code ?? 'internal'),
      parser: shown.parser?.split(' ')[0] ?? read?.parser ?? null,
      pages: shown.pages,
      characters: shown.characters,
      ms: read === undefined ? null : read.milliseconds,
      peak_rss_mb: read?.peakBytes === undefined ? null : Math.round(read.peakBytes / 2 ** 20),
      warnings: shown.warnings.map(({ code }) => code),
    },
  };
};

/** How often each occurs, the most frequent first. */
const counted = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
};
