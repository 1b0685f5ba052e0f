import type { ParseWarning } from '../../../../core/document/parsed.ts';
import type { Sheet } from './workbook.ts';

/** Sheets that are named in one warning; more are counted. */
const NAMED = 10;
const MAX_NAME = 40;

/** What a reader would not see by looking at the file, or would see and not find here. */
export const sheetWarnings = (sheets: readonly Sheet[]): ParseWarning[] => {
  const warnings: ParseWarning[] = [];
  const warn = (code: string, concerned: readonly Sheet[], message: (names: string) => string): void => {
    if (concerned.length > 0) warnings.push({ code, message: message(namesOf(concerned)) });
  };
  warn(
    'hidden-sheet',
    sheets.filter(({ visibility }) => visibility !== 'visible'),
    (names) => `Hidden sheets are read like the others: ${names}.`,
  );
  warn(
    'hidden-cells',
    sheets.filter(({ hiddenCells }) => hiddenCells),
    (names) => `Hidden rows, columns or cells are read like the others, on: ${names}.`,
  );
  warn(
    'chart-sheet',
    sheets.filter(({ kind }) => kind !== 'cells'),
    (names) => `These sheets have no cells, only a chart, a dialog or a macro; what they show is not read: ${names}.`,
  );
  warn(
    'formula-without-result',
    sheets.filter(({ uncalculated }) => uncalculated > 0),
    (names) =>
      `Some formulas were never calculated, so their cells are empty here, on: ${names}. Open the file in a spreadsheet program, save it and ingest it again.`,
  );
  return warnings;
};

const namesOf = (sheets: readonly Sheet[]): string => {
  const names = sheets.slice(0, NAMED).map(({ name }) => `"${name.slice(0, MAX_NAME).toWellFormed()}"`);
  const more = sheets.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};
