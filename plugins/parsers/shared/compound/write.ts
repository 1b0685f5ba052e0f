/** A folder to be written; streams and folders by name. */
export type Folder = {
  readonly streams: ReadonlyMap<string, Uint8Array>;
  readonly folders: ReadonlyMap<string, Folder>;
};

type Item = {
  readonly name: string;
  readonly type: number;
  readonly content: Uint8Array;
  left: number;
  right: number;
  child: number;
  start: number;
};

const SECTOR = 512;
const MINI = 64;
const MINI_CUTOFF = 4096;
const ENTRY_BYTES = 128;
const END_OF_CHAIN = 0xfffffffe;
const TABLE_SECTOR = 0xfffffffd;
const FREE = 0xffffffff;
const NONE = 0xffffffff;
const TABLES_IN_HEADER = 109;
const PER_TABLE = SECTOR / 4;
const NOTHING = new Uint8Array();

/**
 * A compound file ([MS-CFB], version 3) of these folders and streams. Names of one folder are an ordered tree without
 * colours, as the format allows. Files beyond 6.8 MB chain further tables behind the header's 109.
 */
export const writeCompound = (root: Folder): Uint8Array => {
  const items: Item[] = [item('Root Entry', 5, NOTHING)];
  addChildren(items, 0, root);
  const sectors: Uint8Array[] = [];
  const table: number[] = [];
  /** Puts content into sectors that follow each other; the first of them. */
  const place = (content: Uint8Array): number => {
    const start = table.length;
    const count = Math.ceil(content.byteLength / SECTOR);
    if (count === 0) return END_OF_CHAIN;
    for (let index = 0; index < count; index += 1) table.push(index + 1 === count ? END_OF_CHAIN : start + index + 1);
    sectors.push(padded(content, SECTOR));
    return start;
  };

  const mini = miniStream(items);
  for (const one of items) if (one.content.byteLength >= MINI_CUTOFF) one.start = place(one.content);
  const rootItem = items[0] as Item;
  rootItem.start = place(mini.content);
  const miniTableStart = place(words(mini.table, SECTOR));
  const directoryStart = place(directory(items, mini.content.byteLength));

  let tableSectors = 0;
  let chained = 0;
  while (Math.ceil((table.length + tableSectors + chained) / PER_TABLE) > tableSectors) {
    tableSectors = Math.ceil((table.length + tableSectors + chained) / PER_TABLE);
    chained = Math.ceil(Math.max(0, tableSectors - TABLES_IN_HEADER) / (PER_TABLE - 1));
  }
  const firstTable = table.length;
  const tables = Array.from({ length: tableSectors }, (_, index) => firstTable + index);
  for (let index = 0; index < tableSectors; index += 1) table.push(TABLE_SECTOR);
  const firstChained = table.length;
  for (let index = 0; index < chained; index += 1) table.push(END_OF_CHAIN - 2);
  sectors.push(words(table, SECTOR, FREE));
  for (let index = 0; index < chained; index += 1) {
    const from = TABLES_IN_HEADER + index * (PER_TABLE - 1);
    const part = tables.slice(from, from + PER_TABLE - 1);
    while (part.length < PER_TABLE - 1) part.push(FREE);
    sectors.push(words([...part, index + 1 === chained ? END_OF_CHAIN : firstChained + index + 1], SECTOR));
  }

  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(MINI_CUTOFF, 56);
  header.writeUInt32LE(miniTableStart, 60);
  header.writeUInt32LE(Math.ceil((mini.table.length * 4) / SECTOR), 64);
  header.writeUInt32LE(chained > 0 ? firstChained : END_OF_CHAIN, 68);
  header.writeUInt32LE(chained, 72);
  for (let index = 0; index < TABLES_IN_HEADER; index += 1) header.writeUInt32LE(tables[index] ?? FREE, 76 + index * 4);
  return new Uint8Array(Buffer.concat([header, ...sectors]));
};

const item = (name: string, type: number, content: Uint8Array): Item => ({
  name,
  type,
  content,
  left: NONE,
  right: NONE,
  child: NONE,
  start: type === 1 ? 0 : END_OF_CHAIN,
});

const addChildren = (items: Item[], parent: number, folder: Folder): void => {
  const below: { readonly index: number; readonly folder: Folder }[] = [];
  const own: number[] = [];
  for (const [name, content] of folder.streams) {
    own.push(items.length);
    items.push(item(name, 2, content));
  }
  for (const [name, child] of folder.folders) {
    own.push(items.length);
    below.push({ index: items.length, folder: child });
    items.push(item(name, 1, NOTHING));
  }
  own.sort((a, b) => compareNames((items[a] as Item).name, (items[b] as Item).name));
  (items[parent] as Item).child = tree(items, own, 0, own.length);
  for (const { index, folder: child } of below) addChildren(items, index, child);
};

/** [MS-CFB] 2.6.4: shorter names come first, equally long ones by their capitals. */
const compareNames = (a: string, b: string): number => {
  if (a.length !== b.length) return a.length - b.length;
  const [left, right] = [a.toUpperCase(), b.toUpperCase()];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The middle one is the root, so that the tree is as flat as it can be. */
const tree = (items: Item[], order: readonly number[], from: number, to: number): number => {
  if (from >= to) return NONE;
  const middle = (from + to) >> 1;
  const index = order[middle] as number;
  const one = items[index] as Item;
  one.left = tree(items, order, from, middle);
  one.right = tree(items, order, middle + 1, to);
  return index;
};

const miniStream = (items: readonly Item[]): { readonly content: Uint8Array; readonly table: number[] } => {
  const parts: Uint8Array[] = [];
  const table: number[] = [];
  for (const one of items) {
    const size = one.content.byteLength;
    if (size === 0 || size >= MINI_CUTOFF) continue;
    one.start = table.length;
    const count = Math.ceil(size / MINI);
    for (let index = 1; index <= count; index += 1) table.push(index === count ? END_OF_CHAIN : one.start + index);
    parts.push(padded(one.content, MINI));
  }
  return { content: Buffer.concat(parts), table };
};

const directory = (items: readonly Item[], miniBytes: number): Uint8Array => {
  const entries = Buffer.alloc(Math.ceil((items.length * ENTRY_BYTES) / SECTOR) * SECTOR);
  for (let at = 0; at < entries.byteLength; at += ENTRY_BYTES) {
    const one = items[at / ENTRY_BYTES];
    const name = one?.name.slice(0, 31) ?? '';
    entries.write(name, at, 'utf16le');
    entries.writeUInt16LE(one === undefined ? 0 : (name.length + 1) * 2, at + 64);
    entries.writeUInt8(one?.type ?? 0, at + 66);
    entries.writeUInt8(1, at + 67);
    entries.writeUInt32LE(one?.left ?? NONE, at + 68);
    entries.writeUInt32LE(one?.right ?? NONE, at + 72);
    entries.writeUInt32LE(one?.child ?? NONE, at + 76);
    entries.writeUInt32LE(one?.start ?? 0, at + 116);
    entries.writeUInt32LE(one?.type === 5 ? miniBytes : (one?.content.byteLength ?? 0), at + 120);
  }
  return entries;
};

const padded = (content: Uint8Array, unit: number): Uint8Array => {
  const rest = content.byteLength % unit;
  return rest === 0 ? content : Buffer.concat([content, Buffer.alloc(unit - rest)]);
};

const words = (values: readonly number[], unit: number, fill = FREE): Uint8Array => {
  const bytes = Buffer.alloc(Math.ceil((values.length * 4) / unit) * unit);
  for (let at = 0; at < bytes.byteLength; at += 4) bytes.writeUInt32LE(values[at / 4] ?? fill, at);
  return bytes;
};
