import type { ChildDocument } from '../../../core/document/parsed.ts';
import type { Pdfium } from '../shared/pdfium.ts';
import { readText } from './strings.ts';

const MAX_ATTACHMENTS = 1000;
const MAX_NAME = 255;

/** Collects the files inside a file, each once, while they fit. */
export class Attachments {
  readonly #pdfium: Pdfium;
  readonly #seen = new Set<number>();
  readonly #names = new Set<string>();
  #left: number;
  readonly children: ChildDocument[] = [];
  /** Names of those that are too large together, or that cannot be read. */
  readonly leftOut: string[] = [];

  constructor(pdfium: Pdfium, maxBytes: number) {
    this.#pdfium = pdfium;
    this.#left = maxBytes;
  }

  /** Those that belong to the file as a whole. */
  addAll(document: number): void {
    const count = this.#pdfium.FPDFDoc_GetAttachmentCount(document);
    for (let index = 0; index < count && this.#seen.size < MAX_ATTACHMENTS; index++) {
      this.add(this.#pdfium.FPDFDoc_GetAttachment(document, index));
    }
  }

  /** One that hangs on a page or on the file; the same may hang on several places. */
  add(attachment: number): void {
    if (attachment === 0 || this.#seen.has(attachment) || this.#seen.size >= MAX_ATTACHMENTS) return;
    this.#seen.add(attachment);
    const named = readText(this.#pdfium, (at, bytes) => this.#pdfium.FPDFAttachment_GetName(attachment, at, bytes));
    const name = baseName(named) || `attachment ${this.#seen.size}`;
    const bytes = this.#read(attachment);
    if (bytes === undefined) {
      this.leftOut.push(name);
      return;
    }
    this.#left -= bytes.byteLength;
    this.children.push({ name: this.#unique(name), bytes });
  }

  #read(attachment: number): Uint8Array<ArrayBuffer> | undefined {
    const { scratch, memory } = this.#pdfium;
    const sizeAt = scratch >> 2;
    const view = () => new Uint32Array(memory.HEAPU8.buffer);
    // The answer without a buffer is the size as the file states it or as it unpacks; asked first, so that nothing large is copied.
    if (this.#pdfium.FPDFAttachment_GetFile(attachment, 0, 0, scratch) === 0) return undefined;
    const size = view()[sizeAt] ?? 0;
    if (size > this.#left) return undefined;
    const buffer = this.#pdfium.malloc(Math.max(size, 1));
    if (buffer === 0) return undefined;
    try {
      const read = this.#pdfium.FPDFAttachment_GetFile(attachment, buffer, size, scratch);
      if (read === 0 || (view()[sizeAt] ?? 0) !== size) return undefined;
      return new Uint8Array(memory.HEAPU8.subarray(buffer, buffer + size));
    } finally {
      this.#pdfium.free(buffer);
    }
  }

  /** Two files of one name stay apart for people: "scan.pdf", "scan (2).pdf". */
  #unique(name: string): string {
    let free = name;
    for (let number = 2; this.#names.has(free); number++) {
      free = name.replace(/(\.[^.]{1,10})?$/, ` (${number})$1`);
    }
    this.#names.add(free);
    return free;
  }
}

/** The last part of what may be a path of any system, without characters that nobody sees. */
export function baseName(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim();
  return plain === '.' || plain === '..' ? '' : [...plain].slice(0, MAX_NAME / 2).join('');
}
