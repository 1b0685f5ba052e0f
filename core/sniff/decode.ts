import { isAscii, isUtf8 } from 'node:buffer';
import { guessEncoding, guessUtf16 } from './encoding/guess.ts';
import { decodeUtf32, unicodeEncoding } from './encoding/unicode.ts';

/** Text and how it was read. */
export type Decoded = {
  /** Verbatim, only a byte order mark is dropped. */
  readonly text: string;
  /** WHATWG label: "utf-8", "utf-16le", "windows-1252", …; "utf-32le" and "utf-32be" besides. */
  readonly encoding: string;
  /** Characters that could not be read and stand as U+FFFD. */
  readonly replaced: number;
  /** The encoding was told by the letters alone, and from so few signs that another one is nearly as likely. */
  readonly doubtful: boolean;
};

const ESCAPE = 0x1b;
/** RFC 1468: double bytes are announced by one of these, in text that is otherwise ASCII. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
const ISO_2022_JP = /\x1b(?:\$[@B]|\([BJ])/;
/** Sequences of several bytes that are UTF-8 by chance: one may be, two are not. */
const CERTAIN_SEQUENCES = 2;

/**
 * Decodes a text file: by its byte order mark, else as UTF-16 or UTF-32 where zeros show it, else as UTF-8 where all
 * of it is UTF-8, else by the encoding that the file itself declares (HTML, XML, e-mail), else by the encoding in which
 * it reads like a language (`guessEncoding`). The head of a file and the whole of it are decoded alike.
 */
export const decode = (bytes: Uint8Array, declared?: string): Decoded => {
  const unicode = unicodeEncoding(bytes);
  if (unicode !== undefined) return read(bytes, unicode.label);
  const label = declared === undefined ? undefined : knownLabel(declared);
  if (isUtf8(bytes)) {
    const japanese = label === undefined && isIso2022Jp(bytes);
    const declaredOther = label !== undefined && label !== 'utf-8';
    const utf8 = read(bytes, 'utf-8');
    if (japanese) return read(bytes, 'iso-2022-jp');
    if (declaredOther && !isPlainlyUtf8(utf8.text)) return read(bytes, label);
    const wide = guessUtf16(bytes, utf8.text);
    return wide === undefined ? utf8 : read(bytes, wide);
  }
  const utf8 = read(bytes, 'utf-8');
  // A few broken bytes in what is UTF-8 otherwise are better shown as such than all of it misread.
  const others = (utf8.text.match(OTHERS) ?? []).length;
  if (others >= utf8.replaced * 4) return utf8;
  if (label !== undefined && label !== 'utf-8') return read(bytes, label);
  const guess = guessEncoding(bytes);
  return { ...read(bytes, guess.label), doubtful: guess.doubtful };
};

const REPLACEMENT = /\uFFFD/g;
const OTHERS = /[^\p{ASCII}\uFFFD]/gu;

const read = (bytes: Uint8Array, label: string): Decoded => {
  const text = label.startsWith('utf-32')
    ? decodeUtf32(bytes, label.endsWith('le'))
    : new TextDecoder(label).decode(bytes);
  return { text, encoding: label, replaced: (text.match(REPLACEMENT) ?? []).length, doubtful: false };
};

/** ASCII is the same in nearly every encoding: only sequences of several bytes speak for UTF-8 against a declaration. */
const isPlainlyUtf8 = (text: string): boolean => {
  let sequences = 0;
  for (let at = 0; at < text.length && sequences < CERTAIN_SEQUENCES; at += 1)
    if (text.charCodeAt(at) > 0x7f) sequences += 1;
  return sequences >= CERTAIN_SEQUENCES;
};

const isIso2022Jp = (bytes: Uint8Array): boolean =>
  bytes.includes(ESCAPE) && isAscii(bytes) && ISO_2022_JP.test(new TextDecoder().decode(bytes));

/** The label as WHATWG has it; undefined where it names nothing that can be read. */
const knownLabel = (label: string): string | undefined => {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
};
