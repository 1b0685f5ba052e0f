/** A body as it was before it was encoded for the way (RFC 2045, section 6). What is broken is read as far as it goes. */
export const decodeTransfer = (bytes: Uint8Array, encoding: string): Uint8Array => {
  const name = /[\w-]+/.exec(encoding.toLowerCase())?.[0] ?? '';
  if (name === 'base64') return decodeBase64(bytes);
  if (name === 'quoted-printable') return decodeQuotedPrintable(bytes);
  if (name === 'x-uuencode' || name === 'uuencode' || name === 'x-uue') return uuencoded(bytes)[0]?.bytes ?? bytes;
  return bytes;
};

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Parts that were encoded one by one and joined have padding in between; Node would stop at the first. */
const decodeBase64 = (bytes: Uint8Array): Uint8Array => {
  const text = buffer(bytes).toString('latin1');
  const padding = text.indexOf('=');
  if (padding < 0 || !/[A-Za-z0-9+/]/.test(text.slice(padding, padding + 1000))) return Buffer.from(text, 'base64');
  return Buffer.concat(text.split(/=+/).map((part) => Buffer.from(part, 'base64')));
};

const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;

/** RFC 2045, 6.7: blanks before a line end were added on the way, "=" that begins no code stays. */
export const decodeQuotedPrintable = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.byteLength);
  let size = 0;
  let blanksFrom = 0;
  for (let at = 0; at < bytes.byteLength; at += 1) {
    const byte = bytes[at] as number;
    if (byte === EQUALS) {
      const high = hex(bytes[at + 1]);
      const low = hex(bytes[at + 2]);
      if (high >= 0 && low >= 0) {
        out[size] = high * 16 + low;
        size += 1;
        blanksFrom = size;
        at += 2;
        continue;
      }
      let end = at + 1;
      while (bytes[end] === 0x20 || bytes[end] === 0x09) end += 1;
      if (bytes[end] === CR && bytes[end + 1] === LF) end += 1;
      if (bytes[end] === LF || bytes[end] === CR || end >= bytes.byteLength) {
        at = end;
        blanksFrom = size;
        continue;
      }
    }
    if (byte === LF || byte === CR) size = blanksFrom;
    out[size] = byte;
    size += 1;
    if (byte !== 0x20 && byte !== 0x09) blanksFrom = size;
  }
  return out.subarray(0, size);
};

const hex = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & 0xdf;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1;
};

export type Uuencoded = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it stands in the text, offsets of bytes. */
  readonly start: number;
  readonly end: number;
};

const BEGIN = /(?:^|\n)begin(?:-base64)? [0-7]{3,4} ([^\r\n]{1,300})\r?\n/g;
const MAX_UUENCODED = 100;

/** Files between "begin 644 NAME" and "end" in a text, as mail programs sent them before MIME. */
export const uuencoded = (bytes: Uint8Array): readonly Uuencoded[] => {
  const whole = buffer(bytes);
  if (!whole.includes('begin ')) return [];
  const text = whole.toString('latin1');
  const found: Uuencoded[] = [];
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match !== null && found.length < MAX_UUENCODED; match = BEGIN.exec(text)) {
    const from = BEGIN.lastIndex;
    const decoded = decodeLines(text, from);
    if (decoded === undefined) continue;
    const start = match.index + (match[0].startsWith('\n') ? 1 : 0);
    found.push({ name: match[1] ?? '', bytes: decoded.bytes, start, end: decoded.end });
    BEGIN.lastIndex = decoded.end;
  }
  return found;
};

/** Lines of up to 45 bytes, the first character their number; ends with "`" or a blank and "end". */
const decodeLines = (text: string, from: number): { readonly bytes: Uint8Array; readonly end: number } | undefined => {
  const parts: Uint8Array[] = [];
  for (let at = from; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(at, Math.min(end, at + 200)).replace(/\r$/, '');
    if (/^end\s*$/.test(line)) return { bytes: Buffer.concat(parts), end };
    const size = (line.charCodeAt(0) - 0x20) & 0x3f;
    if (line !== '' && (line.charCodeAt(0) > 0x60 || line.length > 64)) return undefined;
    if (line !== '' && size > 0) parts.push(decodeLine(line, size));
    at = end + 1;
  }
  return undefined;
};

const decodeLine = (line: string, size: number): Uint8Array => {
  const out = new Uint8Array(size);
  const value = (index: number): number => ((line.charCodeAt(index) || 0x20) - 0x20) & 0x3f;
  for (let byte = 0, at = 1; byte < size; byte += 3, at += 4) {
    const group = (value(at) << 18) | (value(at + 1) << 12) | (value(at + 2) << 6) | value(at + 3);
    out[byte] = group >> 16;
    if (byte + 1 < size) out[byte + 1] = (group >> 8) & 0xff;
    if (byte + 2 < size) out[byte + 2] = group & 0xff;
  }
  return out;
};
