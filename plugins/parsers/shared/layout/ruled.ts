import { findGrids, type Grid, type GridCell } from './grids.ts';
import { extentOf, type Frame, type Line, type Segment, sizeOf, toLines } from './lines.ts';
import type { Rules } from './rules.ts';
import { type DraftRow, isFigure, rowSegment, type Table, type TableCell, withHeader } from './table.ts';
import type { Word } from './word.ts';

/** A cell with more is a column of a page. */
const MAX_CELL = 1500;
const MAX_GRIDS = 100;
const MIN_FILLED = 0.6;

/** What a table is cut from: words in the order of the file, and the frame in which each stands upright. */
export type Words = {
  readonly words: readonly Word[];
  frameOf(word: Word): Frame;
  toSegments(words: readonly Word[]): Segment[];
};

/** The rows of the tables that lines are drawn around, each as one segment, and the words that are in none. */
export function ruledTables(page: Words, rules: Rules): { rows: Segment[]; rest: readonly Word[] } {
  const grids = findGrids(rules).slice(0, MAX_GRIDS);
  const taken = new Set<Word>();
  const rows: Segment[] = [];
  for (const grid of grids) {
    const table = readGrid(page, grid, taken);
    for (const word of table.words) taken.add(word);
    rows.push(...table.rows);
  }
  return { rows, rest: taken.size === 0 ? page.words : page.words.filter((word) => !taken.has(word)) };
}

type Filled = GridCell & { readonly lines: readonly Line[]; readonly words: readonly Word[] };

function readGrid(page: Words, grid: Grid, taken: ReadonlySet<Word>): { rows: Segment[]; words: readonly Word[] } {
  const none = { rows: [], words: [] };
  const filled = fill(page, grid, taken);
  const byRow = Map.groupBy(filled, ({ row }) => row);
  const rowsWithCells = [...byRow.values()].filter((cells) => cells.length > 1).length;
  const usedColumns = [...new Set(filled.map(({ column }) => column))].toSorted((a, b) => a - b);
  if (usedColumns.length < 2 || filled.length < 3) return none;
  // Boxes in a drawing hold a word here and there.
  if (rowsWithCells < 2 && filled.length < byRow.size * usedColumns.length * MIN_FILLED) return none;
  if (filled.some(({ lines }) => lines.reduce((sum, line) => sum + line.text.length, 0) > MAX_CELL)) return none;
  // Columns in which nothing stands are the space between double lines, or margins.
  const numberOf = (column: number) => usedColumns.filter((used) => used < column).length;
  const spans = usedColumns.map((column) => ({ left: grid.xs[column] ?? 0, right: grid.xs[column + 1] ?? 0 }));
  const left = grid.xs[0] ?? 0;
  const right = grid.xs.at(-1) ?? 0;
  const drafts: DraftRow[] = [];
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    const cells = (byRow.get(row) ?? []).map((cell): TableCell => {
      const column = numberOf(cell.column);
      const columnSpan = Math.max(numberOf(cell.column + cell.columnSpan) - column, 1);
      return { column, columnSpan, rowSpan: cell.rowSpan, lines: cell.lines };
    });
    if (cells.length === 0) continue;
    const frame = { left, right, top: grid.ys[row] ?? 0, bottom: grid.ys[row + 1] ?? 0 };
    drafts.push({ cells, frame, ruledBelow: true });
  }
  const split = drafts.length <= 2 ? drafts.flatMap((row) => splitByLines(row, spans)) : drafts;
  if (split.length < 2) return none;
  const size = sizeOf(filled.flatMap(({ words }) => words));
  const rows = withHeader(spans, split);
  return {
    rows: rows.map((row, index) => rowSegment(row, split[index]?.frame ?? extentOf([]), size)),
    words: filled.flatMap(({ words }) => words),
  };
}

/** The cells of a grid that hold words, by the middle of each word. */
function fill(page: Words, grid: Grid, taken: ReadonlySet<Word>): Filled[] {
  const columns = grid.xs.length - 1;
  const owner = new Map<number, number>();
  grid.cells.forEach((cell, index) => {
    for (let down = 0; down < cell.rowSpan; down++) {
      for (let across = 0; across < cell.columnSpan; across++) {
        owner.set((cell.row + down) * columns + cell.column + across, index);
      }
    }
  });
  const members = new Map<number, Word[]>();
  for (const word of page.words) {
    if (taken.has(word)) continue;
    const frame = page.frameOf(word);
    const column = between(grid.xs, (frame.left + frame.right) / 2);
    const row = between(grid.ys, (frame.top + frame.bottom) / 2);
    if (column === undefined || row === undefined) continue;
    const cell = owner.get(row * columns + column);
    if (cell === undefined) continue;
    const words = members.get(cell);
    if (words === undefined) members.set(cell, [word]);
    else words.push(word);
  }
  return grid.cells.flatMap((cell, index) => {
    const words = members.get(index);
    return words === undefined ? [] : [{ ...cell, words, lines: toLines(page.toSegments(words)) }];
  });
}

/** The index of the space between two lines in which a position lies. */
function between(lines: readonly number[], at: number): number | undefined {
  if (at < (lines[0] ?? 0) || at > (lines.at(-1) ?? 0)) return undefined;
  const next = lines.findIndex((line) => line > at);
  return next <= 0 ? undefined : next - 1;
}

/**
 * A row in which two or more columns hold lines that each end on purpose, at the same heights, is a table whose rows
 * nobody ruled. Lines that such a column has no part in go on with the row above.
 */
function splitByLines(row: DraftRow, columns: Table['columns']): DraftRow[] {
  const listing = row.cells.filter((cell) => cell.columnSpan === 1 && endsOnPurpose(cell, columns));
  if (listing.length < 2) return [row];
  const heights = toLines(listing.flatMap((cell) => cell.lines.flatMap(({ segments }) => segments)));
  const starts = heights.filter((line) => {
    const here = listing.filter((cell) => cell.lines.some((other) => sameHeight(line, other)));
    if (here.length * 2 > listing.length) return true;
    // A row may have nothing but its name, where the name above has room for this one.
    const [names] = here;
    const above = names?.lines.findLast((other) => other.bottom < line.bottom && !sameHeight(line, other));
    const next = names?.lines.find((other) => sameHeight(line, other));
    return names?.column === 0 && next !== undefined && (above === undefined || hasRoom(above, next, columns[0]));
  });
  if (starts.length < 2) return [row];
  const bounds = starts.map((line, index) => (index === 0 ? row.frame.top : line.top - line.size * 0.3));
  return bounds.flatMap((top, index): DraftRow[] => {
    const bottom = bounds[index + 1] ?? row.frame.bottom;
    const cells = row.cells.flatMap((cell): TableCell[] => {
      const lines = cell.lines.filter(
        (line) => (line.top + line.bottom) / 2 > top && (line.top + line.bottom) / 2 <= bottom,
      );
      return lines.length === 0 ? [] : [{ ...cell, lines }];
    });
    const ruledBelow = index + 1 === bounds.length && row.ruledBelow;
    return cells.length === 0 ? [] : [{ cells, frame: { ...row.frame, top, bottom }, ruledBelow }];
  });
}

const sameHeight = (a: Line, b: Line): boolean => Math.abs(a.bottom - b.bottom) < 0.4 * Math.max(a.size, 1);

/**
 * Whether the next word would have fitted on most of a cell's lines, wherever in the cell they are set. Figures below
 * each other are never one text.
 */
function endsOnPurpose({ column, lines }: TableCell, columns: Table['columns']): boolean {
  if (lines.length >= 2 && lines.every(({ text }) => isFigure(text))) return true;
  if (lines.length < 3) return false;
  const onPurpose = lines.slice(0, -1).filter((line, index) => hasRoom(line, lines[index + 1], columns[column]));
  return onPurpose.length >= (lines.length - 1) * 0.7;
}

/** Whether the first word of the next line would have fitted on this one. */
function hasRoom(line: Line, next: Line | undefined, column: Table['columns'][number] | undefined): boolean {
  const { left, right } = column ?? { left: 0, right: 0 };
  const width = (next?.segments[0]?.words[0]?.width ?? 0) + line.size;
  // Room on both sides of a line in the middle or on the right, less the margin that a cell has.
  return right - line.right > width || right - left - (line.right - line.left) > width + line.size;
}
