import type { Block, Link } from '../../../../core/document/parsed.ts';
import { MAX_LINKS } from '../../../../core/document/validate.ts';
import { DossierError } from '../../../../core/errors/error.ts';
import type { ParseLimits } from '../../../../core/ports/parser.ts';
import { linkTarget } from '../links.ts';
import { textBlocks } from '../paragraphs.ts';
import { withHistory } from './history/blocks.ts';
import { type HistoryOptions, quotedSpans } from './history/lines.ts';
import type { BodyText } from './message.ts';

/** Plain text as it stands, line ends as "\n"; blocks by blank lines, quoted history by its marks. */
export const readPlainBody = (source: string, limits: ParseLimits, thread: HistoryOptions): BodyText => {
  const text = withoutControls(source).replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
  if (text.length > limits.maxCharacters) throw new DossierError('too_much_text', { limit: limits.maxCharacters });
  const page = { number: 1, charStart: 0, charEnd: text.length, source: 'text' as const };
  const blocks = atSignature(text, textBlocks(text, [page]).map(ofMail));
  return { text, blocks: withHistory(text, blocks, quotedSpans(text, thread)), links: addressLinks(text) };
};

/** HTML as a mail program shows it, without loading anything. */
export const readHtmlBody = async (source: string, limits: ParseLimits, thread: HistoryOptions): Promise<BodyText> => {
  const [{ readDocument }, { parseHtml }, { quotedElements }] = await Promise.all([
    import('../html/blocks.ts'),
    import('../html/parse.ts'),
    import('./history/elements.ts'),
  ]);
  const document = parseHtml(withoutControls(source));
  const quoted = quotedElements(document, thread);
  const { text, blocks, links, warnings } = readDocument(document, limits.maxCharacters, (element) =>
    quoted.has(element) ? { kind: 'quoted-history' } : undefined,
  );
  const known = blocks.filter(({ kind }) => kind === 'quoted-history');
  return { text, blocks: withHistory(text, blocks, quotedSpans(text, thread, known)), links, warnings };
};

/** NUL and its like, which no reader sees and which some programs leave in a body. */
const withoutControls = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\ufeff]/g, '');

/** A message has no pages: a line with nothing but a number is what it says, and so is one that comes back. */
const ofMail = (block: Block): Block =>
  block.kind === 'page-footer' || block.kind === 'page-header'
    ? { kind: 'paragraph', page: 1, charStart: block.charStart, charEnd: block.charEnd }
    : block;

/** The line "-- " (RFC 3676, 4.3) parts the signature from what is above it. */
const atSignature = (text: string, blocks: Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind !== 'paragraph') return [block];
    const content = text.slice(block.charStart, block.charEnd);
    const at = content.search(/\n-- ?\n/);
    if (at < 0) return [block];
    return [
      { ...block, charEnd: block.charStart + at },
      { ...block, charStart: block.charStart + at + 1 },
    ];
  });

const ADDRESS = /\bhttps?:\/\/[^\s<>"]{3,1990}/g;

/** Addresses of pages in plain text, which every mail program makes links of. */
const addressLinks = (text: string): Link[] => {
  const links: Link[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const shown = match[0].replace(/[).,;:!?'’”\]]+$/, '');
    const target = linkTarget(shown);
    if (target !== undefined && links.length < MAX_LINKS) {
      links.push({ charStart: match.index, charEnd: match.index + shown.length, target });
    }
  }
  return links;
};
