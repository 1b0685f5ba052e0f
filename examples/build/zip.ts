import { crc32 } from 'node:zlib';

// Record layouts: PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentralDirectory = 0x06054b50;
const endLength = 22;
// Midnight on January 1, 1980, the zero of DOS time.
const dosTime = 0;
const dosDate = 0x21;

/** A copy of a ZIP archive without comment in which every entry bears the same fixed date, so that no build time is left. */
export function stampZip(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  const end = bytes.length - endLength;
  expectSignature(bytes, end, endOfCentralDirectory);
  const entries = bytes.readUInt16LE(end + 10);
  let central = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    expectSignature(bytes, central, centralHeader);
    bytes.writeUInt16LE(dosTime, central + 12);
    bytes.writeUInt16LE(dosDate, central + 14);
    const local = bytes.readUInt32LE(central + 42);
    expectSignature(bytes, local, localHeader);
    bytes.writeUInt16LE(dosTime, local + 10);
    bytes.writeUInt16LE(dosDate, local + 12);
    const variableLength = [28, 30, 32].reduce((sum, offset) => sum + bytes.readUInt16LE(central + offset), 0);
    central += 46 + variableLength;
  }
  return bytes;
}

/** A ZIP archive of these entries as they are, uncompressed, so that no version of a compressor shows in its bytes. */
export function storedZip(entries: ReadonlyArray<readonly [name: string, content: string]>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const bytes = Buffer.from(content);
    const path = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(localHeader, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(dosTime, 10);
    local.writeUInt16LE(dosDate, 12);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(path.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(centralHeader, 0);
    central.writeUInt16LE(20, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(offset, 42);
    parts.push(local, path, bytes);
    directory.push(central, path);
    offset += local.length + path.length + bytes.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(endOfCentralDirectory, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

function expectSignature(bytes: Buffer, offset: number, signature: number): void {
  if (bytes.readUInt32LE(offset) !== signature) throw new Error(`not the expected ZIP record at byte ${offset}`);
}
