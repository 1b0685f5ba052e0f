import { DossierError } from '../../../core/errors/error.ts';
import type { Raster } from '../shared/ocr/raster.ts';
import { discardPdfium, loadPdfium, type Pdfium } from '../shared/pdfium.ts';
import { renderPage } from '../shared/render.ts';
import type { JpegHeader } from './header.ts';
import { shownSize, wrapInPdf } from './wrap.ts';

/** The picture in grey as the camera was held, `factor` times smaller in each direction. Throws `damaged`. */
export async function decodeJpeg(bytes: Uint8Array, header: JpegHeader, factor: number): Promise<Raster> {
  const file = wrapInPdf(bytes, header);
  const shown = shownSize(header);
  const size = { width: Math.ceil(shown.width / factor), height: Math.ceil(shown.height / factor) };
  try {
    const raster = draw(await loadPdfium(), file, size);
    if (raster !== undefined) return raster;
  } catch (thrown) {
    discardPdfium();
    throw new DossierError('damaged', {}, { cause: thrown });
  }
  throw new DossierError('damaged');
}

function draw(pdfium: Pdfium, file: Uint8Array, size: { width: number; height: number }): Raster | undefined {
  const buffer = pdfium.malloc(file.length);
  if (buffer === 0) throw new RangeError('not enough memory for the picture');
  pdfium.memory.HEAPU8.set(file, buffer);
  const document = pdfium.FPDF_LoadMemDocument(buffer, file.length, 0);
  const page = document === 0 ? 0 : pdfium.FPDF_LoadPage(document, 0);
  try {
    if (page === 0) return undefined;
    // What cannot be decoded is not drawn: then the sheet shows, whatever its colour.
    const onWhite = renderPage(pdfium, page, size);
    if (onWhite === undefined || onWhite.data.some((grey) => grey !== 255)) return onWhite;
    const onBlack = renderPage(pdfium, page, { ...size, sheet: 0 });
    return onBlack?.data.every((grey) => grey === 0) === true ? undefined : onWhite;
  } finally {
    if (page !== 0) pdfium.FPDF_ClosePage(page);
    if (document !== 0) pdfium.FPDF_CloseDocument(document);
    pdfium.free(buffer);
  }
}
