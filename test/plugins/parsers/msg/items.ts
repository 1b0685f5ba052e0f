import { type Folder, writeCompound } from '../../../../plugins/parsers/shared/compound/write.ts';

/** A value of a property: strings are Unicode, `{ ansi }` holds bytes of 8-bit text, dates are instants. */
export type Value = string | number | boolean | Date | Uint8Array | { readonly ansi: Uint8Array };
export type Values = Readonly<Record<number, Value>>;
export type Item = {
  readonly values: Values;
  readonly recipients?: readonly Values[];
  readonly attachments?: readonly (Values | { readonly values: Values; readonly item: Item })[];
  /** Named properties: set as GUID, number, and the id that they have here. */
  readonly names?: readonly (readonly [set: string, lid: number, id: number])[];
};

/** Tenths of a microsecond since 1601. */
const filetime = (date: Date): bigint => BigInt(date.getTime()) * 10_000n + 116_444_736_000_000_000n;

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/** [MS-OXMSG] 2.4: fixed values in the list, others in streams. */
const properties = (values: Values, headerBytes: number): Map<string, Uint8Array> => {
  const streams = new Map<string, Uint8Array>();
  const entries: Buffer[] = [Buffer.alloc(headerBytes)];
  for (const [key, value] of Object.entries(values)) {
    const id = Number(key);
    const entry = Buffer.alloc(16);
    const fixed = (type: number): void => {
      entry.writeUInt32LE(id * 65536 + type, 0);
    };
    const variable = (type: number, bytes: Uint8Array): void => {
      fixed(type);
      entry.writeUInt32LE(bytes.byteLength, 8);
      streams.set(`__substg1.0_${hex(id)}${hex(type)}`, bytes);
    };
    if (typeof value === 'number') {
      fixed(0x0003);
      entry.writeInt32LE(value, 8);
    } else if (typeof value === 'boolean') {
      fixed(0x000b);
      entry.writeUInt8(value ? 1 : 0, 8);
    } else if (value instanceof Date) {
      fixed(0x0040);
      entry.writeBigUInt64LE(filetime(value), 8);
    } else if (typeof value === 'string') variable(0x001f, Buffer.from(value, 'utf16le'));
    else if (value instanceof Uint8Array) variable(0x0102, value);
    else variable(0x001e, value.ansi);
    entries.push(entry);
  }
  streams.set('__properties_version1.0', Buffer.concat(entries));
  return streams;
};

export const guidBytes = (guid: string): Buffer => {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return bytes;
};

const names = (list: NonNullable<Item['names']>): Folder => {
  const sets = [...new Set(list.map(([set]) => set))];
  const entries = list.map(([set, lid, id]) => {
    const entry = Buffer.alloc(8);
    entry.writeUInt32LE(lid, 0);
    entry.writeUInt16LE((sets.indexOf(set) + 3) << 1, 4);
    entry.writeUInt16LE(id - 0x8000, 6);
    return entry;
  });
  return {
    streams: new Map([
      ['__substg1.0_00020102', Buffer.concat(sets.map(guidBytes))],
      ['__substg1.0_00030102', Buffer.concat(entries)],
      ['__substg1.0_00040102', Buffer.alloc(0)],
    ]),
    folders: new Map(),
  };
};

const numbered = (prefix: string, index: number): string =>
  `${prefix}_version1.0_#${index.toString(16).toUpperCase().padStart(8, '0')}`;

const folder = (item: Item, headerBytes: number): Folder => {
  const folders = new Map<string, Folder>();
  for (const [index, values] of (item.recipients ?? []).entries()) {
    folders.set(numbered('__recip', index), { streams: properties(values, 8), folders: new Map() });
  }
  for (const [index, attachment] of (item.attachments ?? []).entries()) {
    const embedded = 'item' in attachment ? (attachment as { values: Values; item: Item }) : undefined;
    folders.set(numbered('__attach', index), {
      streams: properties(embedded?.values ?? (attachment as Values), 8),
      folders: new Map(embedded === undefined ? [] : [['__substg1.0_3701000D', folder(embedded.item, 24)]]),
    });
  }
  if (headerBytes === 32) folders.set('__nameid_version1.0', names(item.names ?? []));
  return { streams: properties(item.values, headerBytes), folders };
};

/** A .msg file. */
export const makeMsg = (item: Item): Uint8Array => writeCompound(folder(item, 32));

/** RTF as a message holds it, not compressed ([MS-OXRTFCP] 2.1.3.1.1). */
export const storedRtf = (rtf: string): Uint8Array => {
  const content = Buffer.from(rtf, 'latin1');
  const header = Buffer.alloc(16);
  header.writeUInt32LE(content.byteLength + 12, 0);
  header.writeUInt32LE(content.byteLength, 4);
  header.write('MELA', 8, 'latin1');
  return Buffer.concat([header, content]);
};
