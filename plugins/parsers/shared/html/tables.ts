import { greatest, oneLine } from '../content.ts';
import { type Composer, createComposer, type RowCell } from './composer.ts';
import { attribute, type Element, hasElement, hasText, isElement, textOf } from './tree.ts';

export type TableRow = { readonly header: boolean; readonly cells: readonly RowCell[] };

/** Spans beyond these are no table that anyone reads; HTML itself stops at 1000 columns. */
const MAX_COLUMN_SPAN = 1000;
const MAX_ROW_SPAN = 65534;
const MAX_COLUMNS = 10_000;

const TABLE = new Set(['table']);
const PASSAGES = new Set(['p', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** A cell with more than this, in paragraphs, is a column of a page. */
const COLUMN_CHARACTERS = 1500;

/** The cells of each row, by the rows of the table itself and not of tables in it. */
const rowsOf = (table: Element): { row: Element; head: boolean }[] =>
  table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [{ row: child, head: false }];
    if (!['thead', 'tbody', 'tfoot'].includes(child.tagName)) return [];
    const rows = child.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'tr');
    return rows.map((row) => ({ row, head: child.tagName === 'thead' }));
  });

const cellsOf = (row: Element): Element[] =>
  row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

/**
 * Whether a table only places things on the page, as many letters and old pages do: then its cells are read one
 * after another like any text. Such a table says so, has a single column, cells as long as pages, or for the most part
 * cells that hold tables of their own.
 */
export const isLayout = (table: Element): boolean => {
  const role = attribute(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  const rows = rowsOf(table).map(({ row }) => cellsOf(row));
  if (rows.every((cells) => cells.length <= 1)) return true;
  const cells = rows.flat();
  if (cells.some((cell) => hasElement(cell, PASSAGES) && textOf(cell).length > COLUMN_CHARACTERS)) return true;
  const holding = cells.filter((cell) => hasElement(cell, TABLE));
  if (holding.length === 0) return false;
  return holding.length * 2 >= cells.filter(hasText).length;
};

/** Rows with their cells in the columns where a reader sees them. */
export const readTable = (
  table: Element,
  visible: (element: Element) => boolean,
  maxCharacters: number,
  readCell: (cell: Element, into: Composer) => void,
): TableRow[] => {
  /** Rows that a cell from above still reaches down, by column. */
  let reaching = new Map<number, number>();
  const seen = rowsOf(table).filter(({ row }) => visible(row));
  const read = seen.map(({ row, head }, index) => {
    const rowsLeft = seen.length - index;
    const below = new Map<number, number>();
    for (const [column, rows] of reaching) if (rows > 1) below.set(column, rows - 1);
    const elements = cellsOf(row).filter(visible);
    const cells: RowCell[] = [];
    let column = 0;
    for (const element of elements) {
      while (reaching.has(column)) column += 1;
      if (column >= MAX_COLUMNS) break;
      const columnSpan = span(element, 'colspan', MAX_COLUMN_SPAN);
      const rowSpan = span(element, 'rowspan', MAX_ROW_SPAN);
      const composer = createComposer(maxCharacters);
      readCell(element, composer);
      cells.push({ column, columnSpan, rowSpan: Math.min(rowSpan, rowsLeft), ...oneLine(composer.finish()) });
      if (rowSpan > 1) for (let at = column; at < column + columnSpan; at += 1) below.set(at, rowSpan - 1);
      column += columnSpan;
    }
    while (reaching.has(column)) column += 1;
    reaching = below;
    const names = elements.length > 0 && elements.every(isName);
    return { head, names, covered: column, cells };
  });
  // Rows that begin a table with nothing but names over its whole width head it; later ones name groups of rows.
  // Where that is true of all rows, it says nothing, and the first one heads the table.
  const width = greatest(read.map(({ covered }) => covered));
  const body = read.findIndex(({ head, names, covered }) => !head && (!names || covered < width));
  const heads = body < 0 ? 1 : body;
  return read.length < 2
    ? read.map(({ cells }) => ({ header: false, cells }))
    : read.map(({ cells }, index) => ({ header: index < heads, cells }));
};

/** A cell that names a column or a row: said to be one, or set in bold. */
const isName = (cell: Element): boolean => cell.tagName === 'th' || (isBold(cell) && textOf(cell) !== '');

const isBold = (parent: Element): boolean =>
  parent.childNodes.every((node) => {
    if (!isElement(node)) return !('value' in node) || node.value.trim() === '';
    return node.tagName === 'b' || node.tagName === 'strong' || isBold(node);
  });

const span = (cell: Element, name: string, most: number): number => {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  // Down to the end of its group of rows.
  if (value === 0 && name === 'rowspan') return most;
  return Number.isFinite(value) && value >= 1 ? Math.min(value, most) : 1;
};
