import { type CsvRecord, csvRecords, type Dialect } from './records.ts';
import { valueKind } from './values.ts';

export type FoundDialect = {
  readonly dialect: Dialect;
  /** Columns that most records have. */
  readonly columns: number;
  /** Share of the records, from the first with that many columns to the last, that have exactly that many. */
  readonly consistency: number;
  /** Offset behind a line "sep=;", which some spreadsheets write first. */
  readonly start: number;
};

const DELIMITERS = ['\t', ',', ';', '|', ':'];
const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_RECORDS = 400;
/** Share of the records that has to have the same number of columns. */
const LEAST_CONSISTENCY = 0.6;
/** Share of all records that has to be of the table: titles above one with a single row are more than it. */
const LEAST_SHARE = 0.3;
/** A colon stands in times and after labels; it parts columns only where all lines agree on three or more. */
const LEAST_COLON_COLUMNS = 3;

/**
 * How the values of a text are separated and quoted: the way in which most lines have the same number of columns and
 * most values are something (numbers, dates, single words). undefined where no way gives columns: prose, or one column.
 */
export const findDialect = (text: string): FoundDialect | undefined => {
  const stated = /^sep=(.)(?:\r\n|\n|\r)/i.exec(text);
  const start = stated?.[0].length ?? 0;
  const end = sampleEnd(text, start);
  const sample = text.slice(start, end);
  const quotes = ['"', ...(/(?:^|[,;\t|]) {0,20}'/m.test(sample) ? ["'"] : [])];
  const escapes = sample.includes('\\"') ? [false, true] : [false];
  let best: (FoundDialect & { score: number }) | undefined;
  for (const delimiter of stated?.[1] === undefined ? DELIMITERS : [stated[1]]) {
    if (!sample.includes(delimiter)) continue;
    for (const quote of quotes) {
      for (const backslash of escapes) {
        const dialect = { delimiter, quote, backslash };
        const measured = measure(text, dialect, start, end);
        if (measured === undefined) continue;
        // Of two that fit alike, the first wins: the order is that of how common they are.
        if (best === undefined || measured.score > best.score + 1e-9) best = { dialect, start, ...measured };
      }
    }
  }
  return best;
};

/** Whole lines only, unless the first one is longer than the sample. */
const sampleEnd = (text: string, start: number): number => {
  if (text.length <= start + SAMPLE_CHARACTERS) return text.length;
  const cut = text.slice(0, start + SAMPLE_CHARACTERS);
  return Math.max(cut.lastIndexOf('\n'), cut.lastIndexOf('\r')) + 1 || cut.length;
};

const measure = (
  text: string,
  dialect: Dialect,
  start: number,
  end: number,
): { columns: number; consistency: number; score: number } | undefined => {
  const records: CsvRecord[] = [];
  for (const record of csvRecords(text, dialect, start, end)) {
    records.push(record);
    if (records.length >= SAMPLE_RECORDS) break;
  }
  const columns = commonest(records.map(({ fields }) => fields.length));
  if (columns < 2) return undefined;
  // Lines above the table and below it are not part of it.
  const fits = ({ fields }: CsvRecord): boolean => fields.length === columns;
  const table = records.slice(records.findIndex(fits), records.findLastIndex(fits) + 1);
  const consistency = table.filter(fits).length / table.length;
  if (consistency < LEAST_CONSISTENCY) return undefined;
  if (dialect.delimiter === ':' && (consistency < 1 || columns < LEAST_COLON_COLUMNS)) return undefined;
  const share = table.length / records.length;
  if (share < LEAST_SHARE || isProse(text, table)) return undefined;
  const score = consistency * consistency * share * meaning(text, table) * (1 - 0.5 / columns);
  return { columns, consistency, score: dialect.delimiter === ':' ? score / 2 : score };
};

/** Sentences with commas: blanks behind most of them, and most lines end as sentences do. */
const isProse = (text: string, records: readonly CsvRecord[]): boolean => {
  const sentences = records.filter(({ charEnd }) => /[.!?:]/.test(text.slice(charEnd - 1, charEnd))).length;
  const values = records.flatMap(({ fields }) => fields.slice(1));
  const spaced = values.filter(({ charStart }) => text[charStart - 1] === ' ').length;
  return sentences * 2 > records.length && spaced * 2 > values.length;
};

/** Most lines have so many columns; of two numbers that are equally common, the larger. */
const commonest = (counts: readonly number[]): number => {
  const times = new Map<number, number>();
  for (const count of counts) if (count > 1) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
};

/** Mean over the values, 0 to 1: a number or a date is one for certain, a sentence hardly. */
const meaning = (text: string, records: readonly CsvRecord[]): number => {
  let sum = 0;
  let count = 0;
  for (const { fields } of records) {
    for (const { charStart, charEnd } of fields) {
      count += 1;
      sum += meaningOf(text.slice(charStart, Math.min(charEnd, charStart + 400)));
    }
  }
  return count === 0 ? 0 : sum / count;
};

const meaningOf = (value: string): number => {
  if (value === '') return 0.6;
  if (valueKind(value) !== 'text') return 1;
  // What still holds another delimiter or an open quote was taken apart in the wrong place.
  if (/[;\t|]/.test(value) || /^["']|["']$/.test(value)) return 0.2;
  const words = value.split(/\s+/).length;
  return words <= 3 ? 0.8 : words <= 12 ? 0.6 : 0.45;
};
