import type { Raster } from './ocr/raster.ts';
import type { Pdfium } from './pdfium.ts';

/** FPDFBitmap_Gray: one byte a pixel, a quarter of the memory. */
const GREY = 1;
const IN_GREY = 0x08;

/**
 * Draws a page as its reader sees it, but for notes and filled fields, on a sheet of one brightness (0 black to 255
 * white), at a size in pixels. undefined where there is not enough memory.
 */
export function renderPage(
  pdfium: Pdfium,
  page: number,
  { width, height, sheet = 255 }: { readonly width: number; readonly height: number; readonly sheet?: number },
): Raster | undefined {
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  if (bitmap === 0) return undefined;
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, (0xff000000 | (sheet * 0x010101)) >>> 0);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, IN_GREY);
    const buffer = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const data = new Uint8Array(width * height);
    const { HEAPU8 } = pdfium.memory;
    for (let y = 0; y < height; y++) {
      data.set(HEAPU8.subarray(buffer + y * stride, buffer + y * stride + width), y * width);
    }
    return { width, height, data };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}
