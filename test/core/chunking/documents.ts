import { type ChunkInput, chunkDocument } from '../../../core/chunking/chunk.ts';
import { parsedDocumentSchema } from '../../../core/document/parsed.ts';

type Part = { kind: string; text: string; page?: number; level?: number; cells?: string[]; header?: boolean };

/** A parsed document from its blocks, which are joined by blank lines. */
export const documentOf = (parts: Part[]): ChunkInput['parsed'] => {
  let text = '';
  const blocks: object[] = [];
  const pages: { number: number; charStart: number; charEnd: number }[] = [];
  for (const [row, part] of parts.entries()) {
    const charStart = text.length;
    const cells: object[] = [];
    if (part.cells) {
      for (const [column, cell] of part.cells.entries()) {
        cells.push({ charStart: text.length, charEnd: text.length + cell.length, column });
        text += `${cell}\t`;
      }
    } else text += part.text;
    const page = part.page ?? 1;
    const position = { charStart, charEnd: text.length, page };
    if (part.kind === 'table-row')
      blocks.push({ ...position, kind: part.kind, table: 0, row, header: part.header ?? false, cells });
    else blocks.push({ ...position, kind: part.kind, level: part.level ?? 1 });
    text += '\n\n';
    const last = pages.at(-1);
    if (last?.number === page) last.charEnd = text.length;
    else pages.push({ number: page, charStart, charEnd: text.length });
  }
  return parsedDocumentSchema.parse({ text, pages, blocks });
};

export const chunk = (parsed: ChunkInput['parsed'], documentId = 'doc_1') =>
  chunkDocument({ documentId, version: 1, sha256: 'a'.repeat(64), parsed });
