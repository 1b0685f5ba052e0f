/** How a file of separated values is written. */
export type Dialect = {
  readonly delimiter: string;
  /** '' where nothing is quoted. */
  readonly quote: string;
  /** A quote inside quotes is written \" and not "" (RFC 4180). */
  readonly backslash: boolean;
};

/** A value: offsets into the text, without its quotes and the white space around it. */
export type Field = { readonly charStart: number; readonly charEnd: number };

/** A line of values; a quoted value may hold line ends, so that it is more than one line of the file. */
export type CsvRecord = {
  readonly charStart: number;
  readonly charEnd: number;
  /** Its place among all records, blank ones counted, from 0: the row on which a spreadsheet program shows it. */
  readonly index: number;
  readonly fields: readonly Field[];
};

/** A quote that is not closed within this is an ordinary character (an inch, an apostrophe). */
const MAX_QUOTED = 65_536;

/** The records of `text` from `start` to `end`, blank lines left out. What is no well-formed value is taken as it stands. */
export function* csvRecords(text: string, dialect: Dialect, start = 0, end = text.length): Generator<CsvRecord> {
  let at = start;
  for (let index = 0; at < end; index += 1) {
    const fields: Field[] = [];
    const charStart = at;
    for (;;) {
      const field = readField(text, at, end, dialect);
      fields.push(field.value);
      at = field.next;
      if (at >= end || text[at] !== dialect.delimiter) break;
      at += 1;
    }
    if (text.slice(charStart, at).trim() !== '') yield { charStart, charEnd: at, index, fields };
    if (at < end) at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
}

const readField = (text: string, start: number, end: number, dialect: Dialect): { value: Field; next: number } => {
  let from = start;
  while (from < end && isBlank(text[from], dialect.delimiter)) from += 1;
  if (dialect.quote !== '' && text[from] === dialect.quote) {
    const close = closingQuote(text, from + 1, end, dialect);
    if (close !== undefined) {
      const next = fieldEnd(text, close + 1, end, dialect.delimiter);
      // Where something follows the closing quote, the quotes are part of the value.
      if (text.slice(close + 1, next).trim() === '') return { value: { charStart: from + 1, charEnd: close }, next };
    }
  }
  const next = fieldEnd(text, from, end, dialect.delimiter);
  let to = next;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return { value: { charStart: from, charEnd: to }, next };
};

const isBlank = (character: string | undefined, delimiter: string): boolean =>
  (character === ' ' || character === '\t' || character === '\u00a0') && character !== delimiter;

const fieldEnd = (text: string, from: number, end: number, delimiter: string): number => {
  let at = from;
  while (at < end && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
};

const closingQuote = (text: string, from: number, end: number, { quote, backslash }: Dialect): number | undefined => {
  const limit = Math.min(end, from + MAX_QUOTED);
  for (let at = from; at < limit; at += 1) {
    if (backslash && text[at] === '\\') at += 1;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote || at + 1 >= end) return at;
      at += 1;
    }
  }
  return undefined;
};
