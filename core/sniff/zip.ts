export type ZipEntry = {
  readonly name: string;
  readonly compressedBytes: number;
  /** As the directory states it; the contents may be larger. */
  readonly statedBytes: number;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its local header begins. */
  readonly offset: number;
};

/** Source of all layouts: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16. */
const END = 0x06054b50;
const END_BYTES = 22;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 0xffff;
/** More entries than any office file has; a directory beyond that is not read to its end. */
const MAX_ENTRIES = 20_000;

/** The archive's directory without unpacking anything; undefined when there is none to be found (no ZIP, cut off). */
export const readZipDirectory = (bytes: Uint8Array): readonly ZipEntry[] | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  let at = directoryOffset(view, end);
  const entries: ZipEntry[] = [];
  while (at + CENTRAL_BYTES <= bytes.byteLength && view.getUint32(at, true) === CENTRAL) {
    if (entries.length >= MAX_ENTRIES) break;
    const nameBytes = view.getUint16(at + 28, true);
    const next = at + CENTRAL_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: latin1(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes)),
      compressedBytes: view.getUint32(at + 20, true),
      statedBytes: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries.length > 0 ? entries : undefined;
};

/** The entry's bytes as they lie in the archive, still compressed; undefined where the local header is not there. */
export const packedBytes = (bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + LOCAL_BYTES > bytes.byteLength || view.getUint32(entry.offset, true) !== LOCAL) return undefined;
  const start =
    entry.offset + LOCAL_BYTES + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const end = start + entry.compressedBytes;
  return end <= bytes.byteLength ? bytes.subarray(start, end) : undefined;
};

const findEnd = (view: DataView): number | undefined => {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
};

const directoryOffset = (view: DataView, end: number): number => {
  const offset = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (offset !== 0xffffffff || locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return offset;
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END64) return offset;
  return Number(view.getBigUint64(end64 + 48, true));
};

/** Names of parts in office files are ASCII. */
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
