import type { Block, ParsedDocument } from '../../../core/document/parsed.ts';

/** A document's blocks in one line each, as a test can compare them. */
export const outline = ({ text, blocks }: ParsedDocument): string[] =>
  blocks.map((block: Block) => {
    const level = 'level' in block ? ` ${block.level}` : '';
    const marker = block.kind === 'list-item' && block.marker !== undefined ? ` ${block.marker}` : '';
    if (block.kind !== 'table-row') {
      return `${block.kind}${level}${marker}: ${text.slice(block.charStart, block.charEnd)}`;
    }
    const cells = block.cells.map((cell) => `${cell.column}=${text.slice(cell.charStart, cell.charEnd)}`);
    return `${block.header ? 'header' : 'row'} ${block.table}.${block.row}: ${cells.join(' | ')}`;
  });

export const warningCodes = ({ warnings }: Pick<ParsedDocument, 'warnings'>): string[] =>
  warnings.map(({ code }) => code);
