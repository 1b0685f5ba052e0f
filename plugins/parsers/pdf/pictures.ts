import type { Pdfium } from '../shared/pdfium.ts';
import type { PageView, Rectangle } from './view.ts';

/** Types of FPDFPageObj_GetType. */
const IMAGE = 3;
const FORM = 5;
export const MAX_OBJECTS = 20_000;
const MAX_DEPTH = 4;

/** Where images stand, and forms, which may hold images. */
export function readPictures(pdfium: Pdfium, page: number): Rectangle[] {
  return objectsOf(pdfium, page)
    .filter(({ type }) => type === IMAGE || type === FORM)
    .flatMap(({ object }) => boundsOf(pdfium, object) ?? []);
}

/** How much of the page its largest picture covers, 0 to 1; a form is a picture where it holds one. */
export function largestShare(pdfium: Pdfium, page: number, { bounds }: PageView): number {
  const area = (box: Rectangle) => Math.max(0, box.right - box.left) * Math.max(0, box.top - box.bottom);
  let largest = 0;
  for (const { object, type } of objectsOf(pdfium, page)) {
    if (type !== IMAGE && !(type === FORM && holdsImage(pdfium, object, 0))) continue;
    const box = boundsOf(pdfium, object);
    if (box === undefined) continue;
    const onPage = {
      left: Math.max(box.left, bounds.left),
      bottom: Math.max(box.bottom, bounds.bottom),
      right: Math.min(box.right, bounds.right),
      top: Math.min(box.top, bounds.top),
    };
    largest = Math.max(largest, area(onPage));
  }
  return largest / Math.max(area(bounds), 1);
}

export function objectsOf(pdfium: Pdfium, page: number): { object: number; type: number }[] {
  const count = Math.min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const object = pdfium.FPDFPage_GetObject(page, index);
    return { object, type: pdfium.FPDFPageObj_GetType(object) };
  });
}

function holdsImage(pdfium: Pdfium, form: number, depth: number): boolean {
  const count = Math.min(pdfium.FPDFFormObj_CountObjects(form), MAX_OBJECTS);
  for (let index = 0; index < count; index++) {
    const object = pdfium.FPDFFormObj_GetObject(form, index);
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === IMAGE) return true;
    if (type === FORM && depth < MAX_DEPTH && holdsImage(pdfium, object, depth + 1)) return true;
  }
  return false;
}

export function boundsOf(pdfium: Pdfium, object: number): Rectangle | undefined {
  const at = pdfium.scratch;
  if (pdfium.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12) === 0) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.memory.HEAPF32.slice(at >> 2, (at >> 2) + 4);
  return { left, bottom, right, top };
}
