import { DossierError } from '../../../../../core/errors/error.ts';
import type { MapiAttachment, MapiItem } from './item.ts';
import { codePageOf, guidText, id, type RawProperties, type RawValue, readProperties } from './properties.ts';

/** [MS-OXTNEF] 2.1.3.1, 2.1.3.2: attributes that hold what is not in the properties as well. */
const SIGNATURE = 0x223e9f78;
const attribute = {
  subject: 0x00018004,
  body: 0x0002800c,
  attachmentTitle: 0x00018010,
  attachmentData: 0x0006800f,
  attachmentBegins: 0x00069002,
  properties: 0x00069003,
  recipients: 0x00069004,
  attachmentProperties: 0x00069005,
  codePage: 0x00069007,
} as const;

type Values = Map<number, RawValue>;
type Named = Map<string, number>;
type Bag = { readonly values: Values; readonly named: Named };
type Part = { readonly bag: Bag; data: Uint8Array | undefined; title: RawValue | undefined };

const MAX_ATTACHMENTS = 5000;
const MAX_PROPERTIES = 10_000;
const MAX_RECIPIENTS = 10_000;

/**
 * A message in Outlook's own wrapping ("winmail.dat", [MS-OXTNEF]). Reads as far as it goes; checksums are not
 * looked at, since programs that changed an attribute left them as they were. Throws `damaged` where it is none.
 */
export const readTnef = (bytes: Uint8Array): MapiItem => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 6 || view.getUint32(0, true) !== SIGNATURE) throw new DossierError('damaged');
  const message: Bag = { values: new Map(), named: new Map() };
  const parts: Part[] = [];
  let recipients: Bag[] = [];
  let page: number | undefined;
  for (let at = 6; at + 9 <= bytes.byteLength; ) {
    const kind = view.getUint32(at + 1, true);
    const length = view.getUint32(at + 5, true);
    const data = bytes.subarray(at + 9, at + 9 + length);
    at += 9 + length + 2;
    const part = parts.at(-1);
    const cursor = createCursor(data);
    if (kind === attribute.codePage && data.byteLength >= 4) page = cursor.long();
    else if (kind === attribute.properties) readBag(cursor, message);
    else if (kind === attribute.recipients) recipients = readRows(cursor);
    else if (kind === attribute.subject) keep(message, id.subject, string8(data));
    else if (kind === attribute.body) keep(message, id.body, string8(data));
    else if (kind === attribute.attachmentBegins) {
      if (parts.length >= MAX_ATTACHMENTS) break;
      parts.push({ bag: { values: new Map(), named: new Map() }, data: undefined, title: undefined });
    } else if (kind === attribute.attachmentTitle && part !== undefined) part.title = string8(data);
    else if (kind === attribute.attachmentData && part !== undefined) part.data = data;
    else if (kind === attribute.attachmentProperties && part !== undefined) readBag(cursor, part.bag);
  }
  const codePage = codePageOf(rawOf(message)) ?? page;
  return {
    properties: readProperties(rawOf(message), codePage),
    recipients: recipients.map((bag) => readProperties(rawOf(bag), codePage)),
    attachments: parts.map((part) => attachmentOf(part, codePage)),
  };
};

const string8 = (bytes: Uint8Array): RawValue => ({ type: 0x001e, bytes });

/** Properties win over the older attributes, whichever comes first. */
const keep = ({ values }: Bag, property: number, value: RawValue): void => {
  if (!values.has(property)) values.set(property, value);
};

const rawOf = ({ values, named }: Bag): RawProperties => ({
  get: (property) => values.get(property),
  named: (set, lid) => named.get(`${set}/${lid}`),
});

/** An embedded message is TNEF itself, behind the id of its interface. */
const INTERFACE_BYTES = 16;
const EMBEDDED = 5;

const attachmentOf = ({ bag, data, title }: Part, codePage: number | undefined): MapiAttachment => {
  if (title !== undefined) keep(bag, id.attachFileName, title);
  const properties = readProperties(rawOf(bag), codePage);
  const embedded = properties.integer(id.attachMethod) === EMBEDDED;
  const object = properties.binary(id.attachData);
  return {
    properties,
    embedded,
    extension: '.tnef',
    content: () => (embedded ? (object?.subarray(INTERFACE_BYTES) ?? data) : (data ?? object)),
  };
};

/** Reads on in bytes; beyond their end everything is zero and empty. */
type Cursor = {
  done(): boolean;
  long(): number;
  take(length: number): Uint8Array;
};

const createCursor = (bytes: Uint8Array): Cursor => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  return {
    done: () => at >= bytes.byteLength,
    long: () => {
      const value = at + 4 <= bytes.byteLength ? view.getUint32(at, true) : 0;
      at += 4;
      return value;
    },
    take: (length) => {
      const part = bytes.subarray(Math.min(at, bytes.byteLength), at + length);
      at += length;
      return part;
    },
  };
};

const readRows = (cursor: Cursor): Bag[] => {
  const rows: Bag[] = [];
  const count = Math.min(cursor.long(), MAX_RECIPIENTS);
  for (let index = 0; index < count && !cursor.done(); index += 1) {
    const bag: Bag = { values: new Map(), named: new Map() };
    readBag(cursor, bag);
    rows.push(bag);
  }
  return rows;
};

/** [MS-OXTNEF] 2.1.3.4: a list of properties, each padded to four bytes. */
const readBag = (cursor: Cursor, { values, named }: Bag): void => {
  const count = Math.min(cursor.long(), MAX_PROPERTIES);
  for (let index = 0; index < count && !cursor.done(); index += 1) {
    const tag = cursor.long();
    const property = tag >>> 16;
    if (property >= 0x8000) {
      const set = guidText(cursor.take(16));
      if (cursor.long() === 0) named.set(`${set}/${cursor.long()}`, property);
      else cursor.take(padded(cursor.long()));
    }
    const type = tag & 0x0fff;
    const several = (tag & 0x1000) !== 0;
    const bytes = readValue(cursor, type, several);
    if (bytes === undefined) return;
    // Of several values none is shown.
    if (!several) values.set(property, { type, bytes });
  }
};

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** Sizes of values that have one, [MS-OXCDATA] 2.11.1. */
const SIZES: Readonly<Record<number, number>> = {
  1: 4,
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const VARIABLE = new Set([0x000d, 0x001e, 0x001f, 0x0102]);

const readValue = (cursor: Cursor, type: number, several: boolean): Uint8Array | undefined => {
  const size = SIZES[type];
  if (size === undefined && !VARIABLE.has(type)) return undefined;
  const count = several || size === undefined ? Math.min(cursor.long(), MAX_PROPERTIES) : 1;
  let first: Uint8Array = new Uint8Array();
  for (let index = 0; index < count && !cursor.done(); index += 1) {
    const length = size ?? cursor.long();
    const value = cursor.take(length);
    cursor.take(padded(length) - length);
    if (index === 0) first = value;
  }
  return first;
};
