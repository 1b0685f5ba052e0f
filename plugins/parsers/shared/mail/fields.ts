import { decodeCharset } from './charset.ts';
import { decodeWords } from './words.ts';

/** One field of a header, unfolded. `value` holds its bytes as Latin-1, so that its character set can still be chosen. */
export type Field = { readonly name: string; readonly value: string };

export type Parameters = ReadonlyMap<string, string>;

/** A value such as `text/plain; charset=utf-8`, its first part in lower case. */
export type Structured = { readonly value: string; readonly parameters: Parameters };

const FIELD = /^([!-9;-~]+)[ \t]*:/;

/** The fields of a header section; lines that are none are passed over. */
export const parseFields = (section: string): Field[] => {
  const fields: { name: string; parts: string[] }[] = [];
  for (const line of section.split(/\r\n|\n|\r/)) {
    if (/^[ \t]/.test(line)) fields.at(-1)?.parts.push(line);
    else {
      const match = FIELD.exec(line);
      if (match !== null) fields.push({ name: (match[1] ?? '').toLowerCase(), parts: [line.slice(match[0].length)] });
    }
  }
  return fields.map(({ name, parts }) => ({ name, value: parts.join('').trim() }));
};

/**
 * A field's value as text: 8-bit characters as UTF-8, else in the character set of the message's body, and encoded
 * words (RFC 2047) decoded.
 */
export const fieldText = (value: string, charset?: string): string =>
  decodeWords(rawText(value, charset)).replace(/\s+/g, ' ').trim();

/** The same without encoded words, for what is to be taken apart first. */
export const rawText = (value: string, charset?: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: beyond ASCII, or ISO-2022
  /[\x1b\x80-\xff]/.test(value) ? decodeCharset(Buffer.from(value, 'latin1'), charset).text : value;

/** Longer ones are not written by any program. */
const MAX_STRUCTURED = 20_000;

/** RFC 2045, 5.1, with what real programs write: blanks without quotation marks, backslashes of Windows' paths. */
export const parseStructured = (value: string): Structured => {
  const parts = splitParts(value.slice(0, MAX_STRUCTURED));
  const raw = new Map<string, string>();
  for (const part of parts.slice(1)) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const name = part.slice(0, equals).trim().toLowerCase();
    // The first counts, as with fields: what a later one says was not seen by others.
    if (name !== '' && !raw.has(name)) raw.set(name, unquote(part.slice(equals + 1).trim()));
  }
  return {
    value: (parts[0] ?? '')
      .replace(/\(.*?\)/g, '')
      .trim()
      .toLowerCase(),
    parameters: continued(raw),
  };
};

const splitParts = (value: string): string[] => {
  const parts: string[] = [];
  let from = 0;
  let inQuotes = false;
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    // A backslash before the last quotation mark ends a Windows path.
    const escaped = character === '\\' && inQuotes && value.charAt(at + 1) === '"';
    if (escaped && !/^\s*(?:;|$)/.test(value.slice(at + 2, at + 40))) at += 1;
    else if (character === '"') inQuotes = !inQuotes;
    else if (character === ';' && !inQuotes) {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(value.slice(from));
  return parts;
};

const unquote = (value: string): string => {
  if (!value.startsWith('"')) return value.replace(/\s+\(.*\)$/, '');
  const end = value.length > 1 && value.endsWith('"') ? value.length - 1 : value.lastIndexOf('"');
  return value.slice(1, end > 0 ? end : value.length).replace(/\\(["\\])/g, '$1');
};

/** RFC 2231: `name*0*=utf-8''…; name*1*=…` and `name*=utf-8''…` are one parameter. */
const continued = (raw: ReadonlyMap<string, string>): Parameters => {
  const parameters = new Map<string, string>();
  const sections = new Map<string, { index: number; encoded: boolean; value: string }[]>();
  for (const [key, value] of raw) {
    const match = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(key);
    if (match === null) parameters.set(key, value);
    else {
      const list = sections.get(match[1] ?? '') ?? [];
      list.push({ index: Number(match[2] ?? 0), encoded: match[2] === undefined || match[3] === '*', value });
      sections.set(match[1] ?? '', list);
    }
  }
  for (const [name, list] of sections) {
    list.sort((a, b) => a.index - b.index);
    const stated = list[0]?.encoded === true ? /^([^']*)'[^']*'([\s\S]*)$/.exec(list[0].value) : null;
    const bytes = list.map(({ encoded, value }, index) => {
      const content = index === 0 && stated !== null ? (stated[2] ?? '') : value;
      return encoded
        ? content.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        : content;
    });
    // It wins over the plain one beside it, which is there for programs that do not know RFC 2231.
    parameters.set(name, decodeCharset(Buffer.from(bytes.join(''), 'latin1'), stated?.[1]).text);
  }
  return parameters;
};
