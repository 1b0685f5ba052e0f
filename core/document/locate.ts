/** Characters that a writer types differently without meaning anything else by it. */
const alike: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
};

/** White space of every kind. */
const spaces =
  '\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF';

/** What a code unit is folded to: looked up for each of a long text's, which a pattern would be slow at. */
const folds = new Map([...Object.entries(alike), ...Array.from(spaces, (space) => [space, ' '] as const)]);

const SOFT_HYPHEN = '\u00AD';

/**
 * Where the quote stands in the text between `from` and `to`, when white space, quotation marks and dashes may differ.
 * Letters, figures and their case may not. Offsets are those of the text; undefined where it does not stand there.
 */
export const locateQuote = (
  text: string,
  quote: string,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | undefined => {
  const wanted = foldQuote(quote);
  if (wanted === '') return undefined;
  const exact = text.indexOf(quote, from);
  if (exact !== -1 && exact + quote.length <= to) return { start: exact, end: exact + quote.length };
  const { folded, offsets } = fold(text, from, to);
  const at = folded.indexOf(wanted);
  if (at === -1) return undefined;
  const start = offsets[at];
  const last = offsets[at + wanted.length - 1];
  return start === undefined || last === undefined ? undefined : { start, end: last + 1 };
};

/** A quote with one form for what a writer types differently without meaning anything else by it: for comparing, not for showing. */
export const foldQuote = (quote: string): string => fold(quote, 0, quote.length).folded;

/** The text with one form for what is alike, and for each of its code units the offset that it came from. */
const fold = (text: string, from: number, to: number): { folded: string; offsets: number[] } => {
  const offsets: number[] = [];
  let folded = '';
  for (let at = from; at < to; at++) {
    const unit = text.charAt(at);
    if (unit === SOFT_HYPHEN) continue;
    const form = folds.get(unit) ?? unit;
    if (form === ' ' && (folded === '' || folded.endsWith(' '))) continue;
    folded += form;
    offsets.push(at);
  }
  if (folded.endsWith(' ')) {
    folded = folded.slice(0, -1);
    offsets.pop();
  }
  return { folded, offsets };
};
