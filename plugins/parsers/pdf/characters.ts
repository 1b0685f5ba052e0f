/**
 * U+FB00 to U+FB06, the Armenian ones, and the shapes that Arabic letters take in words: printed as one glyph, searched
 * as letters. Other compatibility forms stay.
 */
const isLigature = (code: number): boolean =>
  (code >= 0xfb00 && code <= 0xfb06) ||
  (code >= 0xfb13 && code <= 0xfb17) ||
  (code >= 0xfb50 && code <= 0xfbff) ||
  (code >= 0xfe80 && code <= 0xfefc);

/** The private-use codes that Symbol and Wingdings give to bullets, in nearly every export of a word processor. */
const SYMBOL_BULLETS = new Set([0xf0a7, 0xf0a8, 0xf0b7, 0xf0d8, 0xf0fc]);

export const SOFT_HYPHEN = 0xad;
/** What PDFium writes for a hyphen that it takes for one at a line's end. */
export const LINE_END_HYPHEN = 0x02;

export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x3000 ||
  code === 0x202f ||
  code === 0x2028 ||
  code === 0x2029;

/**
 * Characters that a reader never sees: controls, byte-order marks, zero-width spaces, direction overrides,
 * and the tag characters in which instructions can be hidden from people. The joiners U+200C and U+200D stay: scripts need them.
 */
const isUnseen = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code <= 0x9f) ||
  code === 0x200b ||
  code === 0xfeff ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  (code >= 0xfff9 && code <= 0xffff) ||
  (code >= 0xe0000 && code <= 0xe007f) ||
  code > 0x10ffff;

/** The text of one character code that is neither a space nor a soft hyphen; '' where a reader sees nothing. */
export function readable(code: number): string {
  if (code === LINE_END_HYPHEN) return '-';
  if (isUnseen(code)) return '';
  if (SYMBOL_BULLETS.has(code)) return '•';
  const character = String.fromCodePoint(code);
  return isLigature(code) ? character.normalize('NFKC') : character;
}
