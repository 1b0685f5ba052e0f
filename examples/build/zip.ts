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

function expectSignature(bytes: Buffer, offset: number, signature: number): void {
  if (bytes.readUInt32LE(offset) !== signature) throw new Error(`not the expected ZIP record at byte ${offset}`);
}
