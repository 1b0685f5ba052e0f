/** What is wrong with an archive, as the end of a sentence about it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

// POSIX.1-1988 (ustar), https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html: offset and length.
const fields = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
  prefix: [345, 155],
} as const satisfies Record<string, readonly [number, number]>;
type Field = keyof typeof fields;

/** The most that eleven octal digits say; beyond, GNU's binary form: the first bit set, then the number. */
const mostOctal = 8 ** 11 - 1;

export const writeHeader = (name: string, bytes: number): Uint8Array => {
  const header = Buffer.alloc(512);
  const put = (field: Field, value: string) => header.write(value, fields[field][0], fields[field][1], 'latin1');
  const octal = (field: Field, value: number) => put(field, value.toString(8).padStart(fields[field][1] - 1, '0'));
  const folder = name.lastIndexOf('/');
  put('name', name.slice(folder + 1));
  if (folder > 0) put('prefix', name.slice(0, folder));
  octal('mode', 0o600);
  octal('uid', 0);
  octal('gid', 0);
  octal('mtime', 0);
  put('type', '0');
  put('magic', 'ustar\x0000');
  if (bytes <= mostOctal) octal('size', bytes);
  else {
    header.writeUInt8(0x80, fields.size[0]);
    header.writeBigUInt64BE(BigInt(bytes), fields.size[0] + 4);
  }
  put('checksum', `${checksum(header).toString(8).padStart(6, '0')}\0 `);
  return header;
};

export const readHeader = (bytes: Uint8Array): { name: string; bytes: number } => {
  const header = Buffer.from(bytes);
  const get = (field: Field) => {
    const [start, length] = fields[field];
    return header
      .toString('latin1', start, start + length)
      .replace(/\0.*$/s, '')
      .trim();
  };
  if (get('magic') !== 'ustar' || Number.parseInt(get('checksum'), 8) !== checksum(header) || get('type') !== '0') {
    throw new ArchiveError('it is not a Dossier backup');
  }
  const size =
    header.readUInt8(fields.size[0]) === 0x80
      ? Number(header.readBigUInt64BE(fields.size[0] + 4))
      : Number.parseInt(get('size'), 8);
  if (!Number.isSafeInteger(size) || size < 0) throw new ArchiveError('a file in it has no size');
  const prefix = get('prefix');
  return { name: prefix === '' ? get('name') : `${prefix}/${get('name')}`, bytes: size };
};

/** The sum of all bytes, those of the sum itself taken as spaces. */
const checksum = (header: Buffer): number => {
  const [start, length] = fields.checksum;
  return header.reduce((sum, byte, at) => sum + (at >= start && at < start + length ? 0x20 : byte), 0);
};
