import PDFDocument from 'pdfkit';
import { createRandom } from '../../bench/material/random.ts';
import { loadPdfium } from '../../plugins/parsers/shared/pdfium.ts';
import { renderPage } from '../../plugins/parsers/shared/render.ts';
import { bilevelPng } from './png.ts';
import type { powerLetter } from './power-letter.ts';

/** US letter in points, and the resolution of an office scanner's usual setting. */
const WIDTH = 612;
const HEIGHT = 792;
const DPI = 200;
/** How far the sheet lay askew on the glass, degrees clockwise, and how dark a point must be to be printed. */
const SKEW = 0.7;
const THRESHOLD = 150;
/** One point in so many is dust. */
const DUST = 6000;

/** A letter as a scanner gives it: points that are black or white, a little askew, with dust. The same bytes each time. */
export async function scannedLetter(letter: typeof powerLetter): Promise<Uint8Array> {
  const width = Math.round((WIDTH * DPI) / 72);
  const height = Math.round((HEIGHT * DPI) / 72);
  const page = await drawn(await letterPdf(letter), width, height);
  const random = createRandom(20261116);
  const [sine, cosine] = [Math.sin((SKEW * Math.PI) / 180), Math.cos((SKEW * Math.PI) / 180)];
  const isBlack = (x: number, y: number): boolean => {
    if (random.below(DUST) === 0) return true;
    const [across, down] = [x - width / 2, y - height / 2];
    const column = Math.round(across * cosine + down * sine + width / 2);
    const row = Math.round(down * cosine - across * sine + height / 2);
    const inside = column >= 0 && column < width && row >= 0 && row < height;
    return inside && (page[row * width + column] ?? 255) < THRESHOLD;
  };
  return bilevelPng({ width, height, dotsPerInch: DPI, isBlack });
}

async function drawn(pdf: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const pdfium = await loadPdfium();
  const buffer = pdfium.malloc(pdf.length);
  pdfium.memory.HEAPU8.set(pdf, buffer);
  const document = pdfium.FPDF_LoadMemDocument(buffer, pdf.length, 0);
  const page = pdfium.FPDF_LoadPage(document, 0);
  const raster = renderPage(pdfium, page, { width, height });
  pdfium.FPDF_ClosePage(page);
  pdfium.FPDF_CloseDocument(document);
  pdfium.free(buffer);
  if (raster === undefined) throw new Error('not enough memory for the page');
  return raster.data;
}

async function letterPdf(letter: typeof powerLetter): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'LETTER', margins: { left: 80, right: 80, top: 64, bottom: 64 } });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  const [name, ...contact] = letter.letterhead;
  document.font('Times-Bold').fontSize(16).text(name);
  document.font('Times-Roman').fontSize(10).text(contact.join(' · ')).moveDown(2.5);
  document.fontSize(12).text(letter.date).moveDown(1.5).text(letter.addressee.join('\n')).moveDown(2);
  document.font('Times-Bold').text(letter.subject);
  document.font('Times-Roman').text(letter.reference).moveDown(1.2);
  for (const paragraph of letter.paragraphs) document.text(paragraph, { lineGap: 2 }).moveDown(0.8);
  document.moveDown(2).text(letter.signature.join('\n'));
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
