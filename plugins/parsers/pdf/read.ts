import type { ParsedDocumentInput, ParseWarning } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseContext } from '../../../core/ports/parser.ts';
import { compose } from '../shared/layout/compose.ts';
import { layOut } from '../shared/layout/layout.ts';
import { discardPdfium, loadPdfium } from '../shared/pdfium.ts';
import { openPdf, type PdfFile, type PdfPage } from './file.ts';
import { withHeader } from './header.ts';
import { pageList } from './page-list.ts';
import { createScans } from './scans.ts';
import { titleFrom } from './title.ts';

/** Names of attachments in one warning. */
const MAX_NAMED = 10;

export async function readPdf(bytes: Uint8Array, context: ParseContext): Promise<ParsedDocumentInput> {
  const { limits } = context;
  if (bytes.length === 0) throw new DossierError('empty');
  if (bytes.length > limits.maxBytes) {
    throw new DossierError('too_large', { bytes: bytes.length, limit: limits.maxBytes });
  }
  try {
    const { bytes: whole, headless } = withHeader(bytes);
    const file = openPdf(await loadPdfium(), whole, limits.maxUnpackedBytes);
    if (file === 'encrypted' || file === 'damaged') throw new DossierError(file);
    try {
      const document = await read(file, context);
      return headless ? { ...document, warnings: [HEADLESS, ...(document.warnings ?? [])] } : document;
    } finally {
      file.close();
    }
  } catch (thrown) {
    if (thrown instanceof DossierError) throw thrown;
    // PDFium trapped or ran out of memory over this file.
    discardPdfium();
    throw new DossierError('damaged', {}, { cause: thrown });
  }
}

/** Stands for a page that cannot be read. */
const NOTHING: PdfPage = {
  width: 0,
  height: 0,
  words: [],
  hiddenCharacters: 0,
  unknownCharacters: 0,
  hasContent: false,
  layered: false,
  pictureShare: 0,
  cutAnnotations: false,
};

const HEADLESS: ParseWarning = {
  code: 'lost-header',
  message: 'The file has lost its beginning. What could be found in it was read.',
};

async function read(file: PdfFile, context: ParseContext): Promise<ParsedDocumentInput> {
  const { maxPages, maxCharacters } = context.limits;
  const { pageCount } = file;
  if (pageCount === 0) throw new DossierError('damaged');
  if (pageCount > maxPages) throw new DossierError('too_many_pages', { pages: pageCount, limit: maxPages });
  const pages: PdfPage[] = [];
  const unreadable: number[] = [];
  const scans = createScans(file, context);
  let characters = 0;
  for (let index = 0; index < pageCount; index++) {
    const asFiled = file.readPage(index);
    if (asFiled === undefined) unreadable.push(index + 1);
    const page = asFiled === undefined ? undefined : await scans.complete(index, asFiled);
    pages.push(page ?? NOTHING);
    for (const word of page?.words ?? []) characters += word.text.length + 1;
    for (const word of (page?.notes ?? []).flatMap(({ lines }) => lines.flat())) characters += word.text.length + 1;
    if (characters > maxCharacters) throw new DossierError('too_much_text', { limit: maxCharacters });
    context.progress((index + 1) / pageCount);
  }
  if (unreadable.length === pageCount) throw new DossierError('damaged');
  const title = titleFrom(file.information('Title'));
  const { children, leftOut } = file.attachments();
  return {
    ...compose(pages, layOut(pages)),
    ...(title === undefined ? {} : { title }),
    children,
    warnings: [...scans.warnings(), ...warningsOf(pages, unreadable), ...warningsOfFile(file.xfa, leftOut)],
  };
}

function warningsOf(pages: readonly PdfPage[], unreadable: readonly number[]): ParseWarning[] {
  const numbers = (wanted: (page: PdfPage) => boolean) =>
    pages.flatMap((page, index) => (wanted(page) ? [index + 1] : []));
  const warnings: ParseWarning[] = [];
  const warn = (code: string, affected: readonly number[], message: string) => {
    if (affected.length > 0) warnings.push({ code, message: `${message} ${pageList(affected)}.` });
  };
  warn(
    'invisible-text',
    numbers((page) => page.hiddenCharacters > 0),
    'Text that no reader can see was left out on',
  );
  warn(
    'unknown-characters',
    numbers((page) => page.unknownCharacters > 0),
    'The file does not say which characters are drawn in some places, which read � or are left out, on',
  );
  const isBlank = (page: PdfPage) => !page.hasContent && page.words.length === 0 && (page.notes ?? []).length === 0;
  if (pages.every(isBlank)) {
    const blank = numbers(() => true).filter((number) => !unreadable.includes(number));
    warn('blank', blank, 'There is nothing on');
  }
  warn('unreadable-page', unreadable, 'The file is damaged on');
  warn(
    'annotations-left-out',
    numbers((page) => page.cutAnnotations),
    'There are more notes, fields and links than are read on',
  );
  return warnings;
}

function warningsOfFile(xfa: boolean, leftOut: readonly string[]): ParseWarning[] {
  const warnings: ParseWarning[] = [];
  if (xfa) {
    const message = 'The file holds a form of the kind XFA: what Adobe Reader shows of it may not all be in the text.';
    warnings.push({ code: 'xfa-form', message });
  }
  if (leftOut.length > 0) {
    const named = leftOut.slice(0, MAX_NAMED).map((name) => `"${name.slice(0, 80)}"`);
    const more = leftOut.length > MAX_NAMED ? ` and ${leftOut.length - MAX_NAMED} more` : '';
    const message = `Attachments that are too large or cannot be read were left out: ${named.join(', ')}${more}.`;
    warnings.push({ code: 'attachments-left-out', message });
  }
  return warnings;
}
