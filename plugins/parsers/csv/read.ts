import type { Block, ParsedDocumentInput } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseContext } from '../../../core/ports/parser.ts';
import { findDialect } from '../../../core/sniff/csv/dialect.ts';
import { decode } from '../../../core/sniff/decode.ts';
import { encodingWarnings } from '../shared/encoding.ts';
import { textBlocks } from '../shared/paragraphs.ts';
import { readCsv } from './blocks.ts';

/** Separated values as they were written: offsets are those of the file, a row is a line of it. */
export const readSeparated = (bytes: Uint8Array, { limits }: ParseContext): ParsedDocumentInput => {
  const decoded = decode(bytes);
  const { text } = decoded;
  if (text.length > limits.maxCharacters) throw new DossierError('too_much_text', { limit: limits.maxCharacters });
  const pages = [{ number: 1, charStart: 0, charEnd: text.length, source: 'text' as const }];
  const found = findDialect(text);
  const blocks: Block[] = found === undefined ? textBlocks(text, pages) : readCsv(text, found, limits.maxCells);
  return { text, pages, blocks, warnings: encodingWarnings(decoded) };
};
