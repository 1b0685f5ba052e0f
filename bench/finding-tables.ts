import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ParserPool } from '../core/sandbox/pool.ts';
import { builtInParsers, createPool } from './parsers.ts';
import type { Row } from './report.ts';
import type { Measure } from './section.ts';
import { byLot } from './tables/lot.ts';
import { type CellScore, ratesOf, scoreTables, tablesOf } from './tables/score.ts';
import type { TableFile } from './tables/table-file.ts';

const folder = path.join(import.meta.dirname, 'tables/by-hand');

/** How many cells of tables that are known are found where they belong, in each format. */
export const measureTables: Measure = async ({ progress }) => {
  const pool = createPool(await builtInParsers(), 1);
  try {
    const rows: Row[] = [];
    const notes = [
      'Each format has files by hand (bench/tables/by-hand/FORMAT.ts), made together with its parser, and files by lot',
      '(bench/tables/lot.ts), made after them: sizes, contents and looks of the tables are drawn, the same in each run.',
    ];
    for (const format of formats()) {
      const { tables } = (await import(path.join(folder, `${format}.ts`))) as { tables: readonly TableFile[] };
      const drawn = byLot(format);
      for (const [how, files] of [
        ['by hand', tables],
        ['by lot', drawn],
      ] as const) {
        progress(`${format}, ${how}: ${files.length} files`);
        const { score, missed } = await scoreFiles(pool, format, files);
        const { f1, precision, recall } = ratesOf(score);
        const row = (name: string, value: number): Row => ({ name, unit: '', value: Number(value.toFixed(4)) });
        rows.push(row(`${format} ${how}, ${files.length} files, ${score.known} cells: F1`, f1));
        if (f1 < 1) rows.push(row(`${format} ${how}: precision`, precision), row(`${format} ${how}: recall`, recall));
        notes.push(...missed);
      }
    }
    return { rows, notes };
  } finally {
    await pool.close();
  }
};

const scoreFiles = async (pool: ParserPool, format: string, files: readonly TableFile[]) => {
  let all: CellScore = { known: 0, found: 0, right: 0 };
  const missed: string[] = [];
  for (const file of files) {
    const bytes = await file.bytes();
    const { document } = await pool.parse({
      name: `${file.name}.${EXTENSIONS[format] ?? format}`,
      bytes,
      languages: [],
    });
    const { known, found, right } = scoreTables(file.tables, tablesOf(document));
    all = { known: all.known + known, found: all.found + found, right: all.right + right };
    if (right < known || right < found)
      missed.push(`${format}, ${file.name}: of ${known} cells ${right} right; ${found} found.`);
  }
  return { score: all, missed };
};

const EXTENSIONS: Readonly<Record<string, string>> = { markdown: 'md' };

const formats = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.basename(name, '.ts'))
    .sort();
