import { DossierError } from '../../../core/errors/error.ts';

/**
 * Reads XML from start to end, an event at a time: sheets have millions of elements, of which nothing is to be kept but
 * what a cell shows. Prefixes of namespaces are left out; a document type is skipped, so that no entity is ever defined.
 * Names and values are as in the file: `unescapeXml` gives what they stand for.
 */
export type XmlEvents = {
  /** `attributes` is the text between the name and the end of the tag. */
  open?(name: string, attributes: string, empty: boolean): void;
  /** Also called, after `open`, for an element without contents. */
  close?(name: string): void;
  text?(raw: string): void;
};

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/**
 * `source` is the document, whole or in pieces that may end anywhere. Throws `damaged` where a tag, a comment or a
 * section does not end.
 */
export const scanXml = (source: string | Iterable<string>, events: XmlEvents): void => {
  let rest = '';
  for (const piece of typeof source === 'string' ? [source] : source) {
    const xml = rest === '' ? piece : rest + piece;
    rest = xml.slice(scanPiece(xml, events));
  }
  if (rest.includes('<')) throw new DossierError('damaged');
};

/** How far the piece could be read: up to text or a tag whose end is not in it. */
const scanPiece = (xml: string, events: XmlEvents): number => {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return at;
    const end = constructEnd(xml, start);
    if (end < 0) return at;
    if (start > at) events.text?.(xml.slice(at, start));
    const first = xml.charCodeAt(start + 1);
    if (first === EXCLAMATION) {
      // As text is: "&" is no entity in a section.
      if (xml.startsWith(SECTION, start)) events.text?.(xml.slice(start + 9, end - 3).replaceAll('&', '&amp;'));
    } else if (first === SLASH) {
      events.close?.(localName(xml.slice(start + 2, end - 1).trimEnd()));
    } else if (first !== QUESTION) {
      const empty = xml.charCodeAt(end - 2) === SLASH;
      const tag = xml.slice(start + 1, empty ? end - 2 : end - 1);
      const name = /^[^\s/]*/.exec(tag)?.[0] ?? '';
      const local = localName(name);
      events.open?.(local, tag.slice(name.length), empty);
      if (empty) events.close?.(local);
    }
    at = end;
  }
};

const SECTION = '<![CDATA[';

/** Behind the tag, comment, section or declaration that begins at `start`; -1 where it does not end. */
const constructEnd = (xml: string, start: number): number => {
  const first = xml.charCodeAt(start + 1);
  if (first === SLASH) return after(xml, '>', start);
  if (first === QUESTION) return after(xml, '?>', start);
  if (first !== EXCLAMATION) return tagEnd(xml, start);
  if (xml.length < start + SECTION.length) return -1;
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start + 4);
  if (xml.startsWith(SECTION, start)) return after(xml, ']]>', start);
  const end = after(xml, '>', start);
  const subset = end < 0 ? -1 : xml.slice(start, end).indexOf('[');
  if (subset < 0) return end;
  const closed = after(xml, ']', start + subset);
  return closed < 0 ? -1 : after(xml, '>', closed);
};

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Behind the ">" of a tag: in the values of attributes it is an ordinary character. */
const tagEnd = (xml: string, start: number): number => {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at + 1;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
  }
  return -1;
};

const after = (xml: string, end: string, from: number): number => {
  const found = xml.indexOf(end, from);
  return found < 0 ? -1 : found + end.length;
};

const patterns = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix; undefined where there is none of that name. */
export const xmlAttribute = (attributes: string, name: string): string | undefined => {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : unescapeXml(value);
};

/** "1" and "true" as XML Schema writes them; `absent` where there is no such attribute. */
export const xmlFlag = (attributes: string, name: string, absent = false): boolean => {
  const value = xmlAttribute(attributes, name);
  return value === undefined ? absent : value === '1' || value === 'true' || value === 'on';
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const unescapeXml = (raw: string): string =>
  raw.includes('&')
    ? raw.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
      })
    : raw;

/** "_x000D_" in the strings of spreadsheets ([ECMA-376] Part 1, 22.4.2.4, ST_Xstring). */
export const unescapeXstring = (value: string): string =>
  value.includes('_x')
    ? value.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : value;
