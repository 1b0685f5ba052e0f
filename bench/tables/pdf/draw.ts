/** How the PDFs with known tables are drawn. */
import { setPdf } from '../../material/pdf.ts';
import type { Grid } from '../table-file.ts';

export type Document = PDFKit.PDFDocument;
export type Align = 'left' | 'right' | 'center';

export const SENTENCES = [
  'The tenant shall keep the premises in good order and shall return them at the end of the term in the state in',
  'which they were handed over, fair wear excepted. The landlord shall insure the building against fire, storm and',
  'water, and shall show the policy to the tenant on request. Neither party may assign this lease without consent.',
];

export const LEFT = 72;
export const WIDTH = 468;

export const draw = (
  render: (document: Document) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> =>
  setPdf((document) => render(document.font('Helvetica').fontSize(10)), { size: 'LETTER', margin: 0, ...options });

export const put = (document: Document, text: string, x: number, y: number): Document =>
  document.text(text, x, y, { lineBreak: false });

export function prose(document: Document, y: number, x = LEFT): void {
  SENTENCES.forEach((line, index) => {
    put(document, line, x, y + index * 13);
  });
}

export type Style = {
  readonly widths: readonly number[];
  readonly align?: readonly Align[];
  readonly x?: number;
  readonly padding?: number;
  readonly boldHeader?: boolean;
  readonly lines?: 'all' | 'columns' | 'book' | 'rows' | 'none';
  readonly shaded?: 'alternate' | 'header';
};

/** Draws rows from `y` down, cells wrapped to their columns, and says where the table ends. */
export function table(document: Document, rows: Grid, y: number, style: Style): number {
  const { widths, align = [], x = LEFT, padding = 4, boldHeader = false, lines = 'none' } = style;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const lefts = widths.map((_, index) => x + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  let top = y;
  const tops = [top];
  rows.forEach((row, index) => {
    document.font(boldHeader && index === 0 ? 'Helvetica-Bold' : 'Helvetica');
    const inner = (column: number) => ({ width: (widths[column] ?? 0) - 2 * padding, align: align[column] ?? 'left' });
    const height =
      Math.max(...row.map((cell, column) => document.heightOfString(cell || ' ', inner(column)))) + 2 * padding;
    const filled = (style.shaded === 'alternate' && index % 2 === 1) || (style.shaded === 'header' && index === 0);
    if (filled) document.rect(x, top, total, height).fill('#dddddd').fillColor('black');
    row.forEach((cell, column) => {
      if (cell !== '') document.text(cell, (lefts[column] ?? 0) + padding, top + padding, inner(column));
    });
    top += height;
    tops.push(top);
  });
  document.font('Helvetica').lineWidth(0.7);
  const across = (at: number) =>
    document
      .moveTo(x, at)
      .lineTo(x + total, at)
      .stroke();
  const down = (at: number) => document.moveTo(at, y).lineTo(at, top).stroke();
  if (lines === 'all' || lines === 'rows') for (const at of tops) across(at);
  if (lines === 'book' || lines === 'columns') for (const at of [y, tops[1] ?? y, top]) across(at);
  if (lines === 'all' || lines === 'columns') for (const at of [...lefts, x + total]) down(at);
  return top;
}
