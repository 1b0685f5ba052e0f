import type { CellCounter } from '../shared/sheets/cell-counter.ts';
import type { OfficePackage } from './package.ts';

/** BrtCellBlank to BrtFmlaError, the short forms of cells, BrtCellRString ([MS-XLSB] 2.3.2). */
const BLANKS = new Set([1, 12]);
const LAST_CELL = 18;
const RICH_CELL = 62;
/** BrtHLink: the library makes every cell that it covers. */
const LINK = 494;

/** Counts the cells of the binary sheets of an .xlsb file before anything reads them. Throws `too_many_cells`. */
export const countBinaryCells = (file: OfficePackage, main: string, counter: CellCounter): void => {
  for (const { type, external, target } of file.relationships(main)) {
    if (type === 'worksheet' && !external) countCells(file.bytes(target) ?? new Uint8Array(), counter);
  }
};

/** A record is its number in one or two bytes, its length in up to four of seven bits each, and its contents ([MS-XLSB] 2.1.4). */
const countCells = (sheet: Uint8Array, counter: CellCounter): void => {
  let at = 0;
  while (at < sheet.byteLength) {
    let type = sheet[at] ?? 0;
    at += 1;
    if (type >= 0x80) {
      type = (type & 0x7f) | ((sheet[at] ?? 0) << 7);
      at += 1;
    }
    let length = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = sheet[at] ?? 0;
      at += 1;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (BLANKS.has(type)) counter.seen();
    else if ((type > 0 && type <= LAST_CELL) || type === RICH_CELL) counter.filled();
    else if (type === LINK && length >= 16) countLinked(sheet, at, counter);
    at += length;
  }
};

const countLinked = (sheet: Uint8Array, at: number, counter: CellCounter): void => {
  const view = new DataView(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  if (at + 16 > sheet.byteLength) return;
  const [top, bottom, left, right] = [0, 4, 8, 12].map((field) => view.getUint32(at + field, true));
  const cells = ((bottom ?? 0) - (top ?? 0) + 1) * ((right ?? 0) - (left ?? 0) + 1);
  for (let cell = 0; cell < cells; cell += 1) counter.seen();
};
