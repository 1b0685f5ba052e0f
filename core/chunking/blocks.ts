import type { Block, ParsedDocument } from '../document/parsed.ts';
import { type Span, trimSpan } from '../text/span.ts';

/** A block as the chunker reads it: trimmed, in order, overlapping no other. */
export type Stretch = Span & {
  readonly kind: Block['kind'];
  /** Level of a heading. */
  readonly level: number;
  readonly page: number;
  /** Running headers or footers stand between it and the stretch before. */
  readonly afterFurniture: boolean;
  readonly cells: readonly Span[];
};

const isFurniture = (block: Block): boolean => block.kind === 'page-header' || block.kind === 'page-footer';

/**
 * The document's text as stretches without running headers and footers. Text that no block covers is not lost:
 * it is taken as paragraphs, so a parser without structure still gives passages.
 */
export const stretches = (parsed: ParsedDocument): readonly Stretch[] => {
  const { text } = parsed;
  const found: Stretch[] = [];
  let covered = 0;
  let furniture = false;
  const add = (stretch: Omit<Stretch, 'afterFurniture'>): void => {
    const span = trimSpan(text, stretch);
    if (span.end <= span.start) return;
    found.push({ ...stretch, ...span, afterFurniture: furniture });
    furniture = false;
  };
  // Marks between blocks (rules, the # of a heading) are no text of their own.
  const uncovered = (end: number): void => {
    if (end > covered && /[\p{L}\p{N}]/u.test(text.slice(covered, end)))
      add({ start: covered, end, kind: 'paragraph', level: 0, page: pageAt(parsed, covered), cells: [] });
  };
  for (const block of [...parsed.blocks].sort((a, b) => a.charStart - b.charStart || b.charEnd - a.charEnd)) {
    const start = Math.max(block.charStart, covered);
    const end = Math.min(block.charEnd, text.length);
    if (end <= start) continue;
    uncovered(start);
    if (isFurniture(block)) furniture = true;
    else {
      add({
        start,
        end,
        kind: block.kind,
        level: block.kind === 'heading' ? block.level : 0,
        page: block.page,
        cells:
          block.kind === 'table-row' ? block.cells.map((cell) => ({ start: cell.charStart, end: cell.charEnd })) : [],
      });
    }
    covered = end;
  }
  uncovered(text.length);
  return found;
};

/** The page on which the character stands. */
export const pageAt = (parsed: ParsedDocument, offset: number): number => {
  let low = 0;
  let high = parsed.pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parsed.pages[middle]?.charStart ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return parsed.pages[low]?.number ?? 1;
};
