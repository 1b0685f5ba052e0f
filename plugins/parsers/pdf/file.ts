import type { ChildDocument } from '../../../core/document/parsed.ts';
import type { PageOfWords, Word } from '../shared/layout/word.ts';
import type { Raster } from '../shared/ocr/raster.ts';
import type { Pdfium } from '../shared/pdfium.ts';
import { renderPage } from '../shared/render.ts';
import { readAnnotations } from './annotations.ts';
import { Attachments } from './attachments.ts';
import { withoutFilledBlanks } from './blanks.ts';
import { readColoured } from './colours.ts';
import { type Form, openForm } from './forms.ts';
import { linkWords } from './links.ts';
import { largestShare, readPictures } from './pictures.ts';
import { readRules } from './rules.ts';
import { readSeals } from './seals.ts';
import { keyAt, readText } from './strings.ts';
import { type Rectangle, readView } from './view.ts';
import { readWords } from './words.ts';

/** Why PDFium would not open a file. */
export type OpenFailure = 'encrypted' | 'damaged';

export type PdfPage = PageOfWords & {
  /**
   * Characters left out because no reader sees them: beside the page, or drawn invisibly without an image behind them
   * on a page that shows others.
   */
  readonly hiddenCharacters: number;
  /** Characters that are drawn while the file does not say which ones they are. */
  readonly unknownCharacters: number;
  /** Whether anything at all is drawn on the page. */
  readonly hasContent: boolean;
  /** Whether the words are an invisible layer under a picture, as programs that recognize characters lay it. */
  readonly layered: boolean;
  /** How much of the page its largest picture covers, 0 to 1. */
  readonly pictureShare: number;
  /** More notes, fields and links hang on the page than are read. */
  readonly cutAnnotations: boolean;
};

export type PdfFile = {
  readonly pageCount: number;
  /** A text of the file's information dictionary, for example "Title"; '' where there is none. */
  information(name: string): string;
  /** Reads one page, 0-based. undefined where the page cannot be opened. */
  readPage(index: number): PdfPage | undefined;
  /**
   * A page as its reader sees it but for notes and filled fields, so many pixels to the point; 0-based. undefined
   * where the page cannot be drawn.
   */
  drawPage(index: number, pixelsPerPoint: number): Raster | undefined;
  /** The file holds a form of the kind XFA. */
  readonly xfa: boolean;
  /**
   * The files inside the file, and the names of those that do not fit into `maxBytes` together or cannot be read.
   * Those that hang on a page are known once the page was read.
   */
  attachments(): { readonly children: ChildDocument[]; readonly leftOut: readonly string[] };
  /** Frees the file's memory. Calling it twice is fine. */
  close(): void;
};

const PASSWORD_NEEDED = 4;
const UNKNOWN_SECURITY = 5;

/**
 * Opens a file with the empty user password. Close it, also after an error in one of its pages.
 * `maxAttached` is how many bytes the files inside it may have together.
 */
export function openPdf(pdfium: Pdfium, bytes: Uint8Array, maxAttached: number): PdfFile | OpenFailure {
  const buffer = pdfium.malloc(bytes.length);
  if (buffer === 0) throw new RangeError('not enough memory for the file');
  pdfium.memory.HEAPU8.set(bytes, buffer);
  let handle = pdfium.FPDF_LoadMemDocument(buffer, bytes.length, 0);
  if (handle === 0) {
    const error = pdfium.FPDF_GetLastError();
    pdfium.free(buffer);
    return error === PASSWORD_NEEDED || error === UNKNOWN_SECURITY ? 'encrypted' : 'damaged';
  }
  const attachments = new Attachments(pdfium, maxAttached);
  const form = openForm(pdfium, handle);
  return {
    pageCount: pdfium.FPDF_GetPageCount(handle),
    information: (name) =>
      readText(pdfium, (at, bytes) => pdfium.FPDF_GetMetaText(handle, keyAt(pdfium, name), at, bytes)),
    readPage: (index) => readPage({ pdfium, document: handle, form, attachments }, index),
    drawPage: (index, pixelsPerPoint) => drawPage(pdfium, handle, index, pixelsPerPoint),
    xfa: form?.xfa ?? false,
    attachments() {
      attachments.addAll(handle);
      return attachments;
    },
    close() {
      if (handle === 0) return;
      form?.close();
      pdfium.FPDF_CloseDocument(handle);
      pdfium.free(buffer);
      handle = 0;
    },
  };
}

type Source = {
  readonly pdfium: Pdfium;
  readonly document: number;
  readonly form: Form | undefined;
  readonly attachments: Attachments;
};

/** The page as it is printed, then with what was filled in and noted on it. */
function readPage(source: Source, index: number): PdfPage | undefined {
  const { pdfium, document } = source;
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return undefined;
  try {
    const view = readView(pdfium, page);
    const textPage = pdfium.FPDFText_LoadPage(page);
    if (textPage === 0) return undefined;
    try {
      let pictures: readonly Rectangle[] | undefined;
      let coloured: readonly Rectangle[] | undefined;
      let layered = false;
      // Invisible text is what OCR lays under a scan, or what someone hides from people: only the first is kept.
      // White text is a heading on a dark ground, or hidden.
      const shows = (x: number, y: number, how: 'invisible' | 'white') => {
        if (how === 'white') {
          coloured ??= readColoured(pdfium, page);
          return holds(coloured, x, y);
        }
        pictures ??= readPictures(pdfium, page);
        const shown = holds(pictures, x, y);
        layered ||= shown;
        return shown;
      };
      const visible = readWords(pdfium, textPage, view, shows);
      const onlyInvisible = visible.words.length === 0 && visible.hidden > 0;
      const { words: found, hidden, unknown } = onlyInvisible ? readWords(pdfium, textPage, view, () => true) : visible;
      const words = withoutUnknown(found, unknown);
      const hasContent = pdfium.FPDFPage_CountObjects(page) > 0;
      const rules = words.length > 0 ? readRules(pdfium, page, view) : [];
      const { filled, notes, links, seals, cut } = readAnnotations(source, page, view);
      const sealed = seals.length > 0 ? readSeals(pdfium, document, index, view, seals, words) : undefined;
      const allFilled = [...filled, ...(sealed?.filled ?? [])];
      return {
        width: view.width,
        height: view.height,
        words: linkWords([...withoutFilledBlanks(words, allFilled), ...allFilled.flatMap((one) => one.words)], links),
        notes: [...notes, ...(sealed?.notes ?? [])],
        rules,
        hiddenCharacters: hidden,
        unknownCharacters: unknown,
        hasContent,
        layered: layered || onlyInvisible,
        pictureShare: largestShare(pdfium, page, view),
        cutAnnotations: cut,
      };
    } finally {
      pdfium.FPDFText_ClosePage(textPage);
    }
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

/** A page of which most is unknown is one to recognize, not one to search for signs that stand for nothing. */
function withoutUnknown(words: readonly Word[], unknown: number): readonly Word[] {
  const all = unknown === 0 ? 0 : words.reduce((sum, { text }) => sum + text.length, 0);
  return unknown * 2 > all ? words.filter(({ text }) => /[^\ufffd]/.test(text)) : words;
}

const holds = (areas: readonly Rectangle[], x: number, y: number): boolean =>
  areas.some(({ left, right, bottom, top }) => x >= left && x <= right && y >= bottom && y <= top);

function drawPage(pdfium: Pdfium, document: number, index: number, pixelsPerPoint: number): Raster | undefined {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return undefined;
  try {
    const { width, height } = readView(pdfium, page);
    const pixels = (points: number) => Math.max(1, Math.round(points * pixelsPerPoint));
    return renderPage(pdfium, page, { width: pixels(width), height: pixels(height) });
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}
