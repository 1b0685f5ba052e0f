import { isIdeograph, isSpace, LINE_END_HYPHEN, readable, SOFT_HYPHEN } from './characters.ts';
import type { PageView } from './file.ts';
import type { Pdfium } from './pdfium.ts';

/** Quarter turns, counter-clockwise, in which a reader sees the word's base line run; 'oblique' is anything between. */
export type Direction = 0 | 1 | 2 | 3 | 'oblique';

export type Word = {
  readonly text: string;
  /** Top left corner and size in points, as a reader sees the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Font size in points as displayed. */
  readonly size: number;
  readonly bold: boolean;
  readonly direction: Direction;
  /** The file's own order has a line's end before this word. */
  readonly startsLine: boolean;
  /** Whether a space separates it from the word before it on the line; not so between ideographs. */
  readonly spaced: boolean;
  /** The word was broken by a soft hyphen, which is not in `text`. */
  readonly softHyphen: boolean;
};

type Style = { size: number; bold: boolean; direction: Direction; invisible: boolean };

const INVISIBLE = 3;

/** The words of a page in the order of the file. `hidden` counts characters that were left out because nothing shows them. */
export function readWords(
  pdfium: Pdfium,
  textPage: number,
  view: PageView,
  shows: (x: number, y: number) => boolean,
): { words: Word[]; hidden: number } {
  const { scratch, memory } = pdfium;
  const count = pdfium.FPDFText_CountChars(textPage);
  const words: Word[] = [];
  const styles = new StyleReader(pdfium, textPage, view.rotation);
  let hidden = 0;
  let startsLine = true;
  let spaced = true;
  let text = '';
  let softHyphen = false;
  let style: Style | undefined;
  let left = 0;
  let bottom = 0;
  let right = 0;
  let top = 0;

  const finish = () => {
    if (text !== '' && style !== undefined) {
      const box = view.toReader(left, bottom, right, top);
      words.push({
        text,
        ...box,
        size: style.size,
        bold: style.bold,
        direction: style.direction,
        startsLine,
        spaced,
        softHyphen,
      });
      startsLine = false;
      spaced = false;
    }
    text = '';
    softHyphen = false;
  };

  for (let index = 0; index < count; index++) {
    const code = pdfium.FPDFText_GetUnicode(textPage, index);
    if (isSpace(code)) {
      finish();
      spaced = true;
      if (code === 0x0a || code === 0x0d) startsLine = true;
      continue;
    }
    if (code === SOFT_HYPHEN) {
      softHyphen = text !== '';
      continue;
    }
    const character = readable(code);
    if (character === '') continue;
    pdfium.FPDFText_GetLooseCharBox(textPage, index, scratch);
    const at = scratch >> 2;
    const heap = memory.HEAPF32;
    // FS_RECTF is left, top, right, bottom; fonts with a flipped matrix swap the pairs.
    const l = Math.min(heap[at] ?? 0, heap[at + 2] ?? 0);
    const r = Math.max(heap[at] ?? 0, heap[at + 2] ?? 0);
    const b = Math.min(heap[at + 1] ?? 0, heap[at + 3] ?? 0);
    const t = Math.max(heap[at + 1] ?? 0, heap[at + 3] ?? 0);
    const looks = styles.at(index);
    if (looks.invisible && !shows((l + r) / 2, (b + t) / 2)) {
      hidden += 1;
      continue;
    }
    if (text !== '' && style !== undefined) {
      const reach = Math.max(style.size, 1);
      const otherLine = Math.max(b - top, bottom - t) > 0;
      const apart = otherLine || Math.max(l - right, left - r) > reach;
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
      left = l;
      right = r;
      bottom = b;
      top = t;
    } else {
      left = Math.min(left, l);
      right = Math.max(right, r);
      bottom = Math.min(bottom, b);
      top = Math.max(top, t);
    }
    text += character;
    if (code === LINE_END_HYPHEN) {
      finish();
      spaced = true;
      startsLine = true;
    }
  }
  finish();
  return { words, hidden };
}

/** Looks a character's style up by its text object, since a page has far fewer objects than characters. */
class StyleReader {
  readonly #pdfium: Pdfium;
  readonly #textPage: number;
  readonly #rotation: number;
  readonly #fonts = new Map<number, boolean>();
  #object = -1;
  #style: Style = { size: 0, bold: false, direction: 0, invisible: false };

  constructor(pdfium: Pdfium, textPage: number, rotation: number) {
    this.#pdfium = pdfium;
    this.#textPage = textPage;
    this.#rotation = rotation;
  }

  at(index: number): Style {
    const object = this.#pdfium.FPDFText_GetTextObject(this.#textPage, index);
    if (object !== this.#object) {
      this.#object = object;
      this.#style = this.#read(index, object);
    }
    return this.#style;
  }

  #read(index: number, object: number): Style {
    const { scratch, memory } = this.#pdfium;
    const fontSize = this.#pdfium.FPDFText_GetFontSize(this.#textPage, index);
    let size = fontSize;
    let direction: Direction = 0;
    if (this.#pdfium.FPDFText_GetMatrix(this.#textPage, index, scratch) !== 0) {
      const at = scratch >> 2;
      const [a = 1, b = 0, c = 0, d = 1] = memory.HEAPF32.subarray(at, at + 4);
      size = fontSize * Math.hypot(c, d);
      direction = directionOf(a, b, this.#rotation);
    }
    const invisible = object !== 0 && this.#pdfium.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE;
    return { size: Math.abs(size), bold: object !== 0 && this.#isBold(object), direction, invisible };
  }

  #isBold(object: number): boolean {
    const font = this.#pdfium.FPDFTextObj_GetFont(object);
    let bold = this.#fonts.get(font);
    if (bold === undefined) {
      bold =
        font !== 0 &&
        (this.#pdfium.FPDFFont_GetWeight(font) >= 600 || /bold|black|heavy/i.test(fontName(this.#pdfium, font)));
      this.#fonts.set(font, bold);
    }
    return bold;
  }
}

function directionOf(a: number, b: number, rotation: number): Direction {
  const quarters = Math.atan2(b, a) / (Math.PI / 2) - rotation;
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) > 0.1) return 'oblique';
  return (((nearest % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}

function fontName(pdfium: Pdfium, font: number): string {
  const size = pdfium.FPDFFont_GetBaseFontName(font, 0, 0);
  if (size <= 1 || size > 4096) return '';
  const buffer = pdfium.malloc(size);
  try {
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size);
    return new TextDecoder().decode(pdfium.memory.HEAPU8.slice(buffer, buffer + size - 1));
  } finally {
    pdfium.free(buffer);
  }
}
