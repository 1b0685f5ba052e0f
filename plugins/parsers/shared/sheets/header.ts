import type { SheetCell, SheetRow } from './workbook.ts';

/** Rows below the first that are looked at. */
const SAMPLE = 60;
/** A name of a column is short. */
const MAX_NAME = 100;
const ENOUGH = 1.5;
/** The share of a column's cells that has to be of one kind. */
const MOST = 0.8;
/** The share of the columns that have a name: the first one, of labels, may have none. */
const COVERED = 0.6;

/** What columns are commonly called; says little where nothing else does. */
const NAMES =
  /^(?:#|no\.?|nr\.?|id|code|key|name|title|type|kind|class|category|status|state|date|day|month|year|period|start|end|from|to|due(?: date)?|amount|sum|total|subtotal|price|fee|cost|rate|value|balance|qty|quantity|unit|units|hours|description|item|items|product|service|details?|note|notes|remarks?|comments?|address|street|city|country|region|zip|postcode|phone|tel|fax|e-?mail|url|website|company|customer|client|supplier|vendor|contact|person|owner|party|role|department|account|invoice|order|contract|reference|ref\.?|currency|tax|vat|age|gender|sex|datum|betrag|menge|preis|anzahl|bezeichnung|beschreibung|artikel|kunde|nombre|fecha|importe|precio|cantidad|nom|montant|prix|quantité|nome|data|importo|prezzo)$/i;
const NAME_IN_WORDS = /\b(?:name|date|id|no|number|type|amount|price|total|code|status|rate|count|fee|qty)\b\.?$/i;

/**
 * How many rows at the top of a table name its columns: measured by how the first row differs from those below it, in
 * kind (names over numbers and dates), in type (bold), in the pattern of its values, not assumed. 0 where nothing speaks for it.
 */
export const headerRows = (rows: readonly SheetRow[], spans: (row: number, column: number) => number): number => {
  const [first, second] = rows;
  if (first === undefined || second === undefined) return 0;
  // A name over several columns is followed by the names of each.
  const grouped = first.cells.some(({ column }) => spans(first.row, column) > 1) && first.cells.every(couldBeName);
  if (grouped && second.cells.every(couldBeName) && heads(rows.slice(1), spans)) return 2;
  return heads(rows, spans) ? 1 : 0;
};

const heads = (rows: readonly SheetRow[], spans: (row: number, column: number) => number): boolean => {
  const [head, ...rest] = rows.slice(0, SAMPLE + 1);
  if (head === undefined || rest.length === 0) return false;
  const columns = columnsOf(rest);
  const covered = new Set(
    head.cells.flatMap(({ column }) =>
      Array.from({ length: Math.min(spans(head.row, column), 64) }, (_, at) => column + at),
    ),
  );
  const under = [...columns.keys()].filter((column) => covered.has(column)).length;
  if (under < columns.size * COVERED || (head.cells.length < 2 && columns.size > 1)) return false;
  const { cells } = head;
  // A form has as many labels as values in its rows; under names of columns at least one row is filled.
  const fullest = rest.reduce((most, row) => Math.max(most, row.cells.length), 0);
  if (cells.length > 2 && fullest < cells.length * MOST) return false;
  if (columns.size === 1 && !isList(head, rest, spans)) return false;
  if (!cells.every(couldBeName) || cells.every(({ kind }) => kind !== 'text'))
    return cells.every(couldBeName) && years(cells, columns);
  if (cells.filter(({ text }) => text.endsWith(':')).length * 2 >= cells.length) return false;
  if (isForm([head, ...rest], columns.size)) return false;
  return evidence(cells, rest, columns) >= ENOUGH;
};

/** One column of figures or dates with a name over it. Over lines of text the first one is their title. */
const isList = (head: SheetRow, rest: readonly SheetRow[], spans: (row: number, column: number) => number): boolean =>
  rest.length > 1 &&
  head.cells.every(({ column }) => spans(head.row, column) === 1) &&
  rest.every(({ cells }) => cells.every(({ kind }) => kind !== 'text'));

/** Two columns of which the first only labels the second, as in the head of an invoice. */
const isForm = (rows: readonly SheetRow[], columns: number): boolean => {
  if (columns !== 2) return false;
  const labels = rows.flatMap(({ cells }) => (cells.length === 2 ? cells.slice(0, 1) : []));
  const values = rows.flatMap(({ cells }) => (cells.length === 2 ? cells.slice(1) : []));
  if (labels.length < 2 || !labels.every(({ kind }) => kind === 'text')) return false;
  if (labels.every(({ bold }) => bold) && !values.some(({ bold }) => bold)) return true;
  return labels.filter(({ text }) => text.endsWith(':') || isKnown(text)).length * 2 > labels.length;
};

const isKnown = (text: string): boolean => NAMES.test(text) || NAME_IN_WORDS.test(text);

const evidence = (
  cells: readonly SheetCell[],
  rest: readonly SheetRow[],
  columns: ReadonlyMap<number, readonly SheetCell[]>,
): number => {
  const body = rest.flatMap((row) => row.cells);
  let score = 0;
  if (cells.every(({ bold }) => bold) && body.filter(({ bold }) => bold).length < body.length / 2) score += 3;
  const known = cells.filter(({ text }) => isKnown(text)).length;
  if (known * 2 >= cells.length && known > 1) score += ENOUGH;
  else if (known > 0) score += 0.5;
  let typed = 0;
  for (const cell of cells) {
    const below = columns.get(cell.column) ?? [];
    if (below.length === 0) continue;
    if (cell.kind === 'text' && below.filter(({ kind }) => kind !== 'text').length >= below.length * MOST) typed += 1;
    else score += patternEvidence(cell, below);
  }
  // In few rows of two columns, a text over a figure may as well be the first value of a form.
  const labels = columns.get(Math.min(...columns.keys())) ?? [];
  const few = columns.size === 2 && rest.length < 3 && labels.every(({ kind }) => kind === 'text');
  return score + (few ? Math.min(typed, 1) : Math.min(typed, 2) * ENOUGH);
};

/** What a column of text says about the text above it. */
const patternEvidence = (cell: SheetCell, below: readonly SheetCell[]): number => {
  if (cell.kind !== 'text') return 0;
  const values = below.map(({ text }) => text);
  if (values.includes(cell.text)) return -2;
  const shapes = new Map<string, number>();
  for (const value of values) shapes.set(shape(value), (shapes.get(shape(value)) ?? 0) + 1);
  const [common = '', times = 0] = [...shapes].sort((a, b) => b[1] - a[1])[0] ?? [];
  const uniform = times >= values.length * MOST && /[9@]/.test(common) && values.length > 1;
  if (uniform) return shape(cell.text) === common ? -2 : 1;
  const distinct = new Set(values).size;
  if (values.length >= 4 && distinct <= values.length / 2) return 1;
  const mean = values.reduce((sum, value) => sum + value.length, 0) / values.length;
  return cell.text.length * 3 < mean ? 0.5 : 0;
};

/** "INV-0042" and "INV-7" are alike. */
const shape = (value: string): string =>
  value
    .slice(0, 80)
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d+/g, '9')
    .replace(/\s+/g, ' ');

const couldBeName = ({ kind, text }: SheetCell): boolean =>
  text.length <= MAX_NAME && (kind === 'text' || kind === 'date' || isYear(text));

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

/** Years or dates alone name columns where the column before them has none, or the cells below are something else. */
const years = (cells: readonly SheetCell[], columns: ReadonlyMap<number, readonly SheetCell[]>): boolean => {
  const first = Math.min(...columns.keys());
  const labelled = cells.every(({ column }) => column > first);
  return labelled && cells.every(({ column }) => !(columns.get(column) ?? []).every(({ text }) => isYear(text)));
};

const columnsOf = (rows: readonly SheetRow[]): ReadonlyMap<number, readonly SheetCell[]> => {
  const columns = new Map<number, SheetCell[]>();
  for (const { cells } of rows) {
    for (const cell of cells) {
      const column = columns.get(cell.column);
      if (column === undefined) columns.set(cell.column, [cell]);
      else column.push(cell);
    }
  }
  return columns;
};
