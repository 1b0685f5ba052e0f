import { type DateFormat, type DateParts, dateFormatOf, isoDate, isUnambiguous } from './dates.ts';
import { type CellKind, cellText } from './workbook.ts';

/** SheetJS's formatter of numbers, the part of it that is used here. */
export type Formatter = {
  format(format: string, value: number | string, options?: { date1904: boolean }): string;
  parse_date_code(value: number, options: { date1904: boolean }): DateParts | null;
  is_date(format: string): boolean;
};

export type Shown = { readonly text: string; readonly kind: CellKind };

export type NumberFormats = {
  /** What a cell with this number and this format shows. Dates that could be read in two ways are given as in ISO 8601. */
  number(value: number, format: string): Shown;
  text(value: string, format: string): string;
};

/** Formats of one workbook; `date1904` says from when its days count. */
export const numberFormats = (formatter: Formatter, date1904: boolean): NumberFormats => {
  const options = { date1904 };
  const dates = new Map<string, DateFormat | undefined>();
  const dateOf = (format: string): DateFormat | undefined => {
    if (!dates.has(format)) dates.set(format, formatter.is_date(format) ? dateFormatOf(format) : undefined);
    return dates.get(format);
  };
  /** Formats come with the file: one that cannot be carried out leaves the value as it is. */
  const shown = (value: number | string, format: string): string => {
    try {
      return cellText(formatter.format(format, value, options));
    } catch {
      return cellText(String(value));
    }
  };
  return {
    number: (value, format) => {
      if (!Number.isFinite(value)) return { text: String(value), kind: 'number' };
      if (format === GENERAL) return { text: general(value) ?? shown(value, format), kind: 'number' };
      const date = dateOf(format);
      if (date === undefined)
        return { text: shown(value, format), kind: formatter.is_date(format) ? 'date' : 'number' };
      const parts = formatter.parse_date_code(value, options);
      if (parts === null || value < 0) return { text: String(value), kind: 'number' };
      const text = isUnambiguous(date) ? shown(value, format) : isoDate(parts, date);
      return { text: text === '' ? isoDate(parts, date) : text, kind: 'date' };
    },
    text: (value, format) => (format.includes('@') && format !== '@' ? shown(value, format) : value),
  };
};

export const GENERAL = 'General';

/** Whole numbers are given in full: spreadsheets shorten those of twelve digits and more, which are often numbers of accounts. */
const general = (value: number): string | undefined =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : undefined;
