import type { Pdfium } from '../shared/pdfium.ts';
import { boundsOf, MAX_OBJECTS, objectsOf } from './pictures.ts';
import type { Rectangle } from './view.ts';

/** Types of FPDFPageObj_GetType. */
const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;
const NEARLY_WHITE = 250;

/**
 * Where white letters can be seen: anything but white lies there, a picture, a shade or a filled area. A page of very
 * many objects is a drawing, and all of it is taken for coloured.
 */
export function readColoured(pdfium: Pdfium, page: number): Rectangle[] {
  if (pdfium.FPDFPage_CountObjects(page) > MAX_OBJECTS) {
    return [{ left: -Infinity, right: Infinity, bottom: -Infinity, top: Infinity }];
  }
  return objectsOf(pdfium, page)
    .filter(
      ({ object, type }) => type === IMAGE || type === FORM || type === SHADING || isColouredPath(pdfium, object, type),
    )
    .flatMap(({ object }) => boundsOf(pdfium, object) ?? []);
}

function isColouredPath(pdfium: Pdfium, object: number, type: number): boolean {
  const { scratch, memory } = pdfium;
  if (type !== PATH || pdfium.FPDFPath_GetDrawMode(object, scratch, scratch + 4) === 0) return false;
  return memory.HEAP32[scratch >> 2] !== 0 && !isUnseen(pdfium, object);
}

/** Whether an object is filled with white or with nothing, as paper is. A pattern is neither. */
export function isUnseen(pdfium: Pdfium, object: number): boolean {
  const { scratch, memory } = pdfium;
  if (pdfium.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return false;
  const at = scratch >> 2;
  const [red = 0, green = 0, blue = 0, alpha = 0] = memory.HEAP32.subarray(at, at + 4);
  return Math.min(red, green, blue) >= NEARLY_WHITE || alpha <= 255 - NEARLY_WHITE;
}
