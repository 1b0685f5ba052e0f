import type { ChildDocument } from '../../../core/document/parsed.ts';
import { readCompound, type Storage } from '../../../core/sniff/compound.ts';

/** Streams that make a compound file a document of its own: Word, Excel, PowerPoint and Outlook before 2007. */
const DOCUMENTS = ['WordDocument', 'Workbook', 'Book', 'PowerPoint Document', '__properties_version1.0'];
/** Streams in which programs keep the file that they embedded: newer Office files, PDFs. */
const WHOLE = ['Package', 'CONTENTS'];
const NATIVE = '\u0001Ole10Native';

/**
 * The file inside an OLE object (word/embeddings/oleObject1.bin), or the object itself where it is a document;
 * undefined where it is neither: an old equation, a drawing, something damaged.
 */
export const oleFile = (bytes: Uint8Array, name: string): ChildDocument | undefined => {
  const root = rootOf(bytes);
  if (root === undefined) return undefined;
  if (DOCUMENTS.some((stream) => root.streams.has(stream))) return { name, bytes: bytes.slice() };
  for (const stream of WHOLE) {
    const content = root.streams.get(stream)?.read();
    if (content !== undefined && content.byteLength > 0) return { name, bytes: content.slice() };
  }
  const native = root.streams.get(NATIVE)?.read();
  return native === undefined ? undefined : packaged(native, name);
};

const rootOf = (bytes: Uint8Array): Storage | undefined => {
  try {
    return readCompound(bytes);
  } catch {
    return undefined;
  }
};

/**
 * What the Object Packager wraps: the size of all, a number, a label, the path where the file lay, two numbers, the
 * path of a copy with its length, and the file with its length. Strings end with a zero byte.
 */
const packaged = (native: Uint8Array, fallback: string): ChildDocument | undefined => {
  const view = new DataView(native.buffer, native.byteOffset, native.byteLength);
  let at = 6;
  const string = (): string => {
    const end = native.indexOf(0, at);
    const value = end < 0 ? '' : named(native.subarray(at, end));
    at = end < 0 ? native.byteLength : end + 1;
    return value;
  };
  const number = (): number => {
    const value = at + 4 <= native.byteLength ? view.getUint32(at, true) : 0;
    at += 4;
    return value;
  };
  const label = string();
  const path = string();
  at += 4;
  const copy = number();
  at += copy;
  const size = number();
  if (size === 0 || at + size > native.byteLength) return undefined;
  return { name: (path || label).split(/[\\/]/).at(-1) || fallback, bytes: native.slice(at, at + size) };
};

/** In whatever encoding the writer's machine had; what is no UTF-8 is shown as Western. */
const named = (bytes: Uint8Array): string => {
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
};
