import { headerRows } from './header.ts';
import { type Merges, mergesOf } from './merges.ts';
import type { DeclaredTable, Range, Sheet, SheetRow } from './workbook.ts';

/** What stands together on a sheet. */
export type Region =
  | { readonly kind: 'lines'; readonly rows: readonly SheetRow[] }
  | {
      readonly kind: 'table';
      readonly rows: readonly SheetRow[];
      readonly headerRows: number;
      /** It goes on with the table before it, under the same names of columns. */
      readonly continued: boolean;
    };

/** Empty rows within one table: groups are often set apart by one or two. */
const MAX_GAP = 2;
/** A sentence below a table is a note, a word there is the label of a row. */
const NOTE_CHARACTERS = 40;

/**
 * The tables and the lines between them. Tables are what the file declares as such, and else what empty rows part;
 * two tables side by side are two where an empty column parts them and each has names and labels of its own. Lines of
 * one cell above a table are its titles, sentences below it its notes.
 */
export const regionsOf = (sheet: Sheet): Region[] => {
  const merges = mergesOf(sheet.merges);
  const filterRows = new Set(sheet.filters.map(({ top }) => top));
  const { declared, rest } = takeDeclared(sheet.rows, sheet.tables);
  const loose = bandsOf(rest, merges).flatMap((band) => sideBySide(band, merges));
  const blocks = [
    ...loose.map((rows) => ({ rows, names: undefined })),
    ...declared.map(({ rows, headerRows: names }) => ({ rows, names })),
  ].sort((a, b) => topOf(a.rows) - topOf(b.rows) || leftOf(a.rows) - leftOf(b.rows));
  return joinTables(blocks.flatMap(({ rows, names }) => readBlock(rows, names, merges, filterRows)));
};

const topOf = (rows: readonly SheetRow[]): number => rows[0]?.row ?? 0;
const leftOf = (rows: readonly SheetRow[]): number =>
  Math.min(...rows.slice(0, 20).map(({ cells }) => cells[0]?.column ?? 0));

type Taken = { readonly rows: readonly SheetRow[]; readonly headerRows: number };

const takeDeclared = (
  rows: readonly SheetRow[],
  tables: readonly DeclaredTable[],
): { declared: readonly Taken[]; rest: readonly SheetRow[] } => {
  let rest = rows;
  const declared: Taken[] = [];
  for (const { range, headerRows: names } of tables) {
    const inside: SheetRow[] = [];
    rest = rest.flatMap((row) => {
      if (row.row < range.top || row.row > range.bottom) return [row];
      const { within, outside } = cut(row, range);
      if (within.cells.length > 0) inside.push(within);
      return outside.cells.length > 0 ? [outside] : [];
    });
    if (inside.length > 0) declared.push({ rows: inside, headerRows: Math.min(names, inside.length) });
  }
  return { declared, rest };
};

const cut = ({ row, cells }: SheetRow, { left, right }: Pick<Range, 'left' | 'right'>) => {
  const inside = (column: number): boolean => column >= left && column <= right;
  return {
    within: { row, cells: cells.filter(({ column }) => inside(column)) },
    outside: { row, cells: cells.filter(({ column }) => !inside(column)) },
  };
};

/** Rows that follow each other without an empty one; a merged cell keeps the rows that it covers together. */
const bandsOf = (rows: readonly SheetRow[], merges: Merges): SheetRow[][] => {
  const bands: SheetRow[][] = [];
  let band: SheetRow[] = [];
  let bottom = -1;
  for (const row of rows) {
    if (band.length > 0 && row.row > bottom + 1) {
      bands.push(band);
      band = [];
    }
    band.push(row);
    bottom = Math.max(bottom, row.row);
    for (const { column } of row.cells) bottom = Math.max(bottom, row.row + merges.rowSpan(row.row, column) - 1);
  }
  if (band.length > 0) bands.push(band);
  return bands;
};

const sideBySide = (band: readonly SheetRow[], merges: Merges): SheetRow[][] => {
  for (const { from, to } of emptyColumns(band, merges)) {
    const left = part(band, 0, from - 1);
    const right = part(band, to, Number.POSITIVE_INFINITY);
    if (standsAlone(left, merges) && standsAlone(right, merges)) return [left, ...sideBySide(right, merges)];
  }
  return [[...band]];
};

const part = (rows: readonly SheetRow[], left: number, right: number): SheetRow[] =>
  rows.flatMap((row) => {
    const { within } = cut(row, { left, right });
    return within.cells.length > 0 ? [within] : [];
  });

/** Runs of columns without a cell between the first and the last that have one. */
const emptyColumns = (band: readonly SheetRow[], merges: Merges): { from: number; to: number }[] => {
  const spans = new Map<number, number>();
  for (const { row, cells } of band) {
    for (const { column } of cells) {
      const end = column + merges.columnSpan(row, column);
      if (end > (spans.get(column) ?? 0)) spans.set(column, end);
    }
  }
  const gaps: { from: number; to: number }[] = [];
  let end: number | undefined;
  for (const [column, until] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (end !== undefined && column > end) gaps.push({ from: end, to: column });
    end = Math.max(end ?? 0, until);
  }
  return gaps;
};

/** Names over its columns and labels in its first: figures alone belong to the labels on their left. */
const standsAlone = (rows: readonly SheetRow[], merges: Merges): boolean => {
  const { body } = withoutTitles(rows);
  const names = headerRows(body, merges.columnSpan);
  const labels = body.slice(names).flatMap(({ cells }) => cells.slice(0, 1));
  const first = leftOf(body);
  const labelled = labels.filter(({ kind, column }) => kind !== 'number' && column === first).length;
  return names > 0 && labels.length > 0 && labelled * 2 > labels.length;
};

const withoutTitles = (rows: readonly SheetRow[]): { titles: readonly SheetRow[]; body: readonly SheetRow[] } => {
  const body = rows.findIndex(({ cells }) => cells.length > 1);
  return body < 0 ? { titles: [], body: rows } : { titles: rows.slice(0, body), body: rows.slice(body) };
};

const readBlock = (
  rows: readonly SheetRow[],
  names: number | undefined,
  merges: Merges,
  filterRows: ReadonlySet<number>,
): Region[] => {
  if (names !== undefined) return [{ kind: 'table', rows, headerRows: names, continued: false }];
  const filtered = rows.findIndex(({ row }) => filterRows.has(row));
  if (filtered > 0) {
    const above = readBlock(rows.slice(0, filtered), undefined, merges, filterRows);
    return [...above, ...readBlock(rows.slice(filtered), undefined, merges, filterRows)];
  }
  const { titles, body } = withoutTitles(rows);
  const lines = (of: readonly SheetRow[]): Region[] => (of.length > 0 ? [{ kind: 'lines', rows: of }] : []);
  const narrow = body.every(({ cells }) => cells.length <= 1);
  const found = filtered === 0 && titles.length === 0 ? 1 : headerRows(body, merges.columnSpan);
  if (narrow && found === 0) return lines(rows);
  let end = body.length;
  while (end > 1 && isNote(body[end - 1])) end -= 1;
  const table = body.slice(0, end);
  return [
    ...lines(titles),
    { kind: 'table', rows: table, headerRows: found, continued: false },
    ...lines(body.slice(end)),
  ];
};

const isNote = (row: SheetRow | undefined): boolean => {
  const [cell, second] = row?.cells ?? [];
  if (cell === undefined || second !== undefined || cell.kind !== 'text') return false;
  return cell.text.length > NOTE_CHARACTERS || /^(?:\*|note\b|source\b)|[.!?]$/i.test(cell.text);
};

/** A block without names of its own, below a table and in its columns, goes on with it. */
const joinTables = (regions: readonly Region[]): Region[] => {
  let above: { rows: readonly SheetRow[]; left: number; right: number } | undefined;
  return regions.map((region) => {
    if (region.kind === 'lines') {
      above = undefined;
      return region;
    }
    const columns = region.rows.flatMap(({ cells }) => [cells[0]?.column ?? 0, cells.at(-1)?.column ?? 0]);
    const left = columns.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY);
    const right = columns.reduce((most, column) => Math.max(most, column), 0);
    const gap = topOf(region.rows) - (above?.rows.at(-1)?.row ?? 0) - 1;
    if (
      region.headerRows === 0 &&
      above !== undefined &&
      gap >= 0 &&
      gap <= MAX_GAP &&
      left >= above.left &&
      right <= above.right
    ) {
      above = { ...above, rows: region.rows };
      return { ...region, continued: true };
    }
    above = region.headerRows > 0 ? { rows: region.rows, left, right } : undefined;
    return region;
  });
};
