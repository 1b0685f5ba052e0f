import { setPdf } from '../../../../bench/material/pdf.ts';
import { type ParsedDocument, parsedDocumentSchema } from '../../../../core/document/parsed.ts';
import type { ParseLimits } from '../../../../core/ports/parser.ts';
import { pdfParser } from '../../../../plugins/parsers/pdf.ts';
import { parseContext, parseLimits } from '../../../contracts/parser.ts';

export type Draw = (document: PDFKit.PDFDocument) => void;

/** A PDF that is drawn in the test: US letter, 12 point Helvetica, nothing on it yet. */
export const makePdf = (draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> =>
  setPdf((document) => draw(document.fontSize(12)), { size: 'LETTER', margin: 0, ...options });

/** Draws lines one below the other, exactly where told and without wrapping. */
export function lines(document: PDFKit.PDFDocument, texts: readonly string[], x: number, y: number, pitch = 14): void {
  texts.forEach((text, index) => {
    document.text(text, x, y + index * pitch, { lineBreak: false });
  });
}

export async function parsePdf(
  bytes: Uint8Array,
  options: { limits?: Partial<ParseLimits>; progress?: (fraction: number) => void } = {},
): Promise<ParsedDocument> {
  const context = {
    ...parseContext,
    name: 'test.pdf',
    limits: { ...parseLimits, ...options.limits },
    ...(options.progress === undefined ? {} : { progress: options.progress }),
  };
  return parsedDocumentSchema.parse(await pdfParser.parse(bytes, context));
}

/** Blocks as "kind text", a heading with its level. */
export const outline = (parsed: ParsedDocument): string[] =>
  parsed.blocks.map((block) => {
    const kind = block.kind === 'heading' ? `heading${block.level}` : block.kind;
    return `${kind}: ${parsed.text.slice(block.charStart, block.charEnd)}`;
  });

/** Every word with the text at its place. */
export function wordsOn(
  parsed: ParsedDocument,
  page: number,
): { text: string; x: number; y: number; width: number; height: number }[] {
  const flat = parsed.pages[page - 1]?.words ?? [];
  return Array.from({ length: flat.length / 6 }, (_, index) => {
    const [start = 0, end = 0, x = 0, y = 0, width = 0, height = 0] = flat.slice(index * 6, index * 6 + 6);
    return { text: parsed.text.slice(start, end), x, y, width, height };
  });
}

/** What must hold for every parsed PDF; the first breach as a sentence, undefined where there is none. */
export function breach(parsed: ParsedDocument): string | undefined {
  let end = 0;
  for (const page of parsed.pages) {
    if (page.charStart < end || page.charEnd < page.charStart) return `page ${page.number} overlaps`;
    end = page.charEnd;
    const flat = page.words ?? [];
    let after = page.charStart;
    let inWords = '';
    for (let at = 0; at < flat.length; at += 6) {
      const [from = 0, to = 0, x = 0, y = 0, width = 0, height = 0] = flat.slice(at, at + 6);
      const word = parsed.text.slice(from, to);
      if (from < after || to > page.charEnd || word === '' || /\s/.test(word))
        return `word ${at / 6} of page ${page.number}`;
      if (width <= 0 || height <= 0) return `box of ${word}`;
      if (x < -1 || y < -1 || x + width > (page.width ?? 0) + 1 || y + height > (page.height ?? 0) + 1)
        return `${word} is off the page`;
      after = to;
      inWords += word;
    }
    const inPage = parsed.text.slice(page.charStart, page.charEnd).replace(/\s/g, '');
    // A field that has no printed label is named by words that are nowhere on the page.
    const named = parsed.blocks.some((block) => block.kind === 'form-field' && block.page === page.number);
    if (inPage !== inWords && !named) return `page ${page.number} has text that is in no word`;
  }
  let last = 0;
  for (const block of parsed.blocks) {
    const page = parsed.pages[block.page - 1];
    if (block.charStart < last || block.charEnd <= block.charStart) return `a ${block.kind} overlaps`;
    // Only a sentence may run over the end of its page, on to the next one.
    const runsOn = block.kind === 'paragraph' || block.kind === 'list-item';
    const lastPage = runsOn ? (parsed.pages[block.page] ?? page) : page;
    if (page === undefined || block.charStart < page.charStart || block.charEnd > (lastPage?.charEnd ?? 0))
      return `a ${block.kind} leaves its page`;
    last = block.charEnd;
  }
  return undefined;
}
