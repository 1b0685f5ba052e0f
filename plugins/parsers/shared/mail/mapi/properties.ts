import { codePageName, decodeCharset } from '../charset.ts';

/** A value as it is stored, and its type ([MS-OXCDATA] 2.11.1). Values of up to eight bytes are padded to eight. */
export type RawValue = { readonly type: number; readonly bytes: Uint8Array };

/** The properties of a message, a recipient or an attachment, wherever they are kept. */
export type RawProperties = {
  get(id: number): RawValue | undefined;
  /** The id that a named property has here; `set` is a GUID as text. */
  named(set: string, lid: number): number | undefined;
};

/** Ids of properties, [MS-OXPROPS]. */
export const id = {
  messageClass: 0x001a,
  subject: 0x0037,
  submitTime: 0x0039,
  subjectPrefix: 0x003d,
  representingName: 0x0042,
  representingAddressType: 0x0064,
  representingAddress: 0x0065,
  transportHeaders: 0x007d,
  senderName: 0x0c1a,
  senderAddressType: 0x0c1e,
  senderAddress: 0x0c1f,
  recipientType: 0x0c15,
  displayBcc: 0x0e02,
  displayCc: 0x0e03,
  displayTo: 0x0e04,
  deliveryTime: 0x0e06,
  normalizedSubject: 0x0e1d,
  body: 0x1000,
  compressedRtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  addressType: 0x3002,
  address: 0x3003,
  attachData: 0x3701,
  attachFileName: 0x3704,
  attachMethod: 0x3705,
  attachLongFileName: 0x3707,
  attachMediaType: 0x370e,
  attachContentId: 0x3712,
  attachFlags: 0x3714,
  smtpAddress: 0x39fe,
  businessPhone: 0x3a08,
  homePhone: 0x3a09,
  company: 0x3a16,
  jobTitle: 0x3a17,
  mobilePhone: 0x3a1c,
  internetCodePage: 0x3fde,
  messageCodePage: 0x3ffd,
  senderSmtpAddress: 0x5d01,
  representingSmtpAddress: 0x5d02,
  attachHidden: 0x7ffe,
} as const;

const UNICODE = 0x001f;
const STRING8 = 0x001e;
const BINARY = 0x0102;
const LONG = 0x0003;
const SHORT = 0x0002;
const BOOLEAN = 0x000b;
const TIME = 0x0040;

export type Properties = {
  text(id: number): string;
  /** Bytes of a binary value; a string's as they are. */
  binary(id: number): Uint8Array | undefined;
  integer(id: number): number | undefined;
  flag(id: number): boolean;
  time(id: number): Date | undefined;
  /** 0 where the named property is not there. */
  named(set: string, lid: number): number;
};

const utf16 = new TextDecoder('utf-16le');
/** 1601-01-01 to 1970-01-01 in tenths of a microsecond, [MS-DTYP] 2.3.3. */
const EPOCH = 116_444_736_000_000_000n;
const MAX_MILLISECONDS = 253_402_300_799_999;

/** Values by their types; one that is not there or of another type is empty. Strings of 8 bits are in `codePage`. */
export const readProperties = (raw: RawProperties, codePage: number | undefined): Properties => {
  const of = (property: number, ...types: number[]): DataView | undefined => {
    const value = raw.get(property);
    if (value === undefined || !types.includes(value.type)) return undefined;
    return new DataView(value.bytes.buffer, value.bytes.byteOffset, value.bytes.byteLength);
  };
  return {
    text: (property) => {
      const value = raw.get(property);
      if (value?.type === UNICODE) return cleaned(utf16.decode(value.bytes.subarray(0, value.bytes.byteLength & ~1)));
      if (value?.type !== STRING8) return '';
      const end = value.bytes.indexOf(0);
      const bytes = end < 0 ? value.bytes : value.bytes.subarray(0, end);
      return cleaned(decodeCharset(bytes, codePage === undefined ? undefined : codePageName(codePage)).text);
    },
    binary: (property) => {
      const value = raw.get(property);
      return value === undefined || ![BINARY, STRING8, UNICODE, 0x000d].includes(value.type) ? undefined : value.bytes;
    },
    integer: (property) => {
      const view = of(property, LONG, SHORT);
      if (view === undefined || view.byteLength < 2) return undefined;
      return view.byteLength < 4 ? view.getInt16(0, true) : view.getInt32(0, true);
    },
    flag: (property) => {
      const view = of(property, BOOLEAN);
      return view !== undefined && view.byteLength > 0 && view.getUint8(0) !== 0;
    },
    time: (property) => {
      const view = of(property, TIME);
      if (view === undefined || view.byteLength < 8) return undefined;
      const milliseconds = Number((view.getBigUint64(0, true) - EPOCH) / 10_000n);
      return milliseconds > 0 && milliseconds < MAX_MILLISECONDS ? new Date(milliseconds) : undefined;
    },
    named: (set, lid) => raw.named(set, lid) ?? 0,
  };
};

const cleaned = (text: string): string => {
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).toWellFormed();
};

/** The code page of a message's strings of 8 bits, as far as it says. */
export const codePageOf = (raw: RawProperties): number | undefined => {
  const { integer } = readProperties(raw, undefined);
  const page = integer(id.messageCodePage) ?? integer(id.internetCodePage);
  return page === undefined || page <= 0 ? undefined : page;
};

/** A GUID as text, from the form in which it is stored ([MS-DTYP] 2.3.4.2). */
export const guidText = (bytes: Uint8Array): string => {
  const hex = (from: number, to: number, reverse: boolean): string => {
    const part = Buffer.from(bytes.subarray(from, to));
    return (reverse ? part.reverse() : part).toString('hex');
  };
  return [hex(0, 4, true), hex(4, 6, true), hex(6, 8, true), hex(8, 10, false), hex(10, 16, false)].join('-');
};
