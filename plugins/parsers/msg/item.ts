import { DossierError } from '../../../core/errors/error.ts';
import { readCompound, type Storage } from '../../../core/sniff/compound.ts';
import { type Folder, writeCompound } from '../shared/compound/write.ts';
import type { MapiAttachment, MapiItem } from '../shared/mail/mapi/item.ts';
import { codePageOf, id, type RawProperties, type RawValue, readProperties } from '../shared/mail/mapi/properties.ts';
import { NAMES, readNames } from './names.ts';

/** [MS-OXMSG] 2.2 to 2.4. */
const PROPERTIES = '__properties_version1.0';
const RECIPIENT = '__recip_version1.0_';
const ATTACHMENT = '__attach_version1.0_';
const EMBEDDED = '__substg1.0_3701000D';
/** Bytes before the properties: of the file's own message, of one inside it, of anything else. */
const HEADER_BYTES = 32;
const HEADER_BYTES_INSIDE = 24;
const HEADER_BYTES_OTHERS = 8;
const ENTRY_BYTES = 16;
const EMBEDDED_MESSAGE = 5;
const MAX_ITEMS = 10_000;

type Names = ReadonlyMap<string, number>;

/** What taking a message out of another may cost. */
export type ItemLimits = { readonly maxNesting: number; readonly maxUnpackedBytes: number };

/**
 * The message of a .msg file. Throws `damaged` where it holds none; taking an attachment out of it throws
 * `nested_too_deep` and `unpacks_too_large`.
 */
export const readMsg = (bytes: Uint8Array, limits: ItemLimits): MapiItem => {
  const root = readCompound(bytes);
  if (!root.streams.has(PROPERTIES)) throw new DossierError('damaged');
  const named = readNames(root.storages.get(NAMES)?.());
  const raw = rawOf(root, HEADER_BYTES, named);
  const codePage = codePageOf(raw);
  const inside = (prefix: string): Storage[] =>
    [...root.storages]
      .filter(([name]) => name.toLowerCase().startsWith(prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, MAX_ITEMS)
      .map(([, open]) => open());
  return {
    properties: readProperties(raw, codePage),
    recipients: inside(RECIPIENT).map((storage) =>
      readProperties(rawOf(storage, HEADER_BYTES_OTHERS, named), codePage),
    ),
    attachments: inside(ATTACHMENT).map((storage) =>
      attachmentOf(storage, root, readProperties(rawOf(storage, HEADER_BYTES_OTHERS, named), codePage), limits),
    ),
  };
};

const attachmentOf = (
  storage: Storage,
  root: Storage,
  properties: MapiAttachment['properties'],
  limits: ItemLimits,
): MapiAttachment => {
  const inner = storage.storages.get(EMBEDDED);
  const embedded = inner !== undefined && properties.integer(id.attachMethod) === EMBEDDED_MESSAGE;
  return {
    properties,
    embedded,
    extension: '.msg',
    content: () => {
      if (inner === undefined) return properties.binary(id.attachData);
      const copy = createCopier(limits);
      return writeCompound(embedded ? embeddedMessage(inner(), root, copy) : copy(inner()));
    },
  };
};

/**
 * A message that is attached, as a file of its own: what it was inside, with the longer header that a file's own
 * message has, and with the names of properties, which only the outermost message holds ([MS-OXMSG] 2.2.3, 2.4.1.2).
 */
const embeddedMessage = (inner: Storage, root: Storage, copy: (storage: Storage) => Folder): Folder => {
  const { streams, folders } = copy(inner);
  const properties = streams.get(PROPERTIES) ?? new Uint8Array();
  const list = Buffer.concat([
    properties.subarray(0, HEADER_BYTES_INSIDE),
    Buffer.alloc(HEADER_BYTES - HEADER_BYTES_INSIDE),
    properties.subarray(HEADER_BYTES_INSIDE),
  ]);
  const names = root.storages.get(NAMES)?.();
  return {
    streams: new Map([...streams, [PROPERTIES, new Uint8Array(list)]]),
    folders: new Map([...folders, ...(names === undefined ? [] : [[NAMES, copy(names)] as const])]),
  };
};

/** Copies folders, at most so deep and so many bytes: streams may share their sectors, and folders stand in one another. */
const createCopier = ({ maxNesting, maxUnpackedBytes }: ItemLimits): ((storage: Storage) => Folder) => {
  let bytes = 0;
  let items = 0;
  const copy = (storage: Storage, level: number): Folder => {
    if (level > maxNesting) throw new DossierError('nested_too_deep', { limit: maxNesting });
    items += storage.streams.size + storage.storages.size;
    const read = [...storage.streams].map(([name, stream]): [string, Uint8Array] => {
      const content = stream.read();
      bytes += content.byteLength;
      if (bytes > maxUnpackedBytes || items > MAX_COPIED) {
        throw new DossierError('unpacks_too_large', { limit: maxUnpackedBytes });
      }
      return [name, content];
    });
    const folders = [...storage.storages].map(([name, open]): [string, Folder] => [name, copy(open(), level + 1)]);
    return { streams: new Map(read), folders: new Map(folders) };
  };
  return (storage) => copy(storage, 1);
};

/** Streams and folders of one message; real ones have some thousands with all that is attached to them. */
const MAX_COPIED = 200_000;

/** Values of fixed size stand in the list of properties, others in streams that are named by their tag. */
const rawOf = (storage: Storage, headerBytes: number, named: Names): RawProperties => {
  const fixed = new Map<number, RawValue>();
  const list = storage.streams.get(PROPERTIES)?.read() ?? new Uint8Array();
  const view = new DataView(list.buffer, list.byteOffset, list.byteLength);
  for (let at = headerBytes; at + ENTRY_BYTES <= list.byteLength; at += ENTRY_BYTES) {
    const tag = view.getUint32(at, true);
    fixed.set(tag >>> 16, { type: tag & 0xffff, bytes: list.subarray(at + 8, at + ENTRY_BYTES) });
  }
  const variable = new Map<number, { readonly type: number; readonly name: string }>();
  for (const name of storage.streams.keys()) {
    const tag = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})$/i.exec(name);
    if (tag === null) continue;
    const property = Number.parseInt(tag[1] ?? '', 16);
    const type = Number.parseInt(tag[2] ?? '', 16);
    // Unicode wins over 8 bits where both are there.
    if (variable.get(property)?.type !== 0x001f) variable.set(property, { type, name });
  }
  return {
    get: (property) => {
      const stream = variable.get(property);
      if (stream === undefined) return fixed.get(property);
      return { type: stream.type, bytes: storage.streams.get(stream.name)?.read() ?? new Uint8Array() };
    },
    named: (set, lid) => named.get(`${set}/${lid}`),
  };
};
