/**
 * Names of all streams in a compound file (OLE), whatever stands in what, also where it is damaged: Word, Excel and Outlook before 2007, and the wrapper of password
 * protected newer office files. Layout: [MS-CFB] sections 2.2, 2.3 and 2.6. undefined when it is none or is cut off.
 */
export const readOleNames = (bytes: Uint8Array): ReadonlySet<string> | undefined => {
  if (bytes.byteLength < HEADER_BYTES || !SIGNATURE.every((value, index) => bytes[index] === value)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBytes = view.getUint16(30, true) === 12 ? 4096 : 512;
  const sectorAt = (sector: number): number => (sector + 1) * sectorBytes;
  const names = new Set<string>();
  let sector = view.getUint32(48, true);
  for (let count = 0; count < MAX_DIRECTORY_SECTORS && sector < END_OF_CHAIN; count += 1) {
    const start = sectorAt(sector);
    for (let at = start; at < start + sectorBytes && at + ENTRY_BYTES <= bytes.byteLength; at += ENTRY_BYTES) {
      const nameBytes = view.getUint16(at + 64, true);
      if (nameBytes < 2 || nameBytes > 64) continue;
      names.add(utf16.decode(bytes.subarray(at, at + nameBytes - 2)));
    }
    sector = nextSector(view, sector, sectorBytes, sectorAt);
  }
  return names;
};

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const END_OF_CHAIN = 0xfffffffa;
const MAX_DIRECTORY_SECTORS = 64;
/** Sectors of the allocation table that the header itself names; enough for 6 MB. `readCompound` follows the others. */
const HEADER_TABLES = 109;
const utf16 = new TextDecoder('utf-16le');

const nextSector = (
  view: DataView,
  sector: number,
  sectorBytes: number,
  sectorAt: (sector: number) => number,
): number => {
  const perTable = sectorBytes / 4;
  const table = Math.floor(sector / perTable);
  if (table >= HEADER_TABLES) return END_OF_CHAIN;
  const at = sectorAt(view.getUint32(76 + table * 4, true)) + (sector % perTable) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : END_OF_CHAIN;
};
