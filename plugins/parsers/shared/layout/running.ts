import type { Line } from './lines.ts';
import { piecesOf } from './pieces.ts';
import { sharedEdges } from './runs.ts';

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
  const headers = pages.map((page) =>
    upToTable(page.lines.slice(0, MAX_LINES)).filter((line) => line.bottom < page.height * MARGIN),
  );
  const footers = pages.map((page) =>
    upToTable(page.lines.slice(-MAX_LINES).toReversed()).filter((line) => line.top > page.height * (1 - MARGIN)),
  );
  const heights = pages.map((page) => page.height);
  const head = repeated(headers, (line) => line.top, heights);
  const foot = repeated(footers, (line, height) => height - line.bottom, heights);
  return pages.map((page, index) => ({
    headers: withoutNames(head[index] ?? [], page.lines),
    footers: (foot[index] ?? []).toReversed(),
  }));
}

/** A table without lines around it repeats its header on every page too: above cells that line up with it. */
function withoutNames(found: readonly Line[], lines: readonly Line[]): readonly Line[] {
  const kept = [...found];
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const next = lines[lines.indexOf(last) + 1];
    if (next === undefined || next.top - last.bottom > 2 * last.size || !alike(last, next)) break;
    kept.pop();
  }
  return kept;
}

function alike(above: Line, below: Line): boolean {
  if (above.segments.length < 3 || below.segments.length < 3) return false;
  return sharedEdges(piecesOf(above), piecesOf(below)) >= 3;
}

/** A table that goes on from page to page repeats its header too. */
function upToTable(lines: readonly Line[]): readonly Line[] {
  const table = lines.findIndex(({ segments }) => segments.some((segment) => segment.row !== undefined));
  return table < 0 ? lines : lines.slice(0, table);
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
      if (same.size < needed && !isPageNumber(line.text, page + 1)) break;
      found.push(line);
    }
    return found;
  });
}

/** A line that says nothing but where one is. A figure alone must be the number of the page. */
const isPageNumber = (text: string, page: number): boolean =>
  /^(?:page|seite|página|pagina|p\.)\s*\d{1,4}(?:\s*(?:of|von|sur|de|di|\/)\s*\d{1,4})?$/iu.test(text) ||
  /^(?:\d{1,4}\s*(?:of|von|\/)\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—])$/i.test(text) ||
  text === `${page}`;

const wording = (text: string): string => {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  if (/^[-–— ]*[ivxlc]+[-–— .]*$/.test(plain)) return '#';
  return plain.replace(/\d+/g, '#').replace(/^[-–—] ?# ?[-–—]$/, '#');
};
