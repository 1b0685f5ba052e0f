import type { Block, Page, ParsedDocumentInput } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseContext, ParseLimits } from '../../../core/ports/parser.ts';
import { decode } from '../../../core/sniff/decode.ts';
import { encodingWarnings } from '../shared/encoding.ts';
import { textBlocks } from '../shared/paragraphs.ts';

/** Text files as they are: offsets are those of the file's own characters, line ends included. */
export const readText = (bytes: Uint8Array, { limits }: ParseContext): ParsedDocumentInput => {
  const decoded = decode(bytes);
  const { text } = decoded;
  if (text.length > limits.maxCharacters) throw new DossierError('too_much_text', { limit: limits.maxCharacters });
  const pages = splitPages(text, limits);
  const blocks: Block[] = textBlocks(text, pages);
  return { text, pages, blocks, warnings: encodingWarnings(decoded) };
};

/** A form feed ends a page; the last page is left out where nothing follows it. */
const splitPages = (text: string, limits: ParseLimits): Page[] => {
  const pages: Page[] = [];
  let charStart = 0;
  while (charStart < text.length || pages.length === 0) {
    const feed = text.indexOf('\f', charStart);
    const charEnd = feed < 0 ? text.length : feed;
    if (pages.length >= limits.maxPages) {
      throw new DossierError('too_many_pages', { pages: text.split('\f').length, limit: limits.maxPages });
    }
    pages.push({ number: pages.length + 1, charStart, charEnd, source: 'text' });
    if (feed < 0) break;
    charStart = feed + 1;
  }
  return pages;
};
