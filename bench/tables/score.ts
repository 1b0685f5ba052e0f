import type { ParsedDocument } from '../../core/document/parsed.ts';
import type { Grid } from './table-file.ts';

/** Cells that hold something: those of the file, those that were found, and those that are right. */
export type CellScore = { readonly known: number; readonly found: number; readonly right: number };

export type Rates = { readonly precision: number; readonly recall: number; readonly f1: number };

/** The tables of a document as rows of texts, '' where there is no cell or an empty one. */
export const tablesOf = ({ text, blocks }: Pick<ParsedDocument, 'text' | 'blocks'>): Grid[] => {
  const tables = new Map<number, string[][]>();
  for (const block of blocks) {
    if (block.kind !== 'table-row') continue;
    const rows = tables.get(block.table) ?? [];
    tables.set(block.table, rows);
    const row: string[] = [];
    for (const { column, charStart, charEnd } of block.cells) row[column] = text.slice(charStart, charEnd);
    rows.push(Array.from(row, (cell) => normalized(cell ?? '')));
  }
  return [...tables.values()];
};

/**
 * How many cells stand where they belong. Tables are matched in their order, then the rows of two tables, then their
 * columns; a cell is right when its text is the same, white space apart, in a row and a column that belong together.
 * So a row or a column too many costs its own cells, and a cell in the wrong column counts as wrong.
 */
export const scoreTables = (known: readonly Grid[], found: readonly Grid[]): CellScore => {
  const expected = known.map((table) => table.map((row) => row.map(normalized)));
  const pairs = aligned(expected.length, found.length, (one, two) => rightCells(expected[one] ?? [], found[two] ?? []));
  return { known: filled(expected), found: filled(found), right: pairs.total };
};

export const ratesOf = ({ known, found, right }: CellScore): Rates => {
  const precision = found === 0 ? 1 : right / found;
  const recall = known === 0 ? 1 : right / known;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};

const normalized = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

const filled = (tables: readonly Grid[]): number => tables.flat(2).filter((cell) => cell !== '').length;

const rightCells = (known: Grid, found: Grid): number => {
  const rows = aligned(known.length, found.length, (one, two) => commonCells(known[one] ?? [], found[two] ?? []));
  const width = (grid: Grid) => Math.max(0, ...grid.map((row) => row.length));
  const same = (one: number, two: number): number =>
    rows.pairs.filter(([row, other]) => isSame(known[row]?.[one], found[other]?.[two])).length;
  return aligned(width(known), width(found), same).total;
};

const isSame = (one: string | undefined, two: string | undefined): boolean =>
  one !== undefined && one !== '' && one === two;

/** Of two rows, the cells with the same text in the same order, wherever they stand. */
const commonCells = (one: readonly string[], two: readonly string[]): number =>
  aligned(one.length, two.length, (a, b) => (isSame(one[a], two[b]) ? 1 : 0)).total;

type Alignment = { readonly pairs: readonly (readonly [number, number])[]; readonly total: number };

/** Pairs of two sequences, in the order of both, with the greatest sum of gains. */
const aligned = (one: number, two: number, gain: (a: number, b: number) => number): Alignment => {
  const gains = Array.from({ length: one }, (_, a) => Array.from({ length: two }, (_, b) => gain(a, b)));
  const best = Array.from({ length: one + 1 }, () => new Array<number>(two + 1).fill(0));
  const at = (a: number, b: number): number => best[a]?.[b] ?? 0;
  const gainOf = (a: number, b: number): number => gains[a]?.[b] ?? 0;
  for (let a = one - 1; a >= 0; a -= 1) {
    for (let b = two - 1; b >= 0; b -= 1) {
      const row = best[a] as number[];
      row[b] = Math.max(at(a + 1, b), at(a, b + 1), gainOf(a, b) + at(a + 1, b + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0, b = 0; a < one && b < two; ) {
    if (gainOf(a, b) > 0 && at(a, b) === gainOf(a, b) + at(a + 1, b + 1)) {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    } else if (at(a, b) === at(a + 1, b)) a += 1;
    else b += 1;
  }
  return { pairs, total: at(0, 0) };
};
