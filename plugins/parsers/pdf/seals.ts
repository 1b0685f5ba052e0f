import type { Note, Word } from '../shared/layout/word.ts';
import type { Pdfium } from '../shared/pdfium.ts';
import type { Filled, Seal } from './annotations.ts';
import { wordsAt, wordsWithin } from './placed-text.ts';
import type { PageView } from './view.ts';
import { readWords } from './words.ts';

const STAMP = 13;
const WIDGET = 20;
const FLATTEN_FOR_DISPLAY = 0;

/**
 * What stamps and signatures say: the words that are drawn for them, or else what the file calls them.
 * The page's annotations become content for that, so nothing else may be read of the page afterwards.
 */
export function readSeals(
  pdfium: Pdfium,
  document: number,
  index: number,
  view: PageView,
  seals: readonly Seal[],
  before: readonly Word[],
): { filled: Filled[]; notes: Note[] } {
  const drawn = drawnWords(pdfium, document, index, view, before);
  const filled: Filled[] = [];
  const notes: Note[] = [];
  for (const seal of seals) {
    const { x, y, width, height } = seal.place;
    const words = drawn.filter((word) => {
      const [atX, atY] = [word.x + word.width / 2, word.y + word.height / 2];
      return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
    });
    if (seal.kind === 'signature') {
      const field = { label: seal.label };
      const signed =
        words.length > 0
          ? words.map((word) => ({ ...word, field }))
          : wordsWithin('(signed)', seal.place, { size: 0, wraps: false }, { field });
      filled.push({ place: seal.place, words: signed });
    } else if (words.length > 0) {
      notes.push({ lines: linesOf(words) });
    } else if (seal.label !== '') {
      notes.push({ lines: wordsAt(seal.label, seal.place) });
    }
  }
  return { filled, notes };
}

/** The words that come on the page when stamps and widgets are drawn on it. */
function drawnWords(
  pdfium: Pdfium,
  document: number,
  index: number,
  view: PageView,
  before: readonly Word[],
): readonly Word[] {
  if (!flatten(pdfium, document, index)) return [];
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return [];
  try {
    const textPage = pdfium.FPDFText_LoadPage(page);
    if (textPage === 0) return [];
    try {
      const known = new Set(before.map(keyOf));
      return readWords(pdfium, textPage, view, () => false).words.filter((word) => !known.has(keyOf(word)));
    } finally {
      pdfium.FPDFText_ClosePage(textPage);
    }
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

function flatten(pdfium: Pdfium, document: number, index: number): boolean {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return false;
  try {
    for (let at = pdfium.FPDFPage_GetAnnotCount(page) - 1; at >= 0; at--) {
      const annotation = pdfium.FPDFPage_GetAnnot(page, at);
      const subtype = annotation === 0 ? 0 : pdfium.FPDFAnnot_GetSubtype(annotation);
      if (annotation !== 0) pdfium.FPDFPage_CloseAnnot(annotation);
      if (subtype !== STAMP && subtype !== WIDGET) pdfium.FPDFPage_RemoveAnnot(page, at);
    }
    const SUCCESS = 1;
    return pdfium.FPDFPage_Flatten(page, FLATTEN_FOR_DISPLAY) === SUCCESS;
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

const keyOf = ({ text, x, y }: Word): string => `${text} ${x.toFixed(1)} ${y.toFixed(1)}`;

function linesOf(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  for (const word of words) {
    const open = lines.at(-1);
    if (open === undefined || word.startsLine) lines.push([word]);
    else open.push(word);
  }
  return lines;
}
