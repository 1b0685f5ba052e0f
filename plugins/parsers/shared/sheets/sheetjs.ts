import type { CellObject, WorkBook, WorkSheet } from 'xlsx';
import { DossierError } from '../../../../core/errors/error.ts';
import { linkTarget } from '../links.ts';
import { type Formatter, GENERAL, type NumberFormats, numberFormats } from './number-format.ts';
import {
  type CellComment,
  cellText,
  type Range,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type Workbook,
} from './workbook.ts';

/** What is known of a sheet besides its cells. */
export type SheetLooks = {
  readonly header: string;
  readonly footer: string;
  isHidden(row: number, column: number): boolean;
  isBold(row: number, column: number): boolean;
};

const PLAIN: SheetLooks = { header: '', footer: '', isHidden: () => false, isBold: () => false };
const MAX_TITLE = 500;

/**
 * A workbook of a binary format (.xls, .xlsb), read by SheetJS: values without formulas, HTML or styles; what they show
 * is written by the same rules as for XML. `looks` is asked by the place of the sheet. Throws `encrypted`, `damaged`.
 */
export const readByLibrary = async (
  bytes: Uint8Array,
  looks: (sheet: number) => SheetLooks | undefined = () => undefined,
): Promise<Workbook> => {
  const [library, codepages] = await Promise.all([import('xlsx'), import('xlsx/dist/cpexcel.full.mjs')]);
  library.set_cptable(codepages);
  let book: WorkBook;
  try {
    book = library.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: 'buffer',
      dense: true,
      cellHTML: false,
      cellFormula: false,
      cellNF: true,
      cellText: false,
      bookVBA: false,
    });
  } catch (thrown) {
    const protectedByPassword = thrown instanceof Error && /password|encrypt/i.test(thrown.message);
    throw new DossierError(protectedByPassword ? 'encrypted' : 'damaged', {}, { cause: thrown });
  }
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const formats = numberFormats(library.SSF as Formatter, date1904);
  const title = cellText(book.Props?.Title ?? '')
    .slice(0, MAX_TITLE)
    .toWellFormed();
  return {
    ...(title === '' ? {} : { title }),
    sheets: book.SheetNames.map((name, index) => {
      const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
      const visibility = hidden === 2 ? 'very-hidden' : hidden === 1 ? 'hidden' : 'visible';
      const sheet = Object.hasOwn(book.Sheets, name) || name === '__proto__' ? book.Sheets[name] : undefined;
      return { name, visibility, ...readSheet(sheet, formats, looks(index) ?? PLAIN) };
    }),
  };
};

const readSheet = (
  sheet: WorkSheet | undefined,
  formats: NumberFormats,
  { header, footer, isHidden, isBold }: SheetLooks,
): Omit<Sheet, 'name' | 'visibility'> => {
  const rows: SheetRow[] = [];
  const comments: CellComment[] = [];
  let hiddenCells = false;
  for (const [row, places] of (sheet?.['!data'] ?? []).entries()) {
    const cells: SheetCell[] = [];
    for (const [column, cell] of (places ?? []).entries()) {
      if (cell === undefined || cell === null) continue;
      for (const { t: text } of cell.c ?? []) {
        const comment = cellText(String(text ?? ''));
        if (comment !== '') comments.push({ row, column, text: comment });
      }
      const shown = show(cell, formats);
      if (shown === undefined) continue;
      if (shown.hidden || isHidden(row, column)) hiddenCells = true;
      const target = linkTarget(cell.l?.Target);
      const { text, kind } = shown;
      cells.push({ column, text, kind, bold: isBold(row, column), ...(target === undefined ? {} : { target }) });
    }
    if (cells.length > 0) rows.push({ row, cells });
  }
  const merges = (sheet?.['!merges'] ?? []).map(
    ({ s, e }): Range => ({ top: s.r, left: s.c, bottom: Math.max(s.r, e.r), right: Math.max(s.c, e.c) }),
  );
  const chart = (sheet as { '!type'?: string } | undefined)?.['!type'];
  return {
    kind: sheet === undefined ? 'other' : chart === 'chart' ? 'chart' : chart === undefined ? 'cells' : 'other',
    rows,
    merges,
    tables: [],
    filters: [],
    comments,
    boxes: [],
    header,
    footer,
    hiddenCells,
    uncalculated: 0,
  };
};

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

const show = (
  { t: type, v: value, z: code }: CellObject,
  formats: NumberFormats,
): (Pick<SheetCell, 'text' | 'kind'> & { hidden: boolean }) | undefined => {
  const format = typeof code !== 'string' || /^general$/i.test(code) ? GENERAL : code;
  if (value === undefined || value === null) return undefined;
  if (type === 'e') return { text: ERRORS[Number(value)] ?? '#ERROR!', kind: 'error', hidden: false };
  if (type === 'b') return { text: value === true ? 'TRUE' : 'FALSE', kind: 'boolean', hidden: false };
  if (typeof value === 'number') {
    const shown = formats.number(value, format);
    // A format that shows nothing, such as ;;;, hides the value.
    return shown.text === '' ? { text: String(value), kind: 'number', hidden: true } : { ...shown, hidden: false };
  }
  const text = formats.text(cellText(String(value)), format);
  return text === '' ? undefined : { text, kind: 'text', hidden: false };
};
