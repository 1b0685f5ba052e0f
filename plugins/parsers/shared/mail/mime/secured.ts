import { bytesOf } from './part.ts';
import type { Part } from './parts.ts';

const PKCS7 = /^application\/(?:x-)?pkcs7-mime$/;

/** Whether nothing in the part can be read without a key: PGP/MIME (RFC 3156), S/MIME (RFC 8551), Microsoft's rights management. */
export const isEncrypted = (part: Part): boolean => {
  const type = part.type.value;
  if (type === 'multipart/encrypted') return true;
  if (type === 'application/x-microsoft-rpmsg-message') return true;
  if (!PKCS7.test(type) || part.parts.length > 0) return false;
  const stated = part.type.parameters.get('smime-type')?.toLowerCase();
  return stated === undefined ? signedContent(part) === undefined : stated !== 'signed-data' && stated !== 'certs-only';
};

/** Signatures, keys and the Finder's half of a file from a Mac (RFC 1740), which no reader looks at. */
export const isSignature = (part: Part): boolean =>
  /^application\/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-encrypted|pgp-keys|applefile)$/.test(part.type.value) ||
  part.type.parameters.get('smime-type')?.toLowerCase() === 'certs-only';

/** The MIME entity inside an opaque S/MIME signature; undefined where the part is none or cannot be taken apart. */
export const signedContent = (part: Part): Uint8Array | undefined => {
  if (!PKCS7.test(part.type.value) || part.parts.length > 0) return undefined;
  return signedData(bytesOf(part));
};

/** What PGP wraps around a signed text (RFC 4880, 7), and what it encrypted, says nothing to a reader. */
export const withoutArmor = (text: string): string =>
  text.includes('-----BEGIN PGP ')
    ? text
        .replace(/^-----BEGIN PGP SIGNED MESSAGE-----\n(?:Hash: .*\n)*\n?/m, '')
        .replace(
          /^-----BEGIN PGP (SIGNATURE|MESSAGE|PUBLIC KEY BLOCK)-----\n[\s\S]*?(?:^-----END PGP \1-----|(?![\s\S]))/gm,
          '',
        )
        .replace(/^- (?=-)/gm, '')
    : text;

type Element = { readonly tag: number; readonly start: number; readonly end: number; readonly next: number };

const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;
const OCTET_STRING = 0x04;
const OCTET_STRINGS = 0x24;
const EXPLICIT_0 = 0xa0;
/** 1.2.840.113549.1.7.2, RFC 5652, 5. */
const SIGNED_DATA = '2a864886f70d010702';

/** RFC 5652, 5.1: ContentInfo { id-signedData, [0] SignedData { version, digests, { type, [0] content } … } }. */
const signedData = (bytes: Uint8Array): Uint8Array | undefined => {
  const info = inside(bytes, element(bytes, 0, bytes.byteLength), SEQUENCE);
  if (info[0]?.tag !== OBJECT_IDENTIFIER) return undefined;
  if (Buffer.from(bytes.subarray(info[0].start, info[0].end)).toString('hex') !== SIGNED_DATA) return undefined;
  const [signed] = inside(bytes, info[1], EXPLICIT_0);
  const encapsulated = inside(bytes, signed, SEQUENCE).find(({ tag }) => tag === SEQUENCE);
  const [content] = inside(bytes, inside(bytes, encapsulated, SEQUENCE)[1], EXPLICIT_0);
  if (content?.tag === OCTET_STRING) return bytes.subarray(content.start, content.end);
  const pieces = inside(bytes, content, OCTET_STRINGS).filter(({ tag }) => tag === OCTET_STRING);
  return pieces.length === 0 ? undefined : Buffer.concat(pieces.map(({ start, end }) => bytes.subarray(start, end)));
};

/** Elements that one level holds; larger files hold megabytes in pieces of a kilobyte. */
const MAX_ELEMENTS = 200_000;

const inside = (bytes: Uint8Array, parent: Element | undefined, tag: number): Element[] => {
  if (parent?.tag !== tag) return [];
  const found: Element[] = [];
  for (let at = parent.start; at < parent.end && found.length < MAX_ELEMENTS; ) {
    const one = element(bytes, at, parent.end);
    if (one === undefined || (one.tag === 0 && one.start === one.end)) break;
    found.push(one);
    at = one.next;
  }
  return found;
};

/** How far the ends of elements without a stated length are looked for in one another. */
const MAX_DEPTH = 16;

/** One element of BER (ITU X.690, 8.1), its length stated or ended by two zeros. */
const element = (bytes: Uint8Array, at: number, limit: number, depth = 0): Element | undefined => {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  if (first === 0x80) {
    const start = at + 2;
    let next = start;
    for (let count = 0; depth < MAX_DEPTH && count < MAX_ELEMENTS && next < limit; count += 1) {
      if (bytes[next] === 0 && bytes[next + 1] === 0) return { tag, start, end: next, next: next + 2 };
      const one = element(bytes, next, limit, depth + 1);
      if (one === undefined) return undefined;
      next = one.next;
    }
    return undefined;
  }
  const size = first < 0x80 ? 0 : first & 0x7f;
  if (size > 4) return undefined;
  let length = size === 0 ? first : 0;
  for (let index = 0; index < size; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0);
  const start = at + 2 + size;
  const end = start + length;
  return end <= limit ? { tag, start, end, next: end } : undefined;
};
