import type { Block, Cell, Link, Page, ParsedDocumentInput, ParseWarning } from '../../../../core/document/parsed.ts';
import { DossierError } from '../../../../core/errors/error.ts';
import type { ParseContext } from '../../../../core/ports/parser.ts';
import { columnLetters, sheetPrefix } from './address.ts';
import { mergesOf } from './merges.ts';
import { type Region, regionsOf } from './regions.ts';
import { sheetWarnings } from './warnings.ts';
import type { Sheet, SheetRow, Workbook } from './workbook.ts';

/** Names that programs give to a new sheet say nothing. */
const DEFAULT_NAME =
  /^(?:sheet|tabelle|feuil|hoja|foglio|blad|ark|planilha|лист|list|munka|arkusz|工作表|シート)[ _]?\d*$/i;
const MAX_LABEL = 255;
const MAX_TITLE_LINE = 120;
const MAX_LINKS = 50_000;

/** Titles in capitals; "INV-17" and "TRUE" are none. */
const isShouted = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (
    letters > 5 && letters >= text.replace(/\s/g, '').length * 0.6 && !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text)
  );
};

/** The document that a reader of the workbook has before them: a page per sheet, a block per row. */
export const composeWorkbook = (
  { sheets, title }: Workbook,
  { limits, progress }: Pick<ParseContext, 'limits' | 'progress'>,
): ParsedDocumentInput => {
  if (sheets.length > limits.maxPages) {
    throw new DossierError('too_many_pages', { pages: sheets.length, limit: limits.maxPages });
  }
  const parts: string[] = [];
  const blocks: Block[] = [];
  const links: Link[] = [];
  const pages: Page[] = [];
  let length = 0;
  let table = -1;

  const write = (text: string): { charStart: number; charEnd: number } => {
    const charStart = length;
    length += text.length;
    if (length > limits.maxCharacters) throw new DossierError('too_much_text', { limit: limits.maxCharacters });
    parts.push(text);
    return { charStart, charEnd: length };
  };
  const separate = (separator: string): void => {
    if (length > 0) write(separator);
  };

  const writeSheet = (sheet: Sheet, page: number): void => {
    const { columnSpan, rowSpan } = mergesOf(sheet.merges);
    const prefix = sheetPrefix(sheet.name);
    let separator = '\n\n';
    const paragraph = (
      kind: 'paragraph' | 'comment' | 'page-header' | 'page-footer',
      text: string,
      target?: string,
    ): void => {
      if (text === '') return;
      separate(separator);
      separator = '\n\n';
      const span = write(text);
      blocks.push({ kind, page, ...span });
      link(span, target);
    };
    const heading = (text: string, level: number, target?: string): void => {
      separate(separator);
      separator = '\n\n';
      const span = write(text);
      blocks.push({ kind: 'heading', level, page, ...span });
      link(span, target);
    };
    const link = (span: { charStart: number; charEnd: number }, target: string | undefined): void => {
      if (target !== undefined && span.charStart < span.charEnd && links.length < MAX_LINKS)
        links.push({ ...span, target });
    };
    const line = ({ cells }: SheetRow, title: boolean): void => {
      for (const { text, bold, target } of cells) {
        const short = text.length <= MAX_TITLE_LINE && !/[.;,]$/.test(text) && /\p{L}/u.test(text);
        if (short && (bold || title || isShouted(text))) heading(text, 2, target);
        else paragraph('paragraph', text, target);
      }
    };
    const row = ({ row: index, cells }: SheetRow, at: number, header: boolean): void => {
      const start = length;
      const placed: Cell[] = [];
      for (const [position, { column, text, target }] of cells.entries()) {
        if (position > 0) write('\t');
        const span = write(text);
        placed.push({
          ...span,
          column,
          columnSpan: columnSpan(index, column),
          rowSpan: rowSpan(index, column),
          address: `${prefix}${columnLetters(column)}${index + 1}`,
        });
        link(span, target);
      }
      blocks.push({
        kind: 'table-row',
        page,
        charStart: start,
        charEnd: length,
        table,
        row: at,
        header,
        cells: placed,
      });
    };
    let rowsOfTable = 0;
    const region = (read: Region, followed: boolean): void => {
      if (read.kind === 'lines') {
        for (const [index, each] of read.rows.entries()) line(each, followed && index === 0);
        return;
      }
      if (!read.continued) {
        table += 1;
        rowsOfTable = 0;
      }
      for (const [index, each] of read.rows.entries()) {
        separate(separator);
        separator = '\n';
        row(each, rowsOfTable, index < read.headerRows);
        rowsOfTable += 1;
      }
      separator = '\n\n';
    };

    const regions = regionsOf(sheet);
    const first = regions[0]?.rows[0]?.cells[0]?.text;
    paragraph('page-header', sheet.header);
    const named = !DEFAULT_NAME.test(sheet.name) && sheet.name.trim() !== '' && sheet.name !== first;
    if (named && (regions.length > 0 || sheet.boxes.length > 0))
      heading(sheet.name.slice(0, MAX_LABEL).toWellFormed(), 1);
    for (const [index, each] of regions.entries()) region(each, regions[index + 1]?.kind === 'table');
    for (const box of sheet.boxes) paragraph('paragraph', box);
    for (const { row: index, column, text } of sheet.comments) {
      paragraph('comment', `${columnLetters(column)}${index + 1}: ${text}`);
    }
    paragraph('page-footer', sheet.footer);
  };

  for (const [index, sheet] of sheets.entries()) {
    const before = length;
    const blocksBefore = blocks.length;
    const page = { number: index + 1, label: sheet.name.slice(0, MAX_LABEL).toWellFormed(), source: 'text' as const };
    writeSheet(sheet, page.number);
    // The separator belongs to no page.
    const charStart = blocks[blocksBefore]?.charStart ?? before;
    pages.push({ ...page, charStart, charEnd: length });
    progress((index + 1) / sheets.length);
  }
  return {
    text: parts.join(''),
    pages: pages.length > 0 ? pages : [{ number: 1, charStart: 0, charEnd: 0 }],
    blocks,
    links,
    ...(title === undefined ? {} : { title }),
    warnings: sheetWarnings(sheets) satisfies ParseWarning[],
  };
};
