import { findDialect } from './dialect.ts';
import { csvRecords } from './records.ts';

const LEAST_RECORDS = 4;
const MAX_WORDS = 4;
const MAX_VALUE = 120;

/**
 * Whether a text whose name does not say so is a table of separated values beyond doubt: four lines or more, all with the same
 * number of short values. Prose with commas, lists of addresses, code, JSON and Markdown are not.
 */
export const isPlainlyCsv = (text: string): boolean => {
  const found = findDialect(text);
  if (found === undefined || found.consistency < 1) return false;
  const { dialect, columns, start } = found;
  if (dialect.delimiter === ':' || dialect.delimiter === '|') return false;
  if (columns < (dialect.delimiter === '\t' ? 2 : 3)) return false;
  let records = 0;
  let words = 0;
  let values = 0;
  let spaced = 0;
  let unnamed = 0;
  for (const { fields } of csvRecords(text, dialect, start)) {
    if (fields.length !== columns) return false;
    records += 1;
    for (const [index, { charStart, charEnd }] of fields.entries()) {
      const value = text.slice(charStart, charEnd);
      if (index === 0 && /^[{[<]|^(?:\/\/|[-*•>] )/.test(value)) return false;
      if (value.length > MAX_VALUE && !text.startsWith(dialect.quote, charStart - 1)) return false;
      // Text that is indented by tabs.
      if (index === 0 && value === '') unnamed += 1;
      values += 1;
      words += value === '' ? 0 : value.split(/\s+/).length;
      if (index > 0 && text[charStart - 1] === ' ') spaced += 1;
    }
  }
  return records >= LEAST_RECORDS && unnamed * 2 <= records && words <= values * MAX_WORDS && spaced * 5 <= values;
};
