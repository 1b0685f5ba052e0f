import type {
  Block,
  ChildDocument,
  Link,
  ParsedDocumentInput,
  ParseWarning,
} from '../../../../core/document/parsed.ts';
import { DossierError } from '../../../../core/errors/error.ts';
import type { ParseLimits } from '../../../../core/ports/parser.ts';
import { imageSize } from './image-size.ts';
import type { Attachment, BodyText, MailMessage } from './message.ts';
import { baseName, cut, extensionFor, uniqueNames } from './names.ts';

/** What a document may bring; beyond it attachments are named in the text but not read. */
const MAX_CHILDREN = 1000;
/** Pictures in the text that are smaller, either way, are logos, icons and pixels that tell the sender who has read it. */
const MIN_PICTURE = 100;
const MAX_TITLE = 500;

/**
 * The document that a message is: its subject as heading, the lines of its header, its body, and the names of its
 * attachments, each of which is a document of its own. Throws `too_much_text` and `unpacks_too_large`.
 */
export const composeMail = (message: MailMessage, limits: ParseLimits): ParsedDocumentInput => {
  const warnings: ParseWarning[] = [...message.warnings];
  const { children, listed } = childrenOf(message.attachments, limits, warnings);
  const title = cut(message.subject, MAX_TITLE);
  const header = message.headers.map(({ label, value }) => `${label}: ${value}`).join('\n');
  const parts: BodyText[] = [
    section(title, (span) => ({ kind: 'heading', level: 1, page: 1, ...span })),
    section(header),
    ...message.bodies,
    section(listed.length === 0 ? '' : `Attachments: ${listed.join(', ')}`),
  ];
  let text = '';
  const blocks: Block[] = [];
  const links: Link[] = [];
  for (const part of parts) {
    if (part.text.trim() === '') continue;
    if (text !== '') text += '\n\n';
    const offset = text.length;
    text += part.text;
    for (const warning of part.warnings ?? []) {
      if (!warnings.some(({ code }) => code === warning.code)) warnings.push(warning);
    }
    if (text.length > limits.maxCharacters) throw new DossierError('too_much_text', { limit: limits.maxCharacters });
    for (const block of part.blocks) blocks.push(moved(block, offset));
    for (const link of part.links) links.push(moved(link, offset));
  }
  return {
    text,
    blocks,
    links,
    pages: [{ number: 1, charStart: 0, charEnd: text.length }],
    ...(title === '' ? {} : { title }),
    warnings,
    children,
  };
};

const section = (
  text: string,
  block: (span: { charStart: number; charEnd: number }) => Block = (span) => ({ kind: 'paragraph', page: 1, ...span }),
): BodyText => ({ text, blocks: [block({ charStart: 0, charEnd: text.length })], links: [] });

const moved = <T extends Block | Link>(item: T, offset: number): T => {
  const span = { charStart: item.charStart + offset, charEnd: item.charEnd + offset };
  if (!('cells' in item)) return { ...item, ...span };
  const cells = item.cells.map((cell) => ({
    ...cell,
    charStart: cell.charStart + offset,
    charEnd: cell.charEnd + offset,
  }));
  return { ...item, ...span, cells };
};

/** The attachments as documents, and the names of those that a reader finds listed. */
const childrenOf = (
  attachments: readonly Attachment[],
  limits: ParseLimits,
  warnings: ParseWarning[],
): { readonly children: ChildDocument[]; readonly listed: string[] } => {
  const children: ChildDocument[] = [];
  const listed: string[] = [];
  const unique = uniqueNames();
  let total = 0;
  let left = 0;
  for (const [index, attachment] of attachments.entries()) {
    if (attachment.inText && !showsSomething(attachment)) continue;
    const name = unique(nameOf(attachment, index + 1));
    if (!attachment.inText) listed.push(name);
    if (children.length === MAX_CHILDREN) {
      left += 1;
      continue;
    }
    total += attachment.bytes.byteLength;
    if (total > limits.maxUnpackedBytes)
      throw new DossierError('unpacks_too_large', { limit: limits.maxUnpackedBytes });
    children.push({ name, bytes: new Uint8Array(attachment.bytes) });
  }
  if (left > 0) {
    const message = `${left} attachments beyond the first ${MAX_CHILDREN} are named but were not read.`;
    warnings.push({ code: 'attachments-left-out', message });
  }
  return { children, listed };
};

const nameOf = ({ name, mediaType }: Attachment, number: number): string => {
  const given = baseName(name);
  if (given !== '') return given;
  return `${mediaType.startsWith('image/') ? 'picture' : 'attachment'}-${number}${extensionFor(mediaType)}`;
};

/** A picture of which nothing says how large it is may be one that matters. */
const showsSomething = ({ bytes }: Attachment): boolean => {
  if (bytes.byteLength === 0) return false;
  const size = imageSize(bytes);
  return size === undefined || (size.width >= MIN_PICTURE && size.height >= MIN_PICTURE);
};
