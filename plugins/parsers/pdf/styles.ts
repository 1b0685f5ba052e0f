import type { Direction } from '../shared/layout/word.ts';
import type { Pdfium } from '../shared/pdfium.ts';
import { isUnseen } from './colours.ts';

export type Style = {
  /** Font size in points as displayed. */
  readonly size: number;
  readonly bold: boolean;
  /** Direction in the file's own coordinates, before the page's rotation. */
  readonly direction: Direction;
  readonly invisible: boolean;
  /** White or clear: seen only over something that has a colour. */
  readonly white: boolean;
  /** How far the font reaches above and below its base line, in points; undefined where the font does not say. */
  readonly reach: { readonly above: number; readonly below: number } | undefined;
};

type Font = { readonly bold: boolean; readonly ascent: number; readonly descent: number };

const FILLED = 0;
const STROKED = 2;
const INVISIBLE = 3;

/** Looks a character's style up by its text object, since a page has far fewer objects than characters. */
export class StyleReader {
  readonly #pdfium: Pdfium;
  readonly #textPage: number;
  readonly #fonts = new Map<number, Font>();
  #object = -1;
  #style: Style = { size: 0, bold: false, direction: 0, invisible: false, white: false, reach: undefined };

  constructor(pdfium: Pdfium, textPage: number) {
    this.#pdfium = pdfium;
    this.#textPage = textPage;
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
    let size = this.#pdfium.FPDFText_GetFontSize(this.#textPage, index);
    let direction: Direction = 0;
    if (this.#pdfium.FPDFText_GetMatrix(this.#textPage, index, scratch) !== 0) {
      const at = scratch >> 2;
      const heap = memory.HEAPF32;
      size *= Math.hypot(heap[at + 2] ?? 0, heap[at + 3] ?? 1);
      direction = directionOf(heap[at] ?? 1, heap[at + 1] ?? 0);
    }
    size = Math.abs(size);
    if (object === 0) return { size, bold: false, direction, invisible: false, white: false, reach: undefined };
    const mode = this.#pdfium.FPDFTextObj_GetTextRenderMode(object);
    const font = this.#font(this.#pdfium.FPDFTextObj_GetFont(object));
    const above = font.ascent * size;
    const below = -font.descent * size;
    const plausible = font.ascent > 0.3 && font.ascent < 1.3 && font.descent <= 0 && font.descent > -0.6;
    return {
      size,
      bold: font.bold || mode === STROKED,
      direction,
      invisible: mode === INVISIBLE,
      white: mode === FILLED && isUnseen(this.#pdfium, object),
      reach: plausible ? { above, below } : undefined,
    };
  }

  #font(handle: number): Font {
    let font = this.#fonts.get(handle);
    if (font === undefined) {
      font = handle === 0 ? { bold: false, ascent: 0, descent: 0 } : readFont(this.#pdfium, handle);
      this.#fonts.set(handle, font);
    }
    return font;
  }
}

function readFont(pdfium: Pdfium, handle: number): Font {
  const { scratch, memory } = pdfium;
  pdfium.FPDFFont_GetAscent(handle, 1, scratch);
  const ascent = memory.HEAPF32[scratch >> 2] ?? 0;
  pdfium.FPDFFont_GetDescent(handle, 1, scratch);
  const descent = memory.HEAPF32[scratch >> 2] ?? 0;
  const bold = pdfium.FPDFFont_GetWeight(handle) >= 600 || /bold|black|heavy/i.test(fontName(pdfium, handle));
  return { bold, ascent, descent };
}

function directionOf(a: number, b: number): Direction {
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) > 0.1) return 'oblique';
  return turned(nearest, 0);
}

/** A direction as it looks after the page was turned clockwise by `rotation` quarters. */
export const turned = (direction: number, rotation: number): 0 | 1 | 2 | 3 =>
  ((((direction - rotation) % 4) + 4) % 4) as 0 | 1 | 2 | 3;

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
