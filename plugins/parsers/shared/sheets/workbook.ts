/** A spreadsheet as a reader sees it, whatever file it comes from. Rows and columns count from 0. */
export type Workbook = {
  readonly title?: string;
  readonly sheets: readonly Sheet[];
};

export type Sheet = {
  readonly name: string;
  /** 'very-hidden' sheets can only be shown by a program. */
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** Sheets that are nothing but a chart, a dialog or a macro have no cells. */
  readonly kind: 'cells' | 'chart' | 'other';
  /** Rows that hold something, from top to bottom. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Range[];
  /** Tables that the file declares, with the rows at their top that name the columns. */
  readonly tables: readonly DeclaredTable[];
  /** Where rows can be filtered: the first row of each names the columns. */
  readonly filters: readonly Range[];
  readonly comments: readonly CellComment[];
  /** Text in boxes and shapes over the cells, a paragraph each. */
  readonly boxes: readonly string[];
  /** Printed above and below every page. */
  readonly header: string;
  readonly footer: string;
  /** Whether cells with contents stand in hidden rows or columns, or are formatted to show nothing. */
  readonly hiddenCells: boolean;
  /** Formulas whose result the file does not hold. */
  readonly uncalculated: number;
};

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

export type SheetCell = {
  readonly column: number;
  /** What the cell shows: one line, never empty. */
  readonly text: string;
  readonly kind: CellKind;
  readonly bold: boolean;
  /** Where the cell links to. */
  readonly target?: string;
};

/** Cells from left to right; none is empty. */
export type SheetRow = { readonly row: number; readonly cells: readonly SheetCell[] };

/** Corners included. */
export type Range = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export type DeclaredTable = { readonly range: Range; readonly headerRows: number };

export type CellComment = { readonly row: number; readonly column: number; readonly text: string };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
const PLAIN = /^[!-~\u00a1-\u1fff]*$/;

/** The text of a cell as it stands in its row: white space as one blank, no control characters, no halves of characters. */
export const cellText = (value: string): string =>
  PLAIN.test(value) ? value : value.replace(CONTROLS, '').replace(/\s+/g, ' ').trim().toWellFormed();
