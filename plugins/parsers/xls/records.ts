import { DossierError } from '../../../core/errors/error.ts';
import type { CellCounter } from '../shared/sheets/cell-counter.ts';

/** What the reader of the cells does not say about a sheet. Places are row * 16384 + column. */
export type SheetFacts = {
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: [first: number, last: number][];
  readonly bold: Set<number>;
  header: string;
  footer: string;
};

/** Numbers of records, and where their fields lie: [MS-XLS] 2.3 and 2.4. */
const BOF = new Set([0x0809, 0x0409, 0x0209, 0x0009]);
const EOF = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const FONT = new Set([0x0031, 0x0231]);
const XF = 0x00e0;
const ROW = 0x0208;
const COLUMN_INFO = 0x007d;
const HEADER = 0x0014;
const FOOTER = 0x0015;
const MULTIPLE_NUMBERS = 0x00bd;
const MULTIPLE_BLANKS = 0x00be;
const BLANK = 0x0201;
/** NUMBER, LABEL, BOOLERR, RK, RSTRING, LABELSST, FORMULA of all versions. */
const FILLED = new Set([0x0203, 0x0204, 0x0205, 0x027e, 0x00d6, 0x00fd, 0x0006, 0x0206, 0x0406]);
const LINK = 0x01b8;
/** HLink, and HLinkTooltip, which has its own number before the corners. */
const LINKS = new Set([LINK, 0x0800]);
const LAST_COLUMN = 255;
const BOLD_WEIGHT = 600;
const ROW_HIDDEN = 0x20;
const COLUMN_HIDDEN = 0x01;
/** The fifth font is left out of the count. */
const MISSING_FONT = 4;
export const PLACE_ROW = 16_384;

/**
 * Goes once through the records of a workbook before anything reads it: counts its cells, finds what protects it, and
 * what its cells look like. By the place of the sheet among the tabs.
 * Throws `encrypted`, `too_many_cells` and `damaged`; what is cut off ends it.
 */
export const surveyRecords = (stream: Uint8Array, counter: CellCounter): ReadonlyMap<number, SheetFacts> => {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const sheets = new Map<number, number>();
  const facts = new Map<number, SheetFacts>();
  const fonts: boolean[] = [];
  const formats: boolean[] = [];
  let current: SheetFacts | undefined;
  let depth = 0;
  let unicode = false;
  const u16 = (at: number): number => (at + 2 <= view.byteLength ? view.getUint16(at, true) : 0);

  const cell = (row: number, column: number, format: number): void => {
    if (current !== undefined && formats[format] === true) current.bold.add(row * PLACE_ROW + column);
  };

  for (let at = 0; at + 4 <= stream.byteLength; ) {
    const type = u16(at);
    const length = u16(at + 2);
    const data = at + 4;
    if (BOF.has(type)) {
      depth += 1;
      unicode = u16(data) >= 0x0600;
      const sheet = sheets.get(at);
      if (depth === 1 && sheet !== undefined) {
        current = { hiddenRows: new Set(), hiddenColumns: [], bold: new Set(), header: '', footer: '' };
        facts.set(sheet, current);
      }
    } else if (type === EOF) {
      depth = Math.max(0, depth - 1);
      if (depth === 0) current = undefined;
    } else if (type === FILE_PASS) throw new DossierError('encrypted');
    else if (type === BOUND_SHEET && data + 4 <= view.byteLength) sheets.set(view.getUint32(data, true), sheets.size);
    else if (FONT.has(type)) fonts.push(u16(data + 6) >= BOLD_WEIGHT);
    else if (type === XF) {
      const font = u16(data);
      formats.push(fonts[font > MISSING_FONT ? font - 1 : font] ?? false);
    } else if (FILLED.has(type)) {
      counter.filled();
      cell(u16(data), u16(data + 2), u16(data + 4));
    } else if (type === MULTIPLE_NUMBERS) {
      for (let place = 0; place * 6 + 6 < length; place += 1) {
        counter.filled();
        cell(u16(data), u16(data + 2) + place, u16(data + 4 + place * 6));
      }
    } else if (type === BLANK) counter.seen();
    else if (type === MULTIPLE_BLANKS) for (let place = 0; place * 2 + 6 < length; place += 1) counter.seen();
    else if (type === ROW && (u16(data + 12) & ROW_HIDDEN) !== 0) current?.hiddenRows.add(u16(data));
    else if (type === COLUMN_INFO && (u16(data + 8) & COLUMN_HIDDEN) !== 0) {
      current?.hiddenColumns.push([u16(data), u16(data + 2)]);
    } else if (type === HEADER && current !== undefined && unicode)
      current.header = unicodeString(stream, data, length);
    else if (type === FOOTER && current !== undefined && unicode) current.footer = unicodeString(stream, data, length);
    else if (LINKS.has(type)) checkLinked(u16, type === LINK ? data : data + 2);
    at = data + length;
  }
  return facts;
};

/** A link names the corners of its cells, which are gone through one by one: they have to be cells of a sheet. */
const checkLinked = (u16: (at: number) => number, at: number): void => {
  const first = u16(at);
  const last = u16(at + 2);
  const left = u16(at + 4);
  const right = u16(at + 6);
  if (last < first || right < left || right > LAST_COLUMN) throw new DossierError('damaged');
};

/** XLUnicodeString ([MS-XLS] 2.5.294): a length, a flag for two bytes each, the characters. */
const unicodeString = (stream: Uint8Array, at: number, length: number): string => {
  if (length < 4 || at + length > stream.byteLength) return '';
  const wide = ((stream[at + 2] ?? 0) & 1) === 1;
  const bytes = stream.subarray(at + 3, at + length);
  return new TextDecoder(wide ? 'utf-16le' : 'windows-1252').decode(bytes);
};
