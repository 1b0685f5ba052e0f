import type { Line } from './lines.ts';

export type RunningLines = { readonly headers: readonly Line[]; readonly footers: readonly Line[] };

/** Running lines stand in the outer parts of the page, at most this many from each edge. */
const MARGIN = 0.14;
const MAX_LINES = 4;
/** How far, in points, the same line may wander from page to page. */
const DRIFT = 8;

/**
 * Finds the running header and footer of each page: lines in the margin that say the same at the same height on
 * several pages, where figures count as the same, so that page numbers are found too.
 * `pages` holds each page's lines from the top down.
 */
export function findRunning(pages: readonly { lines: readonly Line[]; height: number }[]): RunningLines[] {
  const headers = pages.map((page) => page.lines.slice(0, MAX_LINES).filter((l) => l.bottom < page.height * MARGIN));
  const footers = pages.map((page) =>
    page.lines
      .slice(-MAX_LINES)
      .filter((line) => line.top > page.height * (1 - MARGIN))
      .toReversed(),
  );
  const heights = pages.map((page) => page.height);
  const head = repeated(headers, (line) => line.top, heights);
  const foot = repeated(footers, (line, height) => height - line.bottom, heights);
  return pages.map((_, index) => ({ headers: head[index] ?? [], footers: (foot[index] ?? []).toReversed() }));
}

function repeated(
  pages: readonly (readonly Line[])[],
  distance: (line: Line, height: number) => number,
  heights: readonly number[],
): Line[][] {
  const places = new Map<string, { page: number; at: number }[]>();
  pages.forEach((lines, page) => {
    for (const line of lines) {
      const key = wording(line.text);
      const list = places.get(key) ?? [];
      list.push({ page, at: distance(line, heights[page] ?? 0) });
      places.set(key, list);
    }
  });
  // Left and right pages often differ, and chapters change the header: three pages are enough, in a short file two.
  const needed = pages.length < 4 ? 2 : 3;
  return pages.map((lines, page) => {
    const found: Line[] = [];
    for (const line of lines) {
      const at = distance(line, heights[page] ?? 0);
      const same = new Set(
        (places.get(wording(line.text)) ?? []).filter((p) => Math.abs(p.at - at) <= DRIFT).map((p) => p.page),
      );
      // What stands nearer the edge than a running line is running too; a line of the body ends the search.
      if (same.size < needed) break;
      found.push(line);
    }
    return found;
  });
}

const wording = (text: string): string => {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  if (/^[-–— ]*[ivxlc]+[-–— .]*$/.test(plain)) return '#';
  return plain.replace(/\d+/g, '#').replace(/^[-–—] ?# ?[-–—]$/, '#');
};
