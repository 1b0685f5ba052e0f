import type { Block, ParsedDocumentInput } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseContext } from '../../../core/ports/parser.ts';
import { decode } from '../../../core/sniff/decode.ts';
import { encodingWarnings } from '../shared/encoding.ts';
import { readMarkdown } from './blocks.ts';

/**
 * Markdown as it was written: offsets are those of the source. Raw HTML in it is not carried out and its markup,
 * comments, scripts and styles are replaced by as many blanks, so that no one is shown what a reader does not see.
 */
export const readSource = (bytes: Uint8Array, { limits }: ParseContext): ParsedDocumentInput => {
  const decoded = decode(bytes);
  const { text: source } = decoded;
  if (source.length > limits.maxCharacters) throw new DossierError('too_much_text', { limit: limits.maxCharacters });
  const frontMatter = FRONT_MATTER.exec(source);
  const { text, blocks, links } = readMarkdown(source, frontMatter?.[0].length ?? 0, limits);
  if (frontMatter !== null) blocks.unshift({ kind: 'code', page: 1, charStart: 0, charEnd: frontMatter[0].length });
  const title = titleOf(frontMatter?.[1] ?? '') ?? firstHeading(text, blocks);
  return {
    text,
    blocks,
    links,
    pages: [{ number: 1, charStart: 0, charEnd: text.length }],
    ...(title === undefined ? {} : { title: title.slice(0, MAX_TITLE) }),
    warnings: encodingWarnings(decoded),
  };
};

const MAX_TITLE = 500;
/** YAML or TOML between rules at the very start. */
const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\+\+\+)[ \t]*(?=\r?\n|$)/;

const titleOf = (frontMatter: string): string | undefined =>
  /^title\s*[:=]\s*(["']?)(.+?)\1\s*$/m.exec(frontMatter)?.[2]?.trim();

const firstHeading = (text: string, blocks: readonly Block[]): string | undefined => {
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  return heading === undefined ? undefined : text.slice(heading.charStart, heading.charEnd).trim() || undefined;
};
