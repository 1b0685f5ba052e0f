import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withFolder } from './folder.ts';
import type { Ingested } from './ingesting/ingest.ts';
import { interleaved, median } from './measure.ts';
import { builtInParsers, createPool } from './parsers.ts';
import { outputOf } from './process.ts';
import { type Row, rateRow } from './report.ts';
import type { BenchOptions, Measure } from './section.ts';

/** A whole folder of PDFs into a new data folder, with one and with two parser processes, beside reading them only. */
export const measureIngesting: Measure = async (options) => {
  const { pdf, quick } = options;
  if (pdf === undefined) return { rows: [], notes: ['Not measured without --pdf DIR, a folder of PDFs.'] };
  const names = readdirSync(pdf)
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .sort();
  const chosen = quick ? names.slice(0, 20) : names;
  return withFolder(async (folder) => {
    const files = path.join(folder, 'files');
    mkdirSync(files);
    for (const name of chosen) cpSync(path.join(pdf, name), path.join(files, name));
    const rows = await measureFolder(folder, files, options);
    const [one, two] = rows.filter(({ unit }) => unit === UNIT).map(({ value }) => value);
    rows.push({
      name: 'two processes instead of one',
      unit: 'times as many documents a second',
      value: Number(((two ?? 0) / (one ?? 1)).toFixed(2)),
    });
    return {
      rows,
      notes: [
        `${chosen.length} PDFs. Ingesting is receiving, reading, cutting into passages, embedding and indexing; it begins when ` +
          'the application is open and ends when every document can be searched. Nothing is recognized.',
        'Memory is the most resident memory of the host and of one parser process, looked at every 40 ms.',
      ],
    };
  });
};

const UNIT = 'documents/s';

/** One and two processes in turns, so that whatever else the machine does falls on both. */
const measureFolder = async (folder: string, files: string, { quick, progress }: BenchOptions): Promise<Row[]> => {
  const parsers = await builtInParsers();
  const runs = { 1: [] as Ingested[], 2: [] as Ingested[] };
  const ingest =
    (processes: 1 | 2) =>
    async (turn: number): Promise<void> => {
      progress(`turn ${turn + 1}: ${processes === 1 ? 'one parser process' : 'two parser processes'}`);
      runs[processes].push(await ingestInChild(path.join(folder, `data-${processes}-${turn}`), files, processes));
    };
  const read = (processes: 1 | 2) => async (): Promise<void> => {
    const pool = createPool(parsers, processes);
    try {
      await Promise.all(
        readdirSync(files).map((name) =>
          pool.parse({ name, bytes: readFileSync(path.join(files, name)), languages: [] }).catch(() => undefined),
        ),
      );
    } finally {
      await pool.close();
    }
  };
  const contestants = { ingest1: ingest(1), read1: read(1), ingest2: ingest(2), read2: read(2) };
  const times = await interleaved(quick ? 1 : 3, contestants, { warmUp: 0 });
  return ([1, 2] as const).flatMap((processes) => {
    const done = runs[processes];
    const documents = done[0]?.ready ?? 0;
    const name = processes === 1 ? 'one parser process' : 'two parser processes';
    const peak = (bytes: readonly number[]) => Math.max(...bytes) / 2 ** 20;
    return [
      rateRow(`${name}, ${documents} documents`, UNIT, documents / median(done.map(({ seconds }) => seconds)), {
        what: 'read only',
        value: documents / (median(times[`read${processes}`]) / 1000),
      }),
      rateRow(`${name}: host, peak`, 'MB', peak(done.map(({ hostBytes }) => hostBytes))),
      rateRow(`${name}: parser, peak`, 'MB', peak(done.map(({ parserBytes }) => parserBytes))),
    ];
  });
};

const ingestInChild = async (data: string, files: string, processes: number): Promise<Ingested> => {
  const script = path.join(import.meta.dirname, 'ingesting/ingest.ts');
  return JSON.parse(await outputOf(script, data, files, String(processes))) as Ingested;
};
