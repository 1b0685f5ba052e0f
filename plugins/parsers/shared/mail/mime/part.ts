import { fieldText, parseFields } from '../fields.ts';
import { decodeTransfer } from '../transfer.ts';
import type { Part } from './parts.ts';

const HEADER_BYTES = 64 * 1024;

/** A forwarded message is named by its subject. */
export const subjectName = (bytes: Uint8Array): string => {
  const header =
    Buffer.from(bytes.subarray(0, HEADER_BYTES))
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const subject = fieldText(parseFields(header).find(({ name }) => name === 'subject')?.value ?? '');
  return subject === '' ? '' : `${subject.replace(/[/\\]/g, '-').slice(0, 200)}.eml`;
};

export const nameOf = (part: Part, charset: string | undefined): string => {
  const name = part.disposition.parameters.get('filename') ?? part.type.parameters.get('name') ?? '';
  // A name in RFC 2231 is text already; any other may hold bytes or encoded words.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: beyond Latin-1 it was decoded
  return /[^\u0000-\u00ff]/.test(name) ? name : fieldText(name, charset);
};

const encodingOf = (part: Part): string =>
  part.fields.find(({ name }) => name === 'content-transfer-encoding')?.value ?? '';

/** A Content-ID without its brackets. */
export const bare = (id: string): string => id.trim().replace(/^<|>$/g, '');

export const contentId = (part: Part): string =>
  bare(part.fields.find(({ name }) => name === 'content-id')?.value ?? '');

/** The body as it was before it was encoded for the way. */
export const bytesOf = (part: Part): Uint8Array => decodeTransfer(part.body, encodingOf(part));
