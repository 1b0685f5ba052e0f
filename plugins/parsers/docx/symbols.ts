import { codePoint } from 'dingbat-to-unicode';

/** Fonts whose characters are pictures, by their names in small letters as Word writes them. */
const FONTS: ReadonlyMap<string, string> = new Map([
  ['symbol', 'Symbol'],
  ['wingdings', 'Wingdings'],
  ['wingdings 2', 'Wingdings 2'],
  ['wingdings 3', 'Wingdings 3'],
  ['webdings', 'Webdings'],
]);
/** Where Word puts the 256 characters of such a font ([MS-OI29500] 2.1.93). */
const PRIVATE = 0xf000;

/** Boxes and ticks, which forms are made of, as the characters that everybody types for them. */
const TICKS: ReadonlyMap<string, string> = new Map([
  ['Wingdings 6f', '☐'],
  ['Wingdings a8', '☐'],
  ['Wingdings fb', '✗'],
  ['Wingdings fc', '✓'],
  ['Wingdings fd', '☒'],
  ['Wingdings fe', '☑'],
  ['Wingdings 2 4f', '✗'],
  ['Wingdings 2 50', '✓'],
  ['Wingdings 2 51', '☒'],
  ['Wingdings 2 52', '☑'],
  ['Wingdings 2 53', '☒'],
  ['Wingdings 2 54', '☒'],
  ['Wingdings 2 a3', '☐'],
]);

const symbolFont = (font: string | undefined): string | undefined => FONTS.get(font?.toLowerCase() ?? '');

/** What a reader sees of a character in a symbol font; undefined where nobody knows. */
export const symbolOf = (font: string | undefined, code: number): string | undefined => {
  const name = symbolFont(font);
  const own = code >= PRIVATE ? code - PRIVATE : code;
  return name === undefined ? undefined : (TICKS.get(`${name} ${own.toString(16)}`) ?? codePoint(name, own)?.string);
};

/** Text that is set in a symbol font as what it looks like; any other text as it is. */
export const inFont = (text: string, font: string | undefined): string => {
  if (symbolFont(font) === undefined) return text;
  return Array.from(text, (character) => symbolOf(font, character.codePointAt(0) ?? 0) ?? character).join('');
};
