import type { Raster } from '../../../../../plugins/parsers/shared/ocr/raster.ts';
import { loadPdfium } from '../../../../../plugins/parsers/shared/pdfium.ts';
import { renderPage } from '../../../../../plugins/parsers/shared/render.ts';
import { makePdf } from '../../pdf/fixtures.ts';

export const RENT = 'Rent is due on the first day of each month. Notice must be given in writing.';
export const RENT_LINES = ['Rent is due on the first day of each month.', 'Notice must be given in writing.'];
/** Size of the sheet that holds them, in points. */
const SHEET: [number, number] = [290, 58];

/** Two lines of 12 point Helvetica on a small sheet, as a scanner of so many dots per inch would see them. */
export const rentPicture = async (dpi = 150): Promise<Raster> =>
  draw(
    await makePdf((document) => void document.text(RENT_LINES.join('\n'), 14, 12, { lineGap: 0 }), { size: SHEET }),
    dpi,
  );

/** The first page of a PDF as a picture. */
export const draw = async (pdf: Uint8Array, dpi: number): Promise<Raster> => {
  const pdfium = await loadPdfium();
  const buffer = pdfium.malloc(pdf.length);
  pdfium.memory.HEAPU8.set(pdf, buffer);
  const document = pdfium.FPDF_LoadMemDocument(buffer, pdf.length, 0);
  const page = pdfium.FPDF_LoadPage(document, 0);
  pdfium.FPDF_GetPageBoundingBox(page, pdfium.scratch);
  const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.memory.HEAPF32.slice(
    pdfium.scratch >> 2,
    (pdfium.scratch >> 2) + 4,
  );
  const pixels = (points: number) => Math.round((points * dpi) / 72);
  const picture = renderPage(pdfium, page, { width: pixels(right - left), height: pixels(top - bottom) });
  pdfium.FPDF_ClosePage(page);
  pdfium.FPDF_CloseDocument(document);
  pdfium.free(buffer);
  if (picture === undefined) throw new RangeError('not enough memory');
  return picture;
};
