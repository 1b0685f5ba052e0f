import { DossierError } from '../../../core/errors/error.ts';
import { linkTarget } from '../shared/links.ts';
import { columnOfAddress, MAX_COLUMNS, MAX_ROWS, parseRange } from '../shared/sheets/address.ts';
import type { CellCounter } from '../shared/sheets/cell-counter.ts';
import { GENERAL, type NumberFormats } from '../shared/sheets/number-format.ts';
import { pageMargin } from '../shared/sheets/page-margin.ts';
import { type CellKind, cellText, type Range, type SheetCell, type SheetRow } from '../shared/sheets/workbook.ts';
import { scanXml, unescapeXml, unescapeXstring, xmlAttribute, xmlFlag } from './scan.ts';
import { richText } from './strings.ts';
import type { CellStyle } from './styles.ts';

export type SheetSource = {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly formats: NumberFormats;
  readonly counter: CellCounter;
  /** Targets of links by the id of their relationship. */
  readonly targets: ReadonlyMap<string, string>;
};

export type SheetContents = {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Range[];
  readonly filters: readonly Range[];
  readonly header: string;
  readonly footer: string;
  readonly hiddenCells: boolean;
  readonly uncalculated: number;
};

/** What is merged or linked beyond this is not looked at. */
const MAX_RANGES = 100_000;
const MAX_LINKED_CELLS = 1000;

type OpenCell = {
  column: number;
  type: string;
  style: CellStyle | undefined;
  formula: boolean;
  value: string | undefined;
};

/** The cells of one sheet ([ECMA-376] Part 1, 18.3.1), as they are shown. Throws `too_many_cells` and `damaged`. */
export const readSheet = (xml: Iterable<string>, source: SheetSource): SheetContents => {
  const rows: { row: number; cells: SheetCell[] }[] = [];
  const merges: Range[] = [];
  const filters: Range[] = [];
  const hiddenColumns: [number, number][] = [];
  const links: { range: Range; target: string }[] = [];
  const margins = { oddHeader: '', oddFooter: '' };
  const rich = richText();
  let row = -1;
  let column = -1;
  let cells: SheetCell[] = [];
  let hiddenRow = false;
  let hiddenCells = false;
  let uncalculated = 0;
  let cell: OpenCell | undefined;
  let into: 'value' | 'formula' | 'string' | 'oddHeader' | 'oddFooter' | undefined;
  let formula = '';
  let unfinished = false;

  const openRow = (attributes: string): void => {
    const number = xmlAttribute(attributes, 'r');
    row = number === undefined ? row + 1 : Number(number) - 1;
    if (!(row >= 0 && row < MAX_ROWS)) throw new DossierError('damaged');
    column = -1;
    cells = [];
    hiddenRow = xmlFlag(attributes, 'hidden');
  };

  const openCell = (attributes: string, empty: boolean): void => {
    source.counter.seen();
    const address = xmlAttribute(attributes, 'r');
    column = address === undefined ? column + 1 : columnOfAddress(address);
    if (!(column >= 0 && column < MAX_COLUMNS)) throw new DossierError('damaged');
    // Formatted cells without contents may be millions.
    if (empty) return;
    const style = xmlAttribute(attributes, 's');
    cell = {
      column,
      type: xmlAttribute(attributes, 't') ?? 'n',
      style: style === undefined ? source.styles[0] : source.styles[Number(style)],
      formula: false,
      value: undefined,
    };
    formula = '';
  };

  const closeCell = (open: OpenCell): void => {
    if (open.type === 'inlineStr') open.value = rich.take();
    if (open.value === undefined) {
      if (open.formula && open.type !== 'str') uncalculated += 1;
      return;
    }
    const shown = show(open, open.value, source);
    if (shown === undefined || shown.text === '') {
      if (open.value === '' || open.type !== 'n') return;
      // A format that shows nothing, such as ;;;, hides the value.
      hiddenCells = true;
    }
    source.counter.filled();
    const text = shown?.text === '' || shown === undefined ? open.value : shown.text;
    const target = /^\s*HYPERLINK\(\s*"([^"]*)"/i.exec(unescapeXml(formula))?.[1];
    const followed = target === undefined ? undefined : linkTarget(target);
    cells.push({
      column: open.column,
      text,
      kind: shown?.kind ?? 'number',
      bold: open.style?.bold ?? false,
      ...(followed === undefined ? {} : { target: followed }),
    });
    if (hiddenRow || hiddenColumns.some(([from, to]) => open.column >= from && open.column <= to)) hiddenCells = true;
  };

  const openOther = (name: string, attributes: string): void => {
    const range = xmlAttribute(attributes, 'ref');
    if (name === 'col' && xmlFlag(attributes, 'hidden')) {
      hiddenColumns.push([Number(xmlAttribute(attributes, 'min')) - 1, Number(xmlAttribute(attributes, 'max')) - 1]);
    } else if (name === 'mergeCell' && merges.length < MAX_RANGES) {
      const merged = parseRange(range ?? '');
      if (merged !== undefined) merges.push(merged);
    } else if (name === 'autoFilter') {
      const filtered = parseRange(range ?? '');
      if (filtered !== undefined) filters.push(filtered);
    } else if (name === 'hyperlink' && links.length < MAX_RANGES) {
      const target = linkTarget(source.targets.get(xmlAttribute(attributes, 'id') ?? ''));
      const linked = parseRange(range ?? '');
      if (target !== undefined && linked !== undefined) links.push({ range: linked, target });
    }
  };

  scanXml(xml, {
    open: (name, attributes, empty) => {
      if (name === 'c') openCell(attributes, empty);
      else if (name === 'row') openRow(attributes);
      else if (cell !== undefined) {
        if (name === 'v') {
          into = 'value';
          cell.value = '';
        } else if (name === 'f') {
          into = 'formula';
          cell.formula = true;
        } else if (name === 'is') into = 'string';
        else if (into === 'string') rich.open(name, attributes, false);
      } else if (name === 'oddHeader' || name === 'oddFooter') into = name;
      else if (name === 'sheetData') unfinished = true;
      else openOther(name, attributes);
    },
    text: (raw) => {
      if (into === undefined) return;
      if (into === 'value') {
        if (cell !== undefined) cell.value = (cell.value ?? '') + raw;
      } else if (into === 'formula') formula += raw;
      else if (into === 'string') rich.text(raw);
      else margins[into] += raw;
    },
    close: (name) => {
      if (name === 'c') {
        if (cell !== undefined) closeCell(cell);
        cell = undefined;
        into = undefined;
      } else if (name === 'row') {
        if (cells.length > 0) rows.push({ row, cells: inOrder(cells, ({ column: at }) => at) });
        cells = [];
      } else if (name === 'v' || name === 'f' || name === 'is' || name === 'oddHeader' || name === 'oddFooter') {
        into = undefined;
      } else if (into === 'string') rich.close(name);
      else if (name === 'sheetData') unfinished = false;
    },
  });
  if (unfinished) throw new DossierError('damaged');
  const read = { rows: inOrder(rows, (each) => each.row), merges, filters, hiddenCells, uncalculated };
  addLinks(read.rows, links);
  return {
    ...read,
    header: pageMargin(unescapeXml(margins.oddHeader)),
    footer: pageMargin(unescapeXml(margins.oddFooter)),
  };
};

const show = (
  { type, style }: OpenCell,
  raw: string,
  { strings, formats }: SheetSource,
): { text: string; kind: CellKind } | undefined => {
  const format = style?.format ?? GENERAL;
  switch (type) {
    case 's':
      return { text: formats.text(strings[Number(raw)] ?? '', format), kind: 'text' };
    case 'str':
      return { text: formats.text(cellText(unescapeXstring(unescapeXml(raw))), format), kind: 'text' };
    case 'inlineStr':
      return { text: formats.text(raw, format), kind: 'text' };
    case 'b':
      return { text: raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'e':
      return { text: cellText(unescapeXml(raw)), kind: 'error' };
    case 'd':
      return { text: raw.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' '), kind: 'date' };
    default:
      return raw.trim() === '' ? undefined : formats.number(Number(raw), format);
  }
};

/** Files that follow the standard are in order already; of two with one place the last is kept, as programs do. */
const inOrder = <T>(items: T[], place: (item: T) => number): T[] => {
  let ordered = true;
  for (let index = 1; index < items.length && ordered; index += 1) {
    ordered = place(items[index - 1] as T) < place(items[index] as T);
  }
  return ordered
    ? items
    : [...new Map(items.map((item) => [place(item), item])).entries()]
        .sort((a, b) => a[0] - b[0])
        .map(([, item]) => item);
};

const addLinks = (rows: readonly SheetRow[], links: readonly { range: Range; target: string }[]): void => {
  if (links.length === 0) return;
  const byRow = new Map(rows.map((row) => [row.row, row.cells as SheetCell[]]));
  for (const { range, target } of links) {
    const last = Math.min(range.bottom, range.top + MAX_LINKED_CELLS);
    for (let row = range.top; row <= last; row += 1) {
      const cells = byRow.get(row);
      for (const [index, cell] of cells?.entries() ?? []) {
        if (cells !== undefined && cell.column >= range.left && cell.column <= range.right)
          cells[index] = { ...cell, target };
      }
    }
  }
};
