import type { Block } from '../../../../../core/document/parsed.ts';
import { trimSpan } from '../../lines.ts';
import type { Span } from './lines.ts';

/** The same blocks, those in the spans as quoted history; a block that a span's edge runs through is parted there. */
export const withHistory = (text: string, blocks: readonly Block[], spans: readonly Span[]): Block[] => {
  if (spans.length === 0) return [...blocks];
  const result: Block[] = [];
  let next = 0;
  for (const block of blocks) {
    while (next < spans.length && (spans[next] as Span).charEnd <= block.charStart) next += 1;
    if ('cells' in block) {
      const span = spans[next];
      const inside = span !== undefined && span.charStart <= block.charStart && block.charEnd <= span.charEnd;
      result.push(inside ? quoted(block, block) : block);
      continue;
    }
    let from = block.charStart;
    for (let index = next; from < block.charEnd; index += 1) {
      const span = spans[index];
      if (span === undefined || span.charStart >= block.charEnd) {
        push(result, text, block, from, block.charEnd, false);
        break;
      }
      push(result, text, block, from, span.charStart, false);
      push(result, text, block, Math.max(from, span.charStart), Math.min(block.charEnd, span.charEnd), true);
      from = Math.max(from, Math.min(block.charEnd, span.charEnd));
    }
  }
  return result;
};

const push = (into: Block[], text: string, block: Block, from: number, to: number, history: boolean): void => {
  if (from >= to) return;
  const span = trimSpan(text, from, to);
  if (span.charStart === span.charEnd) return;
  if (history) into.push(quoted(block, span));
  else if (span.charStart === block.charStart || block.kind === 'paragraph') into.push({ ...block, ...span });
  else into.push({ kind: 'paragraph', page: block.page, ...span });
};

const quoted = (block: Block, { charStart, charEnd }: Span): Block => ({
  kind: 'quoted-history',
  page: block.page,
  charStart,
  charEnd,
});
