import type { Box, Word } from '../shared/layout/word.ts';
import { linkTarget } from '../shared/links.ts';
import type { Pdfium } from '../shared/pdfium.ts';
import { readBytesAsText } from './strings.ts';
import type { Rectangle } from './view.ts';

export type LinkArea = { readonly target: string; readonly places: readonly Box[] };

const URI = 3;
const MAX_QUADS = 50;
/** Words are looked up by the strip of the page, so many points high, in which their middle is. */
const STRIP = 16;
const MAX_STRIPS = 2000;

/** Where a link annotation leads, if that is an address; jumps inside the file and to programs are none. */
export function readTarget(pdfium: Pdfium, document: number, annotation: number): string | undefined {
  const link = pdfium.FPDFAnnot_GetLink(annotation);
  const action = link === 0 ? 0 : pdfium.FPDFLink_GetAction(link);
  if (action === 0 || pdfium.FPDFAction_GetType(action) !== URI) return undefined;
  const uri = readBytesAsText(pdfium, (at, bytes) => pdfium.FPDFAction_GetURIPath(document, action, at, bytes));
  return linkTarget(uri);
}

/** The rectangles of an annotation that marks words over several lines; none where it is one rectangle. */
export function readQuads(pdfium: Pdfium, annotation: number): Rectangle[] {
  const count = Math.min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), MAX_QUADS);
  const quads: Rectangle[] = [];
  for (let index = 0; index < count; index++) {
    if (pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, pdfium.scratch) === 0) continue;
    const at = pdfium.scratch >> 2;
    const points = pdfium.memory.HEAPF32.slice(at, at + 8);
    const xs = points.filter((_, i) => i % 2 === 0);
    const ys = points.filter((_, i) => i % 2 === 1);
    quads.push({ left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) });
  }
  return quads;
}

/** The words with the links that lie over them. A later link lies above an earlier one. */
export function linkWords(words: readonly Word[], links: readonly LinkArea[]): readonly Word[] {
  if (links.length === 0) return words;
  const strips = new Map<number, number[]>();
  for (const [index, word] of words.entries()) {
    const strip = Math.floor((word.y + word.height / 2) / STRIP);
    const members = strips.get(strip);
    if (members === undefined) strips.set(strip, [index]);
    else members.push(index);
  }
  const linked = [...words];
  // From the topmost down, so that each word is linked once and not looked at again.
  for (const { target, places } of links.toReversed()) {
    for (const place of places) {
      const first = Math.floor(place.y / STRIP);
      const last = Math.min(Math.floor((place.y + place.height) / STRIP), first + MAX_STRIPS);
      for (let strip = first; strip <= last; strip++) {
        const members = strips.get(strip);
        if (members === undefined) continue;
        const left = members.filter((index) => {
          const word = words[index];
          if (word === undefined || !covers(place, word)) return true;
          linked[index] = { ...word, link: target };
          return false;
        });
        if (left.length < members.length) strips.set(strip, left);
      }
    }
  }
  return linked;
}

function covers(place: Box, word: Word): boolean {
  const x = word.x + word.width / 2;
  const y = word.y + word.height / 2;
  return x >= place.x && x <= place.x + place.width && y >= place.y && y <= place.y + place.height;
}
