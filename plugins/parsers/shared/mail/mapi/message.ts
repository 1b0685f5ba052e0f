import type { ParseWarning } from '../../../../../core/document/parsed.ts';
import { DossierError } from '../../../../../core/errors/error.ts';
import type { ParseLimits } from '../../../../../core/ports/parser.ts';
import { decompressRtf } from '../../rtf/decompress.ts';
import { readRtf } from '../../rtf/read.ts';
import { chooseAlternative } from '../alternatives.ts';
import { readHtmlBody, readPlainBody } from '../body.ts';
import { codePageName, decodeCharset } from '../charset.ts';
import type { HistoryOptions } from '../history/lines.ts';
import { isForwarded, isReply } from '../history/phrases.ts';
import type { Attachment, BodyText, MailMessage } from '../message.ts';
import { mapiHeader } from './header.ts';
import type { MapiItem } from './item.ts';
import { id, type Properties } from './properties.ts';

/** What MIME knows better: a body that was signed or encrypted as a whole, which Outlook keeps as an attachment. */
export type Secured = (
  kind: 'signed' | 'opaque',
  content: Uint8Array,
  thread: HistoryOptions,
) => Promise<Pick<MailMessage, 'bodies' | 'attachments' | 'warnings'>>;

const BY_REFERENCE = new Set([2, 3, 4, 7]);
/** Shown in the text, [MS-OXCMSG] 2.2.2.18. */
const RENDERED_IN_BODY = 4;
const RIGHTS_MANAGED = /\.rpmsg$/i;

/**
 * An item of Outlook's as a message: header, body, attachments. `outer` is what the subject of the message around it
 * says, where it has none of its own. Throws `too_much_text` and `unpacks_too_large`.
 */
export const mapiMessage = async (
  item: MapiItem,
  limits: ParseLimits,
  outer: HistoryOptions | undefined,
  secured: Secured,
): Promise<MailMessage> => {
  const { subject, lines, warnings } = mapiHeader(item);
  const thread = outer ?? { forwarded: isForwarded(subject), reply: isReply(subject) };
  const kind = item.properties.text(id.messageClass).toLowerCase();
  if (kind.startsWith('ipm.note.smime')) {
    const content = item.attachments[0]?.content() ?? new Uint8Array();
    const inner = await secured(kind.includes('multipartsigned') ? 'signed' : 'opaque', content, thread);
    return { subject, headers: lines, ...inner, warnings: [...warnings, ...inner.warnings] };
  }
  const { body, shown } = await readBody(item.properties, limits, thread);
  const found = readAttachments(item, shown, limits);
  return {
    subject,
    headers: lines,
    bodies: [body],
    attachments: found.attachments,
    warnings: [...warnings, ...found.warnings],
  };
};

const readBody = async (
  properties: Properties,
  limits: ParseLimits,
  thread: HistoryOptions,
): Promise<{ readonly body: BodyText; readonly shown: ReadonlySet<string> }> => {
  const plain = readPlainBody(properties.text(id.body), limits, thread);
  const rich = htmlOf(properties);
  if (rich.kind === 'text') {
    const text = readPlainBody(rich.text, limits, thread);
    return { body: text.text === '' ? plain : text, shown: new Set() };
  }
  const html = await readHtmlBody(rich.text, limits, thread);
  const body = chooseAlternative(html, plain).shown === 'html' ? html : plain;
  const shown = [...rich.text.matchAll(/\bcid:([^"'\s>)]{1,300})/gi)].map((match) => (match[1] ?? '').toLowerCase());
  return { body, shown: new Set(shown) };
};

const META_CHARSET = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:-]{1,40})/i;

/** HTML where the item has some, directly or inside RTF; the text of RTF otherwise. */
const htmlOf = (properties: Properties): { readonly kind: 'html' | 'text'; readonly text: string } => {
  const text = properties.text(id.html);
  if (text.trim() !== '') return { kind: 'html', text };
  const bytes = properties.binary(id.html);
  if (bytes !== undefined && bytes.byteLength > 0) {
    const page = properties.integer(id.internetCodePage);
    const stated = META_CHARSET.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1];
    const label = page === undefined || page <= 0 ? stated : codePageName(page);
    return { kind: 'html', text: decodeCharset(bytes, label).text };
  }
  const compressed = properties.binary(id.compressedRtf);
  const rtf = compressed === undefined ? undefined : decompressRtf(compressed);
  return rtf === undefined ? { kind: 'text', text: '' } : readRtf(rtf);
};

const readAttachments = (
  { attachments, properties }: MapiItem,
  shown: ReadonlySet<string>,
  limits: ParseLimits,
): { readonly attachments: readonly Attachment[]; readonly warnings: readonly ParseWarning[] } => {
  const found: Attachment[] = [];
  const warnings = new Map<string, string>();
  let total = 0;
  for (const attachment of attachments) {
    const { text, integer, flag } = attachment.properties;
    const given = text(id.attachLongFileName) || text(id.displayName) || text(id.attachFileName);
    const name = attachment.embedded ? `${given.replace(/[/\\]/g, '-') || 'message'}${attachment.extension}` : given;
    const mediaType = text(id.attachMediaType).toLowerCase();
    if (mediaType === 'application/pgp-encrypted') {
      warnings.set('encrypted-content', ENCRYPTED);
      continue;
    }
    if (RIGHTS_MANAGED.test(name) || mediaType === 'application/x-microsoft-rpmsg-message') {
      const message =
        'The content of the message is protected by rights management and could not be read; its header could.';
      warnings.set('encrypted-content', message);
      continue;
    }
    const content = BY_REFERENCE.has(integer(id.attachMethod) ?? 1) ? undefined : attachment.content();
    if (content === undefined) {
      warnings.set('external-body', 'An attachment is kept elsewhere and only named here; nothing is fetched.');
      continue;
    }
    // With the one before it, PGP/MIME as Outlook keeps it (RFC 3156).
    if (warnings.has('encrypted-content') && isArmored(content)) continue;
    total += content.byteLength;
    if (total > limits.maxUnpackedBytes)
      throw new DossierError('unpacks_too_large', { limit: limits.maxUnpackedBytes });
    const contentId = text(id.attachContentId).replace(/^<|>$/g, '').toLowerCase();
    const rendered =
      (contentId !== '' && shown.has(contentId)) || ((integer(id.attachFlags) ?? 0) & RENDERED_IN_BODY) !== 0;
    const inText = isPicture(mediaType, name) && (rendered || flag(id.attachHidden));
    found.push({ name, mediaType, bytes: content, inText });
  }
  if (/^-----BEGIN PGP MESSAGE-----/m.test(properties.text(id.body))) {
    warnings.set('encrypted-content', 'A part of the message is encrypted and could not be read.');
  }
  return { attachments: found, warnings: [...warnings].map(([code, message]) => ({ code, message })) };
};

const ENCRYPTED = 'The content of the message is encrypted and could not be read; its header could.';

const isArmored = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 100)).toString('latin1').trimStart().startsWith('-----BEGIN PGP MESSAGE-----');

const isPicture = (mediaType: string, name: string): boolean =>
  mediaType.startsWith('image/') || /\.(?:png|jpe?g|gif|bmp|webp)$/i.test(name);
