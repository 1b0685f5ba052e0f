import { isIdeograph, isRightToLeft } from '../shared/layout/scripts.ts';
import type { Word } from '../shared/layout/word.ts';
import type { Pdfium } from '../shared/pdfium.ts';
import { isSpace, LINE_END_HYPHEN, readable, SOFT_HYPHEN } from './characters.ts';
import { type Style, StyleReader, turned } from './styles.ts';
import type { PageView } from './view.ts';

/** A rectangle in the file's coordinates: points, y growing upwards. */
type Extent = { left: number; bottom: number; right: number; top: number };

/** Stands for a sign that is drawn while the file does not say which one: an amount without its minus would be another amount. */
const UNKNOWN = '\ufffd';

/**
 * The words of a page in the order of the file. `hidden` counts characters that were left out because nothing shows
 * them, `unknown` those that are drawn but not named.
 */
export function readWords(
  pdfium: Pdfium,
  textPage: number,
  view: PageView,
  shows: (x: number, y: number, how: 'invisible' | 'white') => boolean,
): { words: Word[]; hidden: number; unknown: number } {
  const count = pdfium.FPDFText_CountChars(textPage);
  const styles = new StyleReader(pdfium, textPage);
  const words: Word[] = [];
  const box: Extent = { left: 0, bottom: 0, right: 0, top: 0 };
  const glyph: Extent = { left: 0, bottom: 0, right: 0, top: 0 };
  let hidden = 0;
  let unknown = 0;
  let startsLine = true;
  let spaced = true;
  let text = '';
  let softHyphen = false;
  /** A mark that stands before the letter it belongs to. */
  let mark = '';
  let style: Style | undefined;
  let firstGlyph = 0;
  let [lastLeft, lastRight] = [NaN, NaN];

  const at = (index: number): string =>
    index < count ? String.fromCodePoint(pdfium.FPDFText_GetUnicode(textPage, index) & 0xffff) : '';
  const finish = () => {
    text += text === '' ? '' : mark;
    mark = '';
    if (text !== '' && style !== undefined) {
      const { bold, direction } = style;
      const size = sizeIn(style, box);
      if (size === style.size) fitToFont(pdfium, textPage, firstGlyph, style, box);
      const seen = direction === 'oblique' ? direction : turned(direction, view.rotation);
      const place = view.toReader(box);
      if (isOnPage(place, view)) {
        words.push({ text, ...place, size, bold, direction: seen, startsLine, spaced, softHyphen });
        startsLine = false;
        spaced = false;
      } else {
        hidden += text.length;
      }
    }
    text = '';
    softHyphen = false;
  };

  for (let index = 0; index < count; index++) {
    const code = pdfium.FPDFText_GetUnicode(textPage, index);
    const sign = code < 0x20 && pdfium.FPDFText_HasUnicodeMapError(textPage, index) === 1;
    const drawn = sign && isDrawn(pdfium, textPage, index);
    if (drawn) unknown += 1;
    if (!drawn && (sign || isSpace(code))) {
      // A mark above an Arabic letter stands a little apart, and before its letter: that is no end of a word.
      if (code === 0x20 && text !== '' && MARK.test(at(index + 1)) && isRightToLeft(text)) {
        mark = at(index + 1);
        index += 1;
        continue;
      }
      finish();
      spaced = true;
      if (!sign && (code === 0x0a || code === 0x0d)) startsLine = true;
      continue;
    }
    if (code === SOFT_HYPHEN) {
      softHyphen = text !== '';
      continue;
    }
    const character = drawn ? UNKNOWN : readable(code);
    if (character === '') continue;
    readBox(pdfium, textPage, index, glyph);
    const inOneGlyph = code === LAM && ALEF.test(text) && glyph.left === lastLeft && glyph.right === lastRight;
    [lastLeft, lastRight] = [glyph.left, glyph.right];
    const looks = styles.at(index);
    const how = looks.invisible ? 'invisible' : looks.white ? 'white' : undefined;
    if (how !== undefined && !shows((glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2, how)) {
      hidden += 1;
      continue;
    }
    if (text !== '' && style !== undefined) {
      const size = Math.max(sizeIn(style, glyph), 1);
      const sideways = style.direction === 1 || style.direction === 3;
      const across = Math.max(glyph.left - box.right, box.left - glyph.right);
      const upwards = Math.max(glyph.bottom - box.top, box.bottom - glyph.top);
      const otherLine = (sideways ? across : upwards) > 0.2 * size;
      const apart = otherLine || Math.max(across, upwards) > size;
      const ideographs = isIdeograph(code) || isIdeograph(text.codePointAt(0) ?? 0);
      if (apart || ideographs || style.direction !== looks.direction) {
        finish();
        spaced = apart;
        startsLine = otherLine;
      } else {
        softHyphen = false;
      }
    }
    if (text === '') {
      style = looks;
      firstGlyph = index;
      Object.assign(box, glyph);
    } else {
      box.left = Math.min(box.left, glyph.left);
      box.right = Math.max(box.right, glyph.right);
      box.bottom = Math.min(box.bottom, glyph.bottom);
      box.top = Math.max(box.top, glyph.top);
    }
    text = (inOneGlyph ? beforeLast(text, character) : text + character) + mark;
    mark = '';
    if (code === LINE_END_HYPHEN && !drawn) {
      finish();
      spaced = true;
      startsLine = true;
    }
  }
  finish();
  return { words, hidden, unknown };
}

/** Short vowels and doubling. */
const MARK = /^[\u064b-\u065f\u0670]$/;
const LAM = 0x644;
const ALEF = /[\u0622\u0623\u0625\u0627]$/;

/** Lam and alef are one glyph, of which PDFium gives the letters from left to right as it does for Latin ones. */
const beforeLast = (text: string, letter: string): string => `${text.slice(0, -1)}${letter}${text.slice(-1)}`;

/** Whether a glyph leaves a mark. A blank one has a box of no size, or none of its own and so that of the whole font. */
function isDrawn(pdfium: Pdfium, textPage: number, index: number): boolean {
  const { scratch, memory } = pdfium;
  if (pdfium.FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24) === 0) return false;
  const at = scratch >> 3;
  const heap = memory.HEAPF64;
  const [left, right, bottom, top] = [heap[at] ?? 0, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 0];
  const advance: Extent = { left: 0, bottom: 0, right: 0, top: 0 };
  readBox(pdfium, textPage, index, advance);
  const [width, height] = [Math.abs(right - left), Math.abs(top - bottom)];
  const room = Math.max(advance.right - advance.left, advance.top - advance.bottom);
  return Math.max(width, height) > 0.2 && width <= 1.5 * room;
}

function isOnPage(box: { x: number; y: number; width: number; height: number }, view: PageView): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return x >= 0 && y >= 0 && x <= view.width && y <= view.height;
}

function readBox(pdfium: Pdfium, textPage: number, index: number, into: Extent): void {
  pdfium.FPDFText_GetLooseCharBox(textPage, index, pdfium.scratch);
  const at = pdfium.scratch >> 2;
  const heap = pdfium.memory.HEAPF32;
  // FS_RECTF is left, top, right, bottom; a mirrored text matrix swaps the pairs.
  const [left, top, right, bottom] = [heap[at] ?? 0, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 0];
  into.left = Math.min(left, right);
  into.right = Math.max(left, right);
  into.bottom = Math.min(bottom, top);
  into.top = Math.max(bottom, top);
}

/** The font size; or, where the font has units of its own (Type 3) and the size says nothing, one that fits the box. */
function sizeIn(style: Style, box: Extent): number {
  const sideways = style.direction === 1 || style.direction === 3;
  const height = sideways ? box.right - box.left : box.top - box.bottom;
  return height > style.size * 2.5 || height < style.size * 0.4 ? height / 1.2 : style.size;
}

/** PDFium's loose boxes are as high as the tallest glyph of the font; ascent and descent fit what is printed. */
function fitToFont(pdfium: Pdfium, textPage: number, index: number, style: Style, box: Extent): void {
  const { reach, direction } = style;
  if (reach === undefined || direction === 'oblique') return;
  const { scratch } = pdfium;
  pdfium.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8);
  const at = scratch >> 3;
  const x = pdfium.memory.HEAPF64[at] ?? 0;
  const y = pdfium.memory.HEAPF64[at + 1] ?? 0;
  if (direction === 0) [box.bottom, box.top] = [y - reach.below, y + reach.above];
  else if (direction === 1) [box.left, box.right] = [x - reach.above, x + reach.below];
  else if (direction === 2) [box.bottom, box.top] = [y - reach.above, y + reach.below];
  else [box.left, box.right] = [x - reach.below, x + reach.above];
}
