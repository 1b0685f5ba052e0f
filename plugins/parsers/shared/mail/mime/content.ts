import type { ParseWarning } from '../../../../../core/document/parsed.ts';
import type { ParseLimits } from '../../../../../core/ports/parser.ts';
import type { Decoded } from '../../../../../core/sniff/decode.ts';
import { encodingWarnings } from '../../encoding.ts';
import { chooseAlternative } from '../alternatives.ts';
import { readHtmlBody, readPlainBody } from '../body.ts';
import { decodeCharset } from '../charset.ts';
import { unflow } from '../flowed.ts';
import type { HistoryOptions } from '../history/lines.ts';
import { readInvitation } from '../invitation.ts';
import type { Attachment, BodyText } from '../message.ts';
import { uuencoded } from '../transfer.ts';
import { bare, bytesOf, contentId, nameOf, subjectName } from './part.ts';
import type { Part } from './parts.ts';
import { isEncrypted, isSignature, signedContent, withoutArmor } from './secured.ts';
import { isWinmail, readWinmail } from './winmail.ts';

export type Content = {
  readonly bodies: readonly BodyText[];
  readonly attachments: readonly Attachment[];
  readonly warnings: readonly ParseWarning[];
};

/** A body with what it was read from, which decides between alternatives. */
type Piece = BodyText & { readonly kind: 'html' | 'plain' };

/** An attachment, and by what an HTML body would show it. */
type Found = Omit<Attachment, 'inText'> & { readonly id: string; readonly shownIn: 'text' | 'list' | 'if referred to' };

type Reader = {
  readonly limits: ParseLimits;
  readonly thread: HistoryOptions;
  /** Character set of the message's own Content-Type, for names that are written as they are. */
  readonly charset: string | undefined;
  readonly attachments: Found[];
  readonly invitations: string[];
  /** Bodies that Outlook wrapped, for a message that has no other. */
  readonly wrapped: BodyText[];
  /** Content-IDs that an HTML body shows. */
  readonly shown: Set<string>;
  readonly warnings: Map<string, string>;
  /** How all bodies together could be decoded. */
  decoded: Decoded;
  /** Takes a MIME entity that was wrapped in another apart. */
  readonly parse: (bytes: Uint8Array) => Part;
};

/** Everything that a message holds: its bodies in order, and what is attached to it or stands in it. */
export const readContent = async (
  root: Part,
  limits: ParseLimits,
  thread: HistoryOptions,
  parse: (bytes: Uint8Array) => Part,
): Promise<Content> => {
  const reader: Reader = {
    limits,
    thread,
    charset: root.type.parameters.get('charset'),
    attachments: [],
    invitations: [],
    wrapped: [],
    shown: new Set(),
    warnings: new Map(),
    decoded: { text: '', encoding: '', replaced: 0, doubtful: false },
    parse,
  };
  const bodies: BodyText[] = await read(root, reader, { first: true, related: false });
  if (bodies.every(({ text }) => text.trim() === '')) bodies.push(...reader.wrapped);
  for (const calendar of reader.invitations.slice(0, 1)) {
    const invitation = readInvitation(calendar);
    if (invitation === undefined) continue;
    const { summary, description } = invitation;
    const says = bodies.some(({ text }) => text.trim() !== '');
    bodies.unshift(readPlainBody(says ? summary : `${summary}\n\n${description}`, limits, thread));
  }
  return {
    bodies,
    attachments: reader.attachments.map(({ id, shownIn, ...attachment }) => ({
      ...attachment,
      inText: shownIn === 'text' || (shownIn === 'if referred to' && reader.shown.has(id)),
    })),
    warnings: [
      ...[...reader.warnings].map(([code, message]) => ({ code, message })),
      ...encodingWarnings(reader.decoded),
    ],
  };
};

type Place = {
  /** Nothing of the message has been read before it. */
  readonly first: boolean;
  /** Inside multipart/related, beside what shows it. */
  readonly related: boolean;
};

const read = async (part: Part, reader: Reader, place: Place): Promise<Piece[]> => {
  const type = part.type.value;
  if (isEncrypted(part)) {
    reader.warnings.set(
      'encrypted-content',
      'The content of the message is encrypted and could not be read; its header could.',
    );
    return [];
  }
  if (type === 'multipart/alternative') return readAlternatives(part, reader, place);
  if (type === 'multipart/related') return readRelated(part, reader, place);
  if (part.parts.length > 0) {
    const pieces: Piece[] = [];
    for (const [index, child] of part.parts.entries()) {
      pieces.push(...(await read(child, reader, { ...place, first: place.first && index === 0 })));
    }
    return pieces;
  }
  return readLeaf(part, reader, place);
};

const readAlternatives = async (part: Part, reader: Reader, place: Place): Promise<Piece[]> => {
  const versions: Piece[][] = [];
  for (const child of part.parts) versions.push(await read(child, reader, { ...place, first: place.first }));
  const readable = versions.filter((version) => version.some(({ text }) => text.trim() !== ''));
  const html = readable.findLast((version) => version.some(({ kind }) => kind === 'html'));
  const plain = readable.find((version) => version.every(({ kind }) => kind === 'plain'));
  if (html === undefined || plain === undefined) return html ?? readable.at(-1) ?? [];
  const { shown, differ } = chooseAlternative(joined(html), joined(plain));
  if (differ) {
    const other = shown === 'html' ? 'plain text' : 'HTML';
    const message = `The message has a version in ${other} that says something else; the other one, which is shown, was read.`;
    reader.warnings.set('alternative-differs', message);
  }
  return shown === 'html' ? html : plain;
};

const joined = (pieces: readonly Piece[]): BodyText => ({
  text: pieces.map(({ text }) => text).join('\n'),
  blocks: [],
  links: [],
});

/** RFC 2387: the part that "start" names, else the first, is shown; the others stand in it. */
const readRelated = async (part: Part, reader: Reader, place: Place): Promise<Piece[]> => {
  const start = part.type.parameters.get('start');
  const named = start === undefined ? -1 : part.parts.findIndex((child) => contentId(child) === bare(start));
  const root = part.parts[Math.max(0, named)];
  if (root === undefined) return readLeaf(part, reader, place);
  const pieces = await read(root, reader, place);
  for (const child of part.parts) {
    if (child !== root) pieces.push(...(await read(child, reader, { first: false, related: true })));
  }
  return pieces;
};

const readLeaf = async (part: Part, reader: Reader, place: Place): Promise<Piece[]> => {
  const type = part.type.value;
  if (isSignature(part)) return [];
  const inner = signedContent(part);
  if (inner !== undefined) return read(reader.parse(inner), reader, place);
  const name = nameOf(part, reader.charset);
  const attached = part.disposition.value === 'attachment';
  if (type === 'text/calendar' && !attached && name === '') {
    reader.invitations.push(textOf(part, reader));
    return [];
  }
  if (type === 'message/delivery-status' || type === 'message/disposition-notification') {
    return [{ kind: 'plain', ...readPlainBody(textOf(part, reader), reader.limits, reader.thread) }];
  }
  const body =
    /^text\/(?:plain|html|enriched|x-amp-html|watch-html)$|^message\/partial$/.test(type) ||
    (type === 'text' && !attached);
  const shown = body && !attached && (name === '' || place.first) && (!place.related || contentId(part) === '');
  if (!shown) {
    await attach(part, name, reader, place);
    return [];
  }
  if (type === 'message/partial') {
    reader.warnings.set(
      'partial-message',
      'The message is one part of a longer one that was sent in pieces; the others are not here.',
    );
  }
  // Versions for screens that hold no more than a glance.
  if (type === 'text/x-amp-html' || type === 'text/watch-html') return [];
  if (type === 'text/html') return [await readHtml(part, reader)];
  return [readPlain(part, reader)];
};

const readHtml = async (part: Part, reader: Reader): Promise<Piece> => {
  const html = textOf(part, reader);
  for (const match of html.matchAll(/\bcid:([^"'\s>)]{1,300})/gi))
    reader.shown.add(decoded(match[1] ?? '').toLowerCase());
  return { kind: 'html', ...(await readHtmlBody(html, reader.limits, reader.thread)) };
};

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

const readPlain = (part: Part, reader: Reader): Piece => {
  const bytes = bytesOf(part);
  const files = uuencoded(bytes);
  for (const { name, bytes: content } of files) {
    reader.attachments.push({ name, mediaType: '', bytes: content, id: '', shownIn: 'list' });
  }
  const kept = files.length === 0 ? bytes : without(bytes, files);
  const charset = part.type.parameters.get('charset');
  const text = decodeBody(kept, charset, reader);
  if (/^-----BEGIN PGP MESSAGE-----/m.test(text)) {
    reader.warnings.set('encrypted-content', 'A part of the message is encrypted and could not be read.');
  }
  const { parameters } = part.type;
  const flowed = parameters.get('format')?.toLowerCase() === 'flowed';
  const lines = withoutArmor(text.replace(/\r\n?/g, '\n'));
  const source = flowed ? unflow(lines, parameters.get('delsp')?.toLowerCase() === 'yes') : lines;
  return { kind: 'plain', ...readPlainBody(source, reader.limits, reader.thread) };
};

const without = (bytes: Uint8Array, spans: readonly { readonly start: number; readonly end: number }[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    parts.push(bytes.subarray(from, start));
    from = end;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
};

const attach = async (part: Part, name: string, reader: Reader, { related }: Place): Promise<void> => {
  const mediaType = part.type.value;
  if (mediaType === 'message/external-body') {
    reader.warnings.set('external-body', 'An attachment is kept elsewhere and only named here; nothing is fetched.');
    return;
  }
  const bytes = bytesOf(part);
  if (bytes.byteLength === 0 && name === '') return;
  if (isWinmail(mediaType, name, bytes)) {
    const { bodies, attachments, warnings } = await readWinmail(bytes, reader.limits, reader.thread);
    reader.wrapped.push(...bodies);
    for (const { inText, ...file } of attachments) {
      reader.attachments.push({ ...file, id: '', shownIn: inText ? 'text' : 'list' });
    }
    for (const { code, message } of warnings) reader.warnings.set(code, message);
    return;
  }
  const picture = mediaType.startsWith('image/') && part.disposition.value !== 'attachment';
  const message = /^message\/(?:rfc822|global)$|^text\/rfc822-headers$/.test(mediaType);
  reader.attachments.push({
    name: name === '' && message ? subjectName(bytes) : name,
    mediaType,
    bytes,
    id: contentId(part).toLowerCase(),
    shownIn: !picture ? 'list' : related ? 'text' : 'if referred to',
  });
};

const META_CHARSET = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:-]{1,40})/i;

const textOf = (part: Part, reader: Reader): string => {
  const bytes = bytesOf(part);
  const stated = part.type.parameters.get('charset');
  const inHtml =
    stated === undefined && part.type.value === 'text/html'
      ? META_CHARSET.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1]
      : undefined;
  return decodeBody(bytes, stated ?? inHtml, reader);
};

const decodeBody = (bytes: Uint8Array, charset: string | undefined, reader: Reader): string => {
  const { text, encoding, replaced, doubtful } = decodeCharset(bytes, charset);
  const before = reader.decoded;
  reader.decoded = {
    text: '',
    encoding: doubtful ? encoding : before.encoding,
    replaced: before.replaced + replaced,
    doubtful: before.doubtful || doubtful,
  };
  return text;
};
