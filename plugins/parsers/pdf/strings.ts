import type { Pdfium } from '../shared/pdfium.ts';

/** Longer texts of fields and notes are cut here: what a person wrote is shorter. */
const MAX_BYTES = 2 ** 21;

/** A text that PDFium hands out in UTF-16: called once for the length in bytes, once for the text. '' for none. */
export function readText(pdfium: Pdfium, call: (buffer: number, bytes: number) => number): string {
  return read(pdfium, call, 2, 'utf-16le');
}

/** The same for texts of one byte a character. */
export function readBytesAsText(pdfium: Pdfium, call: (buffer: number, bytes: number) => number): string {
  return read(pdfium, call, 1, 'utf-8');
}

function read(pdfium: Pdfium, call: (buffer: number, bytes: number) => number, unit: 1 | 2, encoding: string): string {
  const size = call(0, 0) >>> 0;
  if (size <= unit || size > MAX_BYTES) return '';
  const buffer = pdfium.malloc(size);
  if (buffer === 0) return '';
  try {
    const written = Math.min(call(buffer, size) >>> 0, size);
    if (written <= unit) return '';
    return new TextDecoder(encoding).decode(pdfium.memory.HEAPU8.slice(buffer, buffer + written - unit));
  } finally {
    pdfium.free(buffer);
  }
}

const names = new WeakMap<Pdfium, Map<string, number>>();

/** Where a name of a dictionary's key stands in PDFium's memory; there are few, so they are kept. */
export function keyAt(pdfium: Pdfium, key: string): number {
  const known = names.get(pdfium) ?? new Map<string, number>();
  names.set(pdfium, known);
  let pointer = known.get(key);
  if (pointer === undefined) {
    const bytes = new TextEncoder().encode(`${key}\0`);
    pointer = pdfium.malloc(bytes.length);
    pdfium.memory.HEAPU8.set(bytes, pointer);
    known.set(key, pointer);
  }
  return pointer;
}
