import type { ParsedDocument } from '../../../../core/document/parsed.ts';
import { plugin } from '../../../../plugins/parsers/eml.ts';
import { parseWith } from '../../../contracts/parser.ts';

/** A message of these header lines and this body, with the line ends of the way. `body` may hold bytes as Latin-1. */
export const message = (header: readonly string[], body: string): Uint8Array =>
  new Uint8Array(Buffer.from([...header, '', body].join('\r\n').replace(/\r?\n/g, '\r\n'), 'latin1'));

export const headers = ['From: ann@example.com', 'To: bob@example.com', 'Date: Tue, 14 Apr 2026 09:12:00 +0200'];

/** The bytes of a text in UTF-8, as `message` takes them. */
export const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** One part of a multipart. */
export const part = (header: readonly string[], body: string): string => [...header, '', body].join('\n');

export const multipart = (subtype: string, parts: readonly string[], boundary = 'b1'): readonly [string[], string] => [
  [`Content-Type: multipart/${subtype}; boundary="${boundary}"`],
  `${parts.map((one) => `--${boundary}\n${one}\n`).join('')}--${boundary}--\n`,
];

/** A multipart as a part of another. */
export const nested = (subtype: string, parts: readonly string[], boundary: string): string => {
  const [header, body] = multipart(subtype, parts, boundary);
  return part(header, body);
};

export const readMultipart = (
  subtype: string,
  parts: readonly string[],
  more: readonly string[] = [],
): Promise<ParsedDocument> => {
  const [header, body] = multipart(subtype, parts);
  return parseWith(plugin, message([...headers, ...more, ...header], body));
};

export const readText = (body: string, more: readonly string[] = []): Promise<ParsedDocument> =>
  parseWith(plugin, message([...headers, ...more], body));

/** What stands between the header and the list of attachments. */
export const bodyOf = ({ text }: ParsedDocument): string =>
  text
    .replace(/^[\s\S]*?Date: [^\n]*(?:\nSubject: [^\n]*)?(?:\n\n|$)/, '')
    .replace(/(?:^|\n\n)Attachments: [^\n]*$/, '');

export const plain = (text: string): string => part(['Content-Type: text/plain; charset=utf-8'], utf8(text));
export const html = (text: string): string => part(['Content-Type: text/html; charset=utf-8'], utf8(text));

export const file = (disposition: string, content: string | Uint8Array, type = 'application/pdf'): string =>
  part(
    [`Content-Type: ${type}`, `Content-Disposition: ${disposition}`, 'Content-Transfer-Encoding: base64'],
    Buffer.from(content).toString('base64'),
  );

/** The header of a PNG of this size, which is all that is looked at. */
export const png = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return new Uint8Array(bytes);
};
