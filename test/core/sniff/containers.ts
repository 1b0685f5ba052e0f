import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive, with what an honest program would work out by itself left to whoever makes the archive. */
export type RawEntry = {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method: 0 | 8;
  readonly checksum: number;
  /** As local header and directory state it. */
  readonly statedBytes: number;
  /** The entry uses the local header and the data of this one instead of its own. */
  readonly sharedWith?: number;
  /** Unix mode and kind of the file, upper half of the external attributes. */
  readonly mode?: number;
  /** Says that the data is encrypted. */
  readonly encrypted?: boolean;
};

/** Deflated once, to be used for as many entries as one likes. */
export const packed = (name: string, content: Uint8Array, statedBytes = content.byteLength): RawEntry => ({
  name,
  packed: new Uint8Array(deflateRawSync(content, { level: 9 })),
  method: 8,
  checksum: crc32(content),
  statedBytes,
});

/** A ZIP archive that says what it is told to say (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
export const makeRawZip = (entries: readonly RawEntry[]): Uint8Array => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let end = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(entry.encrypted === true ? 1 : 0, 6);
    header.writeUInt16LE(entry.method, 8);
    header.writeUInt32LE(entry.checksum, 14);
    header.writeUInt32LE(entry.packed.byteLength, 18);
    header.writeUInt32LE(entry.statedBytes, 22);
    header.writeUInt16LE(name.byteLength, 26);
    const offset = entry.sharedWith === undefined ? end : (offsets[entry.sharedWith] ?? 0);
    offsets.push(offset);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    header.copy(central, 6, 4, 30);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    if (entry.sharedWith !== undefined) continue;
    parts.push(header, name, Buffer.from(entry.packed));
    end += 30 + name.byteLength + entry.packed.byteLength;
  }
  const directoryBytes = Buffer.concat(directory);
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  tail.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  tail.writeUInt32LE(directoryBytes.byteLength, 12);
  tail.writeUInt32LE(end, 16);
  return new Uint8Array(Buffer.concat([...parts, directoryBytes, tail]));
};

type Entry = readonly [name: string, content: string | Uint8Array, how?: 'stored' | 'encrypted'];

/** A ZIP archive of these entries. `statedBytes` lets the directory lie about sizes. */
export const makeZip = (entries: readonly Entry[], statedBytes?: number): Uint8Array =>
  makeRawZip(
    entries.map(([name, value, how]): RawEntry => {
      const content = Buffer.from(value);
      const entry = { ...packed(name, content, statedBytes), encrypted: how === 'encrypted' };
      return how === 'stored' ? { ...entry, packed: content, method: 0 } : entry;
    }),
  );

/** A compound file with a header, one table sector and as many directory sectors as the names need. */
export const makeOle = (names: readonly string[]): Uint8Array => {
  const perSector = 4;
  const sectors = Math.ceil((names.length + 1) / perSector);
  const file = Buffer.alloc(512 * (2 + sectors));
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  for (let sector = 1; sector <= sectors; sector += 1) {
    file.writeUInt32LE(sector === sectors ? 0xfffffffe : sector + 1, 512 + sector * 4);
  }
  for (const [index, name] of ['Root Entry', ...names].entries()) {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
  }
  return new Uint8Array(file);
};
