import type { Frame, Line, Segment } from './lines.ts';

/** What rows of one table share. */
export type Table = {
  /** Left and right edges of its columns, in the frame of its text. */
  readonly columns: readonly { readonly left: number; readonly right: number }[];
  /** Its header looks other than its rows; false where only the words say that it is one, or where there is none. */
  readonly sure: boolean;
};

export type TableCell = {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly lines: readonly Line[];
};

export type TableRow = { readonly table: Table; readonly header: boolean; readonly cells: readonly TableCell[] };

/** A row before it is known which ones name the columns. */
export type DraftRow = { readonly cells: readonly TableCell[]; readonly frame: Frame; readonly ruledBelow: boolean };

const MAX_HEADER_ROWS = 3;
const MAX_NAME = 60;
const NUMERIC = /^[-–−+(\s\ufffd]*(?:[$€£¥₹]|[A-Z]{3}\s)?\s*[-–−+(]?\s*\d[\d\s.,'’]*\s*(?:%|[)]|[$€£¥₹]|[A-Z]{3})*$/u;
const YEAR = /^(?:19|20)\d\d$/;
const NOTHING = /^[-–—−.*]*$/;

/** The rows of a table with those marked that name its columns. */
export function withHeader(columns: Table['columns'], rows: readonly DraftRow[]): TableRow[] {
  const count = headerRows(rows);
  const table: Table = { columns, sure: count > 0 && looksApart(rows.slice(0, count), rows.slice(count)) };
  return rows.map(({ cells }, index) => ({ table, cells, header: index < count }));
}

function headerRows(rows: readonly DraftRow[]): number {
  let count = 1;
  // A name over several columns has names of its own below it.
  while (count < MAX_HEADER_ROWS && rows[count - 1]?.cells.some((cell) => cell.columnSpan > 1)) count += 1;
  for (; count > 0; count--) {
    const head = rows.slice(0, count);
    const body = rows.slice(count);
    if (body.length > 0 && head.every((row) => namesColumns(row)) && isSetApart(head, body)) return count;
  }
  return 0;
}

function namesColumns({ cells }: DraftRow): boolean {
  const texts = cells.map(cellText);
  if (texts.some((text) => text.length > MAX_NAME || (NUMERIC.test(text) && !YEAR.test(text)))) return false;
  return cells.length >= 2 && texts.some((text) => /\p{L}/u.test(text) || YEAR.test(text));
}

/** Whether the rows look other than those below: by weight, or by a line under them. */
function looksApart(head: readonly DraftRow[], body: readonly DraftRow[]): boolean {
  const bold = (row: DraftRow) => row.cells.every((cell) => cell.lines.every((line) => line.bold));
  const [last] = head.slice(-1);
  if (head.every(bold) && !body.every(bold)) return true;
  return last?.ruledBelow === true && !body.slice(0, -1).every((row) => row.ruledBelow);
}

/** Whether the rows look apart, or are words over figures, or names over longer texts. */
function isSetApart(head: readonly DraftRow[], body: readonly DraftRow[]): boolean {
  if (looksApart(head, body)) return true;
  const columns = head.at(-1)?.cells ?? [];
  const overFigures = columns.some(({ column }) => {
    const texts = body.flatMap(({ cells }) => cells.filter((cell) => cell.column === column).map(cellText));
    const figures = texts.filter((text) => NUMERIC.test(text));
    return figures.length > 0 && figures.length >= texts.filter((text) => !NOTHING.test(text)).length * 0.6;
  });
  if (overFigures) return true;
  // Words over words: only where each column is named, shortly, and there are more than a label and its value.
  const width = Math.max(...body.flatMap(({ cells }) => cells.map((cell) => cell.column + cell.columnSpan)));
  const named = columns.length === width && columns.every((cell) => !/[:.;]$/.test(cellText(cell)));
  const shorter =
    mean(columns.map((cell) => cellText(cell).length)) <=
    mean(body.flatMap(({ cells }) => cells.map((cell) => cellText(cell).length)));
  return named && width >= 3 && body.length >= 2 && shorter;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

export const cellText = ({ lines }: TableCell): string => lines.map(({ text }) => text).join(' ');

export const isFigure = (text: string): boolean => NUMERIC.test(text);

/** A row as one segment, so that it is put in reading order as a whole. */
export function rowSegment(row: TableRow, frame: Frame, size: number): Segment {
  const words = row.cells.flatMap(({ lines }) => lines.flatMap(({ segments }) => segments.flatMap((s) => s.words)));
  return { ...frame, words, size, row };
}
