import { greatest, joined, oneLine } from '../shared/content.ts';
import { attribute, type XmlElement } from '../shared/xml.ts';
import { childOf, elementsOf, flagOf, numberOf, stringOf } from './elements.ts';
import type { Break, CellItem, Item, RowItem } from './items.ts';
import type { Findings } from './reading.ts';
import type { Styles } from './styles.ts';

const MAX_SPAN = 1000;
const MAX_COLUMNS = 10_000;
/** A cell with more than this, in several paragraphs, is a column of a page. */
const COLUMN_CHARACTERS = 1500;

type Cell = {
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  /** What stands in its row. */
  readonly items: readonly Item[];
  /** Notes and comments on it, which follow the row. */
  readonly remarks: readonly Item[];
};

type Row = { readonly header: boolean; readonly width: number; readonly cells: Cell[] };

export type CellReader = (cell: XmlElement) => readonly Item[];

type TableReader = { readonly styles: Styles; readonly findings: Findings; readonly readCell: CellReader };

/** A table (ECMA-376-1, 17.4) as rows of cells in the columns where they are seen, or what it places on the page as text. */
export const readTable = (table: XmlElement, { styles, findings, readCell }: TableReader): Item[] => {
  const rows: Row[] = [];
  /** Cells that may go on in the next row, by column. */
  let above = new Map<number, Cell>();
  let properties: XmlElement | undefined;

  const cellsOf = function* (parent: XmlElement): Generator<XmlElement, void> {
    for (const element of elementsOf(parent)) {
      if (element.name === 'w:tc') yield element;
      else if (element.name === 'w:sdt') {
        if (flagOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr')) findings.prompts += 1;
        const content = childOf(element, 'w:sdtContent');
        if (content !== undefined) yield* cellsOf(content);
      } else if (element.name === 'w:customXml') yield* cellsOf(element);
    }
  };

  const readRow = (element: XmlElement): void => {
    const rowProperties = childOf(element, 'w:trPr');
    if (childOf(rowProperties, 'w:ins') !== undefined) findings.tracked = true;
    if (childOf(rowProperties, 'w:del') !== undefined) {
      findings.tracked = true;
      return;
    }
    if (flagOf(rowProperties, 'w:hidden')) {
      findings.hidden = true;
      return;
    }
    let column = Math.min(Math.max(0, numberOf(rowProperties, 'w:gridBefore') ?? 0), MAX_SPAN);
    const cells: Cell[] = [];
    const here = new Map<number, Cell>();
    for (const element_ of cellsOf(element)) {
      if (column >= MAX_COLUMNS) break;
      const cellProperties = childOf(element_, 'w:tcPr');
      const columnSpan = Math.min(Math.max(1, numberOf(cellProperties, 'w:gridSpan') ?? 1), MAX_SPAN);
      if (childOf(cellProperties, 'w:cellDel') !== undefined) {
        findings.tracked = true;
        column += columnSpan;
        continue;
      }
      const merge = childOf(cellProperties, 'w:vMerge');
      const goesOn = merge !== undefined && attribute(merge, 'w:val') !== 'restart' ? above.get(column) : undefined;
      if (goesOn !== undefined) {
        goesOn.rowSpan += 1;
        here.set(column, goesOn);
      } else {
        const items = readCell(element_);
        const cell = { column, columnSpan, rowSpan: 1, ...parted(items) };
        cells.push(cell);
        if (merge !== undefined) here.set(column, cell);
      }
      column += columnSpan;
    }
    above = here;
    rows.push({ header: flagOf(rowProperties, 'w:tblHeader') ?? false, width: column, cells });
  };

  const readRows = (parent: XmlElement): void => {
    for (const element of elementsOf(parent)) {
      if (element.name === 'w:tblPr') properties = element;
      else if (element.name === 'w:tr') readRow(element);
      else if (GROUPS.has(element.name)) readRows(element);
    }
  };

  readRows(table);
  if (isLayout(rows)) {
    return rows.flatMap(({ cells }) => cells.flatMap(({ items, remarks }) => [...items, ...remarks]));
  }
  return rowItems(rows, headRows(rows, properties, styles));
};

const GROUPS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

const parted = (items: readonly Item[]): Pick<Cell, 'items' | 'remarks'> => ({
  items: items.filter(({ remark }) => remark === undefined),
  remarks: items.filter(({ remark }) => remark !== undefined),
});

const lengthOf = (item: Item): number =>
  item.type === 'block' ? item.content.text.length : item.cells.reduce((sum, { text }) => sum + text.length, 0);

/**
 * Whether a table only places things on the page: one column, cells as long as pages, or for the most part cells that
 * hold tables of their own.
 */
const isLayout = (rows: readonly Row[]): boolean => {
  const filled = rows.flatMap(({ cells }) => cells).filter(({ items }) => items.some((item) => lengthOf(item) > 0));
  if (rows.every(({ width, cells }) => width <= 1 || cells.length <= 1)) return true;
  const isColumn = ({ items }: Cell): boolean =>
    items.length > 1 && items.reduce((sum, item) => sum + lengthOf(item), 0) > COLUMN_CHARACTERS;
  const holdsTable = ({ items }: Cell): boolean => items.some(({ type }) => type === 'row');
  return filled.some(isColumn) || (filled.length > 0 && filled.filter(holdsTable).length * 2 >= filled.length);
};

/** How many rows at the top name the columns: those that are repeated on each page, else those that look like it. */
const headRows = (rows: readonly Row[], properties: XmlElement | undefined, styles: Styles): number => {
  if (rows.length < 2) return 0;
  const leading = (test: (row: Row) => boolean): number => {
    const first = rows.findIndex((row) => !test(row));
    return first < 0 ? rows.length : first;
  };
  const said = leading(({ header }) => header);
  if (said > 0) return said < rows.length ? reached(rows, said) : 1;
  const width = greatest(rows.map((row) => row.width));
  const bold = leading((row) => row.width >= width && row.cells.length > 1 && row.cells.every(isBold));
  if (bold > 0) return bold < rows.length ? reached(rows, bold) : 1;
  return looksHeaded(properties, styles) ? 1 : 0;
};

/** Names that most others stand beside reach over several rows: what stands under the others are names as well. */
const reached = (rows: readonly Row[], heads: number): number => {
  const ends = rows.slice(0, heads).flatMap(({ cells }, index) => cells.map(({ rowSpan }) => index + rowSpan));
  const most = greatest(ends, heads);
  const reaching = ends.filter((end) => end === most).length;
  return most < rows.length && reaching * 2 >= (rows[0]?.cells.length ?? 0) ? most : heads;
};

const isBold = ({ items }: Cell): boolean =>
  items.some((item) => lengthOf(item) > 0) &&
  items.every((item) => lengthOf(item) === 0 || (item.type === 'block' && item.bold));

/** The first row is set off by the table's style, where the table asks for that (17.4.55). */
const looksHeaded = (properties: XmlElement | undefined, styles: Styles): boolean => {
  const look = childOf(properties, 'w:tblLook');
  if (look === undefined) return false;
  const said = attribute(look, 'w:firstRow');
  const bits = Number.parseInt(attribute(look, 'w:val') ?? '0', 16);
  const asked = said === undefined ? (bits & 0x20) !== 0 : /^(?:1|true|on)$/.test(said);
  return asked && styles.headedTable(stringOf(properties, 'w:tblStyle'));
};

const rowItems = (rows: readonly Row[], heads: number): Item[] => {
  const table = {};
  return rows.flatMap(({ cells }, index) => {
    const breaks = cells.map(({ items }) => breaksOf(items));
    const row: RowItem = {
      type: 'row',
      table,
      row: index,
      header: index < heads,
      cells: cells.map(cellItem),
      before: breaks.reduce((most, { before }) => (before.length > most.length ? before : most), NO_BREAKS),
      within: greatest(breaks.map(({ within }) => within)),
    };
    return [row, ...cells.flatMap(({ remarks }) => remarks)];
  });
};

const NO_BREAKS: readonly Break[] = [];

const cellItem = ({ column, columnSpan, rowSpan, items }: Cell): CellItem => {
  const contents = items.map((item) => (item.type === 'block' ? item.content : joined(item.cells, ' ')));
  return { column, columnSpan, rowSpan, ...oneLine(joined(contents, '\n')) };
};

/** Pages that begin before a cell's first character, and after it. */
const breaksOf = (items: readonly Item[]): { readonly before: readonly Break[]; readonly within: number } => {
  const before: Break[] = [];
  let within = 0;
  let seen = false;
  for (const item of items) {
    const first = item.type === 'block' ? item.content.text.search(/\S/) : 0;
    for (const one of item.type === 'block' ? item.breaks : item.before) {
      if (!seen && (first < 0 || one.at <= first)) before.push(one);
      else within += 1;
    }
    if (item.type === 'row') within += item.within;
    seen ||= first >= 0;
  }
  return { before, within };
};
