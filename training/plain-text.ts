import { chunkDocument } from '../core/chunking/chunk.ts';
import { type ParsedDocument, parsedDocumentSchema } from '../core/document/parsed.ts';
import type { Passage } from '../core/document/passage.ts';
import { textBlocks } from '../plugins/parsers/shared/paragraphs.ts';

/** A plain text as it would be read, with the passages that it would be cut into. */
export const readPlainText = (
  documentId: string,
  text: string,
): { readonly parsed: ParsedDocument; readonly passages: readonly Passage[] } => {
  const pages = [{ number: 1, charStart: 0, charEnd: text.length, source: 'text' as const }];
  const parsed = parsedDocumentSchema.parse({ text, pages, blocks: textBlocks(text, pages) });
  return { parsed, passages: chunkDocument({ documentId, version: 1, sha256: '0'.repeat(64), parsed }) };
};
