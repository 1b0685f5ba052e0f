import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { withFolder } from './folder.ts';
import type { Ingested } from './ingesting/ingest.ts';
import { interleaved, median } from './measure.ts';
import { createPool, loadParsers } from './parsers.ts';
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
    const rows: Row[] = [];
    for (const processes of [1, 2]) rows.push(...(await measureWith(processes, folder, files, options)));
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

const measureWith = async (
  processes: number,
  folder: string,
  files: string,
  { quick, progress }: BenchOptions,
): Promise<Row[]> => {
  progress(`${processes} parser processes`);
  const parsers = await loadParsers();
  const read = async (): Promise<void> => {
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
  const runs: Ingested[] = [];
  let data = 0;
  const times = await interleaved(
    quick ? 1 : 3,
    {
      ingested: async () => {
        data += 1;
        runs.push(await ingestInChild(path.join(folder, `data-${processes}-${data}`), files, processes));
      },
      read,
    },
    { warmUp: 0 },
  );
  const documents = runs[0]?.ready ?? 0;
  const seconds = median(runs.map((run) => run.seconds));
  const megabytes = (bytes: readonly number[]) => Math.max(...bytes) / 2 ** 20;
  const name = `${processes === 1 ? 'one parser process' : 'two parser processes'}`;
  return [
    rateRow(`${name}, ${documents} documents`, UNIT, documents / seconds, {
      what: 'read only',
      value: documents / (median(times.read) / 1000),
    }),
    rateRow(`${name}: host, peak`, 'MB', megabytes(runs.map(({ hostBytes }) => hostBytes))),
    rateRow(`${name}: parser, peak`, 'MB', megabytes(runs.map(({ parserBytes }) => parserBytes))),
  ];
};

const ingestInChild = async (data: string, files: string, processes: number): Promise<Ingested> => {
  const script = path.join(import.meta.dirname, 'ingesting/ingest.ts');
  const child = spawn(process.execPath, [script, data, files, String(processes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const output = await text(child.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error('The process that ingests failed; what it said stands above.');
  return JSON.parse(output) as Ingested;
};
