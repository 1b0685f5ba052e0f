import PDFDocument from 'pdfkit';
import { openPdf } from '../../plugins/parsers/pdf/file.ts';
import type { Raster } from '../../plugins/parsers/shared/ocr/raster.ts';
import { loadPdfium } from '../../plugins/parsers/shared/pdfium.ts';

/** The bytes of the PDF that `set` writes, with pdfkit. */
export const setPdf = async (
  set: (document: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> => {
  const document = new PDFDocument(options);
  const parts: Uint8Array[] = [];
  document.on('data', (part: Uint8Array) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  set(document);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
};

/** The first page of a PDF that we set, as a scanner of so many dots per inch would see it. */
export const pictureOf = async (pdf: Uint8Array, dpi: number): Promise<Raster> => {
  const file = openPdf(await loadPdfium(), pdf, 0);
  if (typeof file === 'string') throw new Error(`A PDF that was just set is ${file}.`);
  const picture = file.drawPage(0, dpi / 72);
  file.close();
  if (picture === undefined) throw new RangeError('not enough memory to draw a page');
  return picture;
};
