import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createPool, loadParsers } from './parsers.ts';
import type { Row } from './report.ts';
import type { Measure } from './section.ts';
import type { TableFile } from './tables/pdf.ts';
import { type CellScore, ratesOf, scoreTables, tablesOf } from './tables/score.ts';

const folder = path.join(import.meta.dirname, 'tables');

/** What stands beside the sets of files: how they are drawn, and the scorer. */
const NO_SETS = new Set(['draw', 'sheets', 'score']);

/** How many cells of tables that are known are found where they belong, in each format. */
export const measureTables: Measure = async ({ progress }) => {
  const pool = createPool(await loadParsers(), 1);
  try {
    const rows: Row[] = [];
    const notes: string[] = ['Every file is made by the module of its format in bench/tables.'];
    for (const format of formats()) {
      const { tables } = (await import(path.join(folder, `${format}.ts`))) as { tables: readonly TableFile[] };
      progress(`${format}: ${tables.length} files`);
      let all: CellScore = { known: 0, found: 0, right: 0 };
      for (const file of tables) {
        const bytes = await file.bytes();
        const { document } = await pool.parse({ name: `${file.name}.${format}`, bytes, languages: [] });
        const score = scoreTables(file.tables, tablesOf(document));
        all = {
          known: all.known + score.known,
          found: all.found + score.found,
          right: all.right + score.right,
        };
        const { known, found, right } = score;
        if (right < known || right < found) {
          notes.push(`${format}, ${file.name}: ${right} cells right of ${known}, ${found} found.`);
        }
      }
      const { f1, precision, recall } = ratesOf(all);
      const row = (name: string, value: number): Row => ({ name, unit: '', value: Number(value.toFixed(4)) });
      rows.push(
        row(`${format}, ${tables.length} files, ${all.known} cells: F1`, f1),
        row(`${format}: precision`, precision),
        row(`${format}: recall`, recall),
      );
    }
    return { rows, notes };
  } finally {
    await pool.close();
  }
};

const formats = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.basename(name, '.ts'))
    .filter((name) => !NO_SETS.has(name))
    .sort();
