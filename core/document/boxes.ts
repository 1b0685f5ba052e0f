import { type Box, type Page, WORD_STRIDE } from './parsed.ts';

type Edges = { left: number; top: number; right: number; bottom: number };

/** One box per line of the words that the span touches; [] where the pages have no positions. */
export const boxesOf = (pages: readonly Page[], start: number, end: number): Box[] =>
  pages
    .filter((page) => page.charStart < end && page.charEnd > start)
    .flatMap((page) =>
      linesOf(page.words ?? [], start, end).map(({ left, top, right, bottom }) => ({
        page: page.number,
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
      })),
    );

const linesOf = (words: readonly number[], start: number, end: number): Edges[] => {
  const lines: Edges[] = [];
  for (let at = 0; at + WORD_STRIDE <= words.length; at += WORD_STRIDE) {
    const [from = 0, to = 0, x = 0, y = 0, width = 0, height = 0] = words.slice(at, at + WORD_STRIDE);
    if (from >= end || to <= start) continue;
    const word = { left: x, top: y, right: x + width, bottom: y + height };
    const line = lines.at(-1);
    if (line && isSameLine(line, word)) {
      line.left = Math.min(line.left, word.left);
      line.top = Math.min(line.top, word.top);
      line.right = Math.max(line.right, word.right);
      line.bottom = Math.max(line.bottom, word.bottom);
    } else lines.push(word);
  }
  return lines;
};

/** They share more than half of the lower one's height, so that a superscript stays on its line. */
const isSameLine = (line: Edges, word: Edges): boolean => {
  const shared = Math.min(line.bottom, word.bottom) - Math.max(line.top, word.top);
  return shared > Math.min(line.bottom - line.top, word.bottom - word.top) / 2;
};
