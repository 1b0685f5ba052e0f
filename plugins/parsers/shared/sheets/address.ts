import type { Range } from './workbook.ts';

/** The largest sheet: 16,384 columns (XFD), 1,048,576 rows. */
export const MAX_COLUMNS = 16_384;
export const MAX_ROWS = 1_048_576;

const letters: string[] = [];

/** 0 is A, 26 is AA. */
export const columnLetters = (column: number): string => {
  let name = letters[column];
  if (name === undefined) {
    name = '';
    for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
      name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    }
    letters[column] = name;
  }
  return name;
};

/** "C7" or "$C$7"; undefined for what is no cell of a sheet. */
export const parseAddress = (address: string): { row: number; column: number } | undefined => {
  const match = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/i.exec(address);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row >= 1 && row <= MAX_ROWS && column <= MAX_COLUMNS ? { row: row - 1, column: column - 1 } : undefined;
};

/** The column of "C7" alone, for sheets with millions of cells; NaN for what is no address. */
export const columnOfAddress = (address: string): number => {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return at > 0 && at <= 3 && at < address.length && column <= MAX_COLUMNS ? column - 1 : Number.NaN;
};

/** "A1:C7" or a single cell. */
export const parseRange = (reference: string): Range | undefined => {
  const [first = '', last = first] = reference.split(':');
  const from = parseAddress(first);
  const to = parseAddress(last);
  if (from === undefined || to === undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
};

/** "Fees!" or "'Fees 2025'!", as formulas write the name of a sheet. */
export const sheetPrefix = (name: string): string => {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseAddress(name) === undefined;
  return plain ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
};
