import type { SniffedFile } from '../ports/parser.ts';
import { readCompound } from './compound.ts';
import { DOCX, ENCRYPTED, UNKNOWN, XLS, XLSX } from './media-types.ts';
import { readOleNames } from './ole.ts';
import { sniffText } from './text.ts';
import { packedBytes, readZipDirectory, type ZipEntry } from './zip.ts';

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

const HEAD_BYTES = 64 * 1024;
/** Acrobat accepts the header anywhere in the first 1,024 bytes; real files have mail headers or blanks before it. */
const PDF_HEADER_WITHIN = 1024;

/** What a file is, from its bytes. Its name counts only to tell text formats apart. Never throws. */
export const sniff = (bytes: Uint8Array, name: string): SniffedFile => {
  const head = bytes.subarray(0, HEAD_BYTES);
  const extension = extensionOf(name);
  return { mediaType: mediaTypeOf(bytes, head, extension), extension, byteLength: bytes.byteLength, head };
};

const extensionOf = (name: string): string => /[^.]\.([A-Za-z0-9]{1,16})$/.exec(name)?.[1]?.toLowerCase() ?? '';

const mediaTypeOf = (bytes: Uint8Array, head: Uint8Array, extension: string): string => {
  const start = latin1(head.subarray(0, PDF_HEADER_WITHIN));
  // A PDF that has lost its header is still nothing that is to be read as text.
  if (
    start.startsWith('%PDF-') ||
    (/^\s*(?:%[^\r\n]*\s*)?\d+ \d+ obj\b/.test(start) && /\bendobj\b/.test(latin1(head)))
  ) {
    return 'application/pdf';
  }
  for (const [magic, mediaType] of MAGIC) if (magic.test(start)) return mediaType;
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return zipType(bytes, head);
  const ole = readOleNames(bytes);
  if (ole !== undefined) return oleType(rootNames(bytes)) ?? oleType(ole) ?? 'application/x-ole-storage';
  if (/%PDF-\d/.test(start) && /\d+ \d+ obj\b/.test(latin1(head))) return 'application/pdf';
  return sniffText(head, extension, bytes.byteLength > head.byteLength) ?? UNKNOWN;
};

/* biome-ignore-start lint/suspicious/noControlCharactersInRegex: file signatures are bytes */
const MAGIC: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/, 'application/rtf'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'image/webp'],
  [/^(?:II\*\0|MM\0\*)/, 'image/tiff'],
  [/^BM[\s\S]{4}\0\0\0\0/, 'image/bmp'],
  [/^[\s\S]{4}ftyp(?:hei|hev|mif|avif)/, 'image/heif'],
  [/^\x1f\x8b/, 'application/gzip'],
  [/^BZh[1-9]/, 'application/x-bzip2'],
  [/^\xfd7zXZ\0/, 'application/x-xz'],
  [/^7z\xbc\xaf\x27\x1c/, 'application/x-7z-compressed'],
  [/^Rar!\x1a\x07/, 'application/vnd.rar'],
  [/^\x78\x9f\x3e\x22/, 'application/vnd.ms-tnef'],
  [/^\x7fELF/, 'application/x-elf'],
  [/^MZ[\s\S]{58}/, UNKNOWN],
  [/^SQLite format 3\0/, 'application/vnd.sqlite3'],
];
/* biome-ignore-end lint/suspicious/noControlCharactersInRegex: file signatures are bytes */

const zipType = (bytes: Uint8Array, head: Uint8Array): string => {
  const directory = readZipDirectory(bytes);
  const stated = directory?.find(({ name }) => name === 'mimetype');
  if (stated !== undefined) return statedType(bytes, stated);
  // A cut-off archive has lost its directory; the names also stand before each entry.
  const names = directory?.map(({ name }) => name) ?? latin1(head).match(/(?:word|xl|ppt)\/[\w.]+/g) ?? [];
  if (names.some((name) => name.startsWith('word/'))) return DOCX;
  if (names.some((name) => name.startsWith('xl/'))) return XLSX;
  if (names.some((name) => name.startsWith('ppt/'))) return PPTX;
  return 'application/zip';
};

/** OpenDocument and EPUB state their type in an entry of its own, stored as it is. */
const statedType = (bytes: Uint8Array, entry: ZipEntry): string => {
  const value = entry.method === 0 ? latin1(packedBytes(bytes, entry) ?? new Uint8Array()).trim() : '';
  return /^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(value) ? value : 'application/zip';
};

/** What stands in the container itself decides before what stands in objects inside it. */
const rootNames = (bytes: Uint8Array): ReadonlySet<string> => {
  try {
    const { streams, storages } = readCompound(bytes);
    return new Set([...streams.keys(), ...storages.keys()]);
  } catch {
    return new Set();
  }
};

const oleType = (names: ReadonlySet<string>): string | undefined => {
  if (names.has('EncryptedPackage')) return ENCRYPTED;
  if (names.has('WordDocument')) return 'application/msword';
  if (names.has('Workbook') || names.has('Book')) return XLS;
  if (names.has('PowerPoint Document')) return 'application/vnd.ms-powerpoint';
  return names.has('__properties_version1.0') ? 'application/vnd.ms-outlook' : undefined;
};

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
