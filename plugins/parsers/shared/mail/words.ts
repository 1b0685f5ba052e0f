import { decodeCharset } from './charset.ts';
import { decodeQuotedPrintable } from './transfer.ts';

/** RFC 2047, section 2; blanks inside are against it and common. */
const WORD = /=\?([^?\s]{1,60})\?([QqBb])\?([^?]*)\?=/g;

type Word = { charset: string; encoding: string; encoded: string };

/**
 * Encoded words (RFC 2047) of an unstructured value as text. Words that follow each other in one character set are put
 * together before they are decoded, because characters are often split between them, against the standard.
 */
export const decodeWords = (value: string): string => {
  if (!value.includes('=?')) return value;
  let text = '';
  let run: Word[] = [];
  let end = 0;
  const flush = (): void => {
    if (run.length > 0) text += decodeRun(run);
    run = [];
  };
  for (const match of value.matchAll(WORD)) {
    const [whole, label = '', encoding = '', encoded = ''] = match;
    const between = value.slice(end, match.index);
    const charset = (label.split('*')[0] ?? '').toLowerCase();
    if (run.length === 0 || between.trim() !== '') {
      flush();
      text += between;
    } else if (run[0]?.charset !== charset) flush();
    run.push({ charset, encoding: encoding.toUpperCase(), encoded });
    end = match.index + whole.length;
  }
  flush();
  return text + value.slice(end);
};

const decodeRun = (words: readonly Word[]): string => {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    // Base64 that was cut without regard to its groups of four goes on in the next word.
    const goesOn = last?.encoding === 'B' && word.encoding === 'B' && !last.encoded.endsWith('=');
    if (last !== undefined && goesOn) last.encoded += word.encoded;
    else joined.push({ ...word });
  }
  const bytes = Buffer.concat(
    joined.map(({ encoding, encoded }) =>
      encoding === 'B'
        ? Buffer.from(encoded, 'base64')
        : decodeQuotedPrintable(Buffer.from(encoded.replace(/_/g, '=20'), 'latin1')),
    ),
  );
  return decodeCharset(bytes, words[0]?.charset).text;
};
