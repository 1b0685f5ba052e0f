import type { Pdfium } from '../shared/pdfium.ts';

/** In the file's own coordinates. */
export type Rectangle = { left: number; bottom: number; right: number; top: number };

/** A page as its reader sees it, and the way there from the file's own coordinates (origin bottom left, unrotated). */
export type PageView = {
  readonly width: number;
  readonly height: number;
  /** Clockwise quarter turns that the page asks to be shown with. */
  readonly rotation: number;
  /** The page in the file's own coordinates. */
  readonly bounds: Rectangle;
  toReader(box: Rectangle): { x: number; y: number; width: number; height: number };
};

export function readView(pdfium: Pdfium, page: number): PageView {
  pdfium.FPDF_GetPageBoundingBox(page, pdfium.scratch);
  const at = pdfium.scratch >> 2;
  const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.memory.HEAPF32.slice(at, at + 4);
  const rotation = pdfium.FPDFPage_GetRotation(page) & 3;
  const [width, height] = rotation % 2 === 0 ? [right - left, top - bottom] : [top - bottom, right - left];
  return {
    width,
    height,
    rotation,
    bounds: { left, bottom, right, top },
    toReader({ left: l, bottom: b, right: r, top: t }) {
      const across = { width: r - l, height: t - b };
      const turned = { width: t - b, height: r - l };
      if (rotation === 1) return { x: b - bottom, y: l - left, ...turned };
      if (rotation === 2) return { x: right - r, y: b - bottom, ...across };
      if (rotation === 3) return { x: top - t, y: right - r, ...turned };
      return { x: l - left, y: top - t, ...across };
    },
  };
}
