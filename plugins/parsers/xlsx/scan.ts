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

/** Throws `damaged` where a tag, a comment or a section does not end. */
export const scanXml = (xml: string, events: XmlEvents): void => {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return;
    if (start > at) events.text?.(xml.slice(at, start));
    const first = xml.charCodeAt(start + 1);
    if (first === EXCLAMATION) {
      at = skipDeclaration(xml, start, events);
    } else if (first === QUESTION) {
      at = after(xml, '?>', start);
    } else if (first === SLASH) {
      at = after(xml, '>', start);
      events.close?.(localName(xml.slice(start + 2, at - 1).trimEnd()));
    } else {
      const end = tagEnd(xml, start);
      const empty = xml.charCodeAt(end - 1) === SLASH;
      const tag = xml.slice(start + 1, empty ? end - 1 : end);
      const name = /^[^\s/]*/.exec(tag)?.[0] ?? '';
      const local = localName(name);
      events.open?.(local, tag.slice(name.length), empty);
      if (empty) events.close?.(local);
      at = end + 1;
    }
  }
};

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** The ">" of a tag: in the values of attributes it is an ordinary character. */
const tagEnd = (xml: string, start: number): number => {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
  }
  throw new DossierError('damaged');
};

const after = (xml: string, end: string, from: number): number => {
  const found = xml.indexOf(end, from);
  if (found < 0) throw new DossierError('damaged');
  return found + end.length;
};

const skipDeclaration = (xml: string, start: number, events: XmlEvents): number => {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start);
  if (xml.startsWith('<![CDATA[', start)) {
    const end = after(xml, ']]>', start);
    events.text?.(xml.slice(start + 9, end - 3).replaceAll('&', '&amp;'));
    return end;
  }
  const end = after(xml, '>', start);
  const subset = xml.slice(start, end).indexOf('[');
  return subset < 0 ? end : after(xml, '>', after(xml, ']', start + subset));
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
