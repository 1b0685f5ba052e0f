/** Text in a Unicode encoding that its first bytes, or the place of its zeros, give away. */
export type UnicodeEncoding = {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';
  readonly marked: boolean;
};

/** Enough to see where the zeros are. */
const PROBE_BYTES = 4096;

export const unicodeEncoding = (bytes: Uint8Array): UnicodeEncoding | undefined => {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return { label: marked, marked: true };
  const seen = byZeros(bytes);
  return seen === undefined ? undefined : { label: seen, marked: false };
};

/** The Unicode Standard, section 23.8. The mark of UTF-32 begins like that of UTF-16. */
const byteOrderMark = (bytes: Uint8Array): UnicodeEncoding['label'] | undefined => {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 && bytes.byteLength % 4 === 0 ? 'utf-32le' : 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  return undefined;
};

/** ASCII is half zeros in UTF-16 and three quarters in UTF-32. */
const byZeros = (bytes: Uint8Array): UnicodeEncoding['label'] | undefined => {
  const length = Math.min(bytes.byteLength, PROBE_BYTES) & ~3;
  const zeros = [0, 0, 0, 0];
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] === 0) zeros[index & 3] = (zeros[index & 3] ?? 0) + 1;
  }
  const share = zeros.map((count) => (length === 0 ? 0 : count / (length / 4)));
  const [first = 0, second = 0, third = 0, fourth = 0] = share;
  if (bytes.byteLength % 4 === 0 && length >= 8) {
    if (first < 0.05 && third > 0.95 && fourth > 0.95 && second > 0.4) return 'utf-32le';
    if (fourth < 0.05 && first > 0.95 && second > 0.95 && third > 0.4) return 'utf-32be';
  }
  const even = (first + third) / 2;
  const odd = (second + fourth) / 2;
  if (odd > 0.4 && even < 0.05) return 'utf-16le';
  if (even > 0.4 && odd < 0.05) return 'utf-16be';
  return undefined;
};

/** UTF-32, which TextDecoder does not know. What is no character, and a cut-off one, becomes U+FFFD. */
export const decodeUtf32 = (bytes: Uint8Array, littleEndian: boolean): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let codes: number[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    if (at === 0 && code === 0xfeff) continue;
    codes.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code);
    if (codes.length === 4096) {
      parts.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  if (bytes.byteLength % 4 !== 0) codes.push(0xfffd);
  parts.push(String.fromCodePoint(...codes));
  return parts.join('');
};
