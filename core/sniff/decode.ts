/** Text and how it was read. */
export type Decoded = {
  /** Verbatim, only a byte order mark is dropped. */
  readonly text: string;
  /** WHATWG label: "utf-8", "utf-16le", "windows-1252", … */
  readonly encoding: string;
  /** Characters that could not be read and stand as U+FFFD. */
  readonly replaced: number;
};

const REPLACEMENT = /\uFFFD/g;
/** Enough to tell UTF-16 from bytes by its zeros. */
const PROBE_BYTES = 4096;

/**
 * Decodes a text file: by its byte order mark, else as UTF-16 where the zeros of its Latin letters show it, else by
 * the encoding that the file itself declares (HTML), else as UTF-8, and as Windows-1252 what is no UTF-8.
 */
export const decode = (bytes: Uint8Array, declared?: string): Decoded => {
  const marked = byteOrderMark(bytes) ?? zerosOfUtf16(bytes);
  if (marked !== undefined) return read(bytes, marked);
  if (declared !== undefined && isKnown(declared)) return read(bytes, declared);
  const utf8 = read(bytes, 'utf-8');
  if (utf8.replaced === 0) return utf8;
  // A few broken bytes in what is UTF-8 otherwise are better shown as such than all of it misread.
  const others = (utf8.text.match(/[^\p{ASCII}\uFFFD]/gu) ?? []).length;
  return others >= utf8.replaced * 4 ? utf8 : read(bytes, 'windows-1252');
};

const read = (bytes: Uint8Array, label: string): Decoded => {
  const decoder = new TextDecoder(label);
  const text = decoder.decode(bytes);
  return { text, encoding: decoder.encoding, replaced: (text.match(REPLACEMENT) ?? []).length };
};

const byteOrderMark = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
};

const zerosOfUtf16 = (bytes: Uint8Array): string | undefined => {
  const length = Math.min(bytes.byteLength, PROBE_BYTES) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
};

const isKnown = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
};
