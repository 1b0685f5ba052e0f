import type { Block, ParsedDocument } from './parsed.ts';

type TableRow = Extract<Block, { kind: 'table-row' }>;

/** A cell as it is read on its own: under the name of its column, where the table has names. */
export type NamedCell = {
  /** What the header says above it; several header rows are joined by " / ". '' where nothing stands there. */
  readonly column: string;
  readonly text: string;
  /** In a spreadsheet: "Fees!C7". */
  readonly address?: string;
};

/** A table's row and what its cells are called. Offsets in the document's text, end exclusive. */
export type NamedRow = { readonly start: number; readonly end: number; readonly cells: readonly NamedCell[] };

export const isRow = (block: Block): block is TableRow => block.kind === 'table-row';

/** The rows of tables that the span touches, in order; the rows that name columns are not among them. */
export const rowsAt = (parsed: ParsedDocument, start: number, end: number): NamedRow[] => {
  const touched = parsed.blocks.filter(isRow).filter((row) => row.charStart < end && row.charEnd > start);
  const headers = headersOf(parsed, new Set(touched.map(({ table }) => table)));
  return touched
    .filter(({ header }) => !header)
    .map((row) => ({
      start: row.charStart,
      end: row.charEnd,
      cells: row.cells.map((cell) => ({
        column: nameOf(parsed.text, headers.get(row.table) ?? [], cell.column),
        text: oneLine(parsed.text.slice(cell.charStart, cell.charEnd)),
        ...(cell.address === undefined ? {} : { address: cell.address }),
      })),
    }));
};

/** The rows that name the columns of these tables, by table. */
export const headersOf = (parsed: ParsedDocument, tables: ReadonlySet<number>): ReadonlyMap<number, TableRow[]> => {
  const headers = new Map<number, TableRow[]>();
  if (tables.size === 0) return headers;
  for (const block of parsed.blocks) {
    if (!isRow(block) || !block.header || !tables.has(block.table)) continue;
    const rows = headers.get(block.table);
    if (rows === undefined) headers.set(block.table, [block]);
    else rows.push(block);
  }
  return headers;
};

const nameOf = (text: string, headers: readonly TableRow[], column: number): string => {
  const names = headers.flatMap(({ cells }) =>
    cells
      .filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
      .map((cell) => oneLine(text.slice(cell.charStart, cell.charEnd))),
  );
  return [...new Set(names)].filter((name) => name !== '').join(' / ');
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The row as a person reads it aloud: "Item: Backup; Price: 120.00", and where no column has a name, as a label and
 * what it stands for: "Due date: August 31, 2026". Cells without text are left out.
 */
export const readableRow = ({ cells }: { readonly cells: readonly Pick<NamedCell, 'column' | 'text'>[] }): string => {
  const said = cells.filter(({ text }) => text !== '');
  const [label, ...values] = said;
  if (label !== undefined && values.length > 0 && said.every(({ column }) => column === '')) {
    return `${label.text.replace(/\s*:$/, '')}: ${values.map(({ text }) => text).join('; ')}`;
  }
  return said.map(({ column, text }) => (column === '' ? text : `${column}: ${text}`)).join('; ');
};

/** The names of a passage's columns where they stand in another passage of the table. */
export const namesElsewhere = ({
  text,
  columns,
}: {
  readonly text: string;
  readonly columns?: string | undefined;
}): string | undefined => (columns === undefined || text.includes(columns) ? undefined : columns);
