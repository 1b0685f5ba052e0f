import { DossierError } from '../errors/error.ts';

/** A folder of a compound file. What it holds is looked up when it is asked for; nothing is read before. */
export type Storage = {
  readonly name: string;
  readonly streams: ReadonlyMap<string, Stream>;
  readonly storages: ReadonlyMap<string, () => Storage>;
};

export type Stream = {
  /** As the directory states it; a stream whose sectors end earlier is shorter. */
  readonly statedBytes: number;
  read(): Uint8Array;
};

/** [MS-CFB] 2.1 and 2.2. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MAX_REGULAR_SECTOR = 0xfffffffa;
const NO_STREAM = 0xffffffff;
const TABLES_IN_HEADER = 109;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
const MINI_BYTES = 64;

type Entry = {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly bytes: number;
};

/**
 * The root of a compound file ([MS-CFB]). Chains of sectors and trees of names that lead in circles end where they
 * began, and what lies beyond the end of the file is not there. Throws `damaged` where the file is none.
 */
export const readCompound = (bytes: Uint8Array): Storage => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER_BYTES || !SIGNATURE.every((value, index) => bytes[index] === value)) {
    throw new DossierError('damaged');
  }
  const sectorBytes = view.getUint16(30, true) === 12 ? 4096 : 512;
  const miniCutoff = view.getUint32(56, true);
  const sectorAt = (sector: number): number => (sector + 1) * sectorBytes;
  const isInside = (sector: number): boolean => sector < MAX_REGULAR_SECTOR && sectorAt(sector) < bytes.byteLength;
  const tables = allocationTables(view, sectorBytes, isInside, sectorAt);
  const perTable = sectorBytes / 4;
  const next = (sector: number): number => {
    const table = tables[Math.floor(sector / perTable)];
    const at = table === undefined ? -1 : sectorAt(table) + (sector % perTable) * 4;
    return at < 0 || at + 4 > bytes.byteLength ? NO_STREAM : view.getUint32(at, true);
  };

  /** The sectors of a chain, at most so many; one that comes back ends it. */
  const chain = (start: number, most: number): number[] => {
    const sectors: number[] = [];
    const seen = new Set<number>();
    for (let sector = start; isInside(sector) && !seen.has(sector) && sectors.length < most; sector = next(sector)) {
      seen.add(sector);
      sectors.push(sector);
    }
    return sectors;
  };

  const readChain = (start: number, size: number): Uint8Array => {
    const sectors = chain(start, Math.ceil(size / sectorBytes));
    const parts = sectors.map((sector) => bytes.subarray(sectorAt(sector), sectorAt(sector) + sectorBytes));
    return new Uint8Array(Buffer.concat(parts).subarray(0, size));
  };

  const wholeChain = (start: number): Uint8Array => readChain(start, bytes.byteLength);
  const entries = readEntries(wholeChain(view.getUint32(48, true)), sectorBytes);
  const root = entries[0];
  if (root?.type !== ROOT) throw new DossierError('damaged');
  let mini: { readonly table: DataView; readonly content: Uint8Array } | undefined;
  const readMini = (start: number, size: number): Uint8Array => {
    const table = (): DataView => {
      const content = wholeChain(view.getUint32(60, true));
      return new DataView(content.buffer, content.byteOffset, content.byteLength);
    };
    mini ??= { table: table(), content: readChain(root.start, Math.min(root.bytes, bytes.byteLength)) };
    const parts: Uint8Array[] = [];
    const seen = new Set<number>();
    const most = Math.ceil(size / MINI_BYTES);
    for (let sector = start; sector < MAX_REGULAR_SECTOR && !seen.has(sector) && parts.length < most; ) {
      seen.add(sector);
      const part = mini.content.subarray(sector * MINI_BYTES, (sector + 1) * MINI_BYTES);
      if (part.byteLength === 0 || sector * 4 + 4 > mini.table.byteLength) break;
      parts.push(part);
      sector = mini.table.getUint32(sector * 4, true);
    }
    return new Uint8Array(Buffer.concat(parts).subarray(0, size));
  };

  /** A name stands in one folder: what another one claims as well is not followed again. */
  const claimed = new Set<number>();
  const opened = new Map<number, Storage>();
  const storage = (folder: number): Storage => {
    const before = opened.get(folder);
    if (before !== undefined) return before;
    const entry = entries[folder] as Entry;
    const streams = new Map<string, Stream>();
    const storages = new Map<string, () => Storage>();
    const open = [entry.child];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const child = entries[index];
      if (child === undefined || claimed.has(index)) continue;
      claimed.add(index);
      open.push(child.right, child.left);
      if (child.type === STORAGE) storages.set(child.name, () => storage(index));
      else if (child.type === STREAM) {
        const size = Math.min(child.bytes, bytes.byteLength);
        const read = (): Uint8Array => (size < miniCutoff ? readMini(child.start, size) : readChain(child.start, size));
        streams.set(child.name, { statedBytes: child.bytes, read });
      }
    }
    const result = { name: entry.name, streams, storages };
    opened.set(folder, result);
    return result;
  };
  claimed.add(0);
  return storage(0);
};

/** Sectors that hold the allocation table: the first 109 in the header, the others in a chain of their own. */
const allocationTables = (
  view: DataView,
  sectorBytes: number,
  isInside: (sector: number) => boolean,
  sectorAt: (sector: number) => number,
): number[] => {
  const tables: number[] = [];
  for (let index = 0; index < TABLES_IN_HEADER; index += 1) tables.push(view.getUint32(76 + index * 4, true));
  const seen = new Set<number>();
  const perSector = sectorBytes / 4 - 1;
  for (let sector = view.getUint32(68, true); isInside(sector) && !seen.has(sector); ) {
    seen.add(sector);
    const at = sectorAt(sector);
    if (at + sectorBytes > view.byteLength) break;
    for (let index = 0; index < perSector; index += 1) tables.push(view.getUint32(at + index * 4, true));
    sector = view.getUint32(at + perSector * 4, true);
  }
  // A table that is not there must not be taken for another.
  while (tables.length > 0 && !isInside(tables.at(-1) as number)) tables.pop();
  return tables;
};

const utf16 = new TextDecoder('utf-16le');

const readEntries = (directory: Uint8Array, sectorBytes: number): Entry[] => {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.byteLength; at += ENTRY_BYTES) {
    const nameBytes = Math.min(64, view.getUint16(at + 64, true));
    const low = view.getUint32(at + 120, true);
    // Files with sectors of 512 bytes have no more than 4 GB, and old programs left the upper half as it was.
    const high = sectorBytes === 512 ? 0 : view.getUint32(at + 124, true);
    entries.push({
      name: utf16.decode(directory.subarray(at, at + Math.max(0, nameBytes - 2))),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      bytes: high * 2 ** 32 + low,
    });
  }
  return entries;
};
