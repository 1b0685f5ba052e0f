import { extentOf, type Line, type Segment, toLines } from './lines.ts';

/** Lines that are read one after another before anything beside them. */
export type Column = readonly Line[];

/** Fewer lines than this on either side of a gap are a table's, or a signature's, not a column's. */
const MIN_LINES = 4;
/** Lines of a column of prose fill it to at least this share, at the median. */
const MIN_FILL = 0.6;
const MIN_WORDS = 3;

/**
 * Puts segments in reading order: columns of prose one after the other, everything else line by line.
 * A gap counts as a gutter where enough lines end before it and start after it and both sides read as prose;
 * lines that cross it (titles, full-width tables) part the page into bands, each read left to right.
 * A simple form of the recursive XY-cut (Nagy and Seth, 1984) that does not tear tables apart.
 */
export function toColumns(segments: readonly Segment[], depth = 0): Column[] {
  const lines = toLines(segments);
  const gutter = depth < 4 ? findGutter(lines, segments) : undefined;
  if (gutter === undefined) return lines.length > 0 ? [lines] : [];
  const columns: Column[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  let across: Segment[] = [];
  const flushBand = () => {
    if (isProse(left) && isProse(right)) columns.push(...toColumns(left, depth + 1), ...toColumns(right, depth + 1));
    else if (left.length + right.length > 0) across.push(...left, ...right);
    left = [];
    right = [];
  };
  const flushAcross = () => {
    if (across.length > 0) columns.push(toLines(across));
    across = [];
  };
  for (const line of lines) {
    if (line.segments.some((segment) => segment.left < gutter && segment.right > gutter)) {
      const hadBand = left.length + right.length > 0;
      if (hadBand) {
        if (isProse(left) && isProse(right)) flushAcross();
        flushBand();
      }
      across.push(...line.segments);
    } else {
      for (const segment of line.segments) (segment.right <= gutter ? left : right).push(segment);
    }
  }
  if (isProse(left) && isProse(right)) flushAcross();
  flushBand();
  flushAcross();
  return columns;
}

/** The x at which most lines have a gap, if both of its sides are prose. */
function findGutter(lines: readonly Line[], segments: readonly Segment[]): number | undefined {
  const gaps: { from: number; to: number }[] = [];
  for (const line of lines) {
    for (let index = 1; index < line.segments.length; index++) {
      const [a, b] = [line.segments[index - 1], line.segments[index]];
      if (a !== undefined && b !== undefined && b.left > a.right) gaps.push({ from: a.right, to: b.left });
    }
  }
  if (gaps.length < MIN_LINES) return undefined;
  const candidates = [...new Set(gaps.map((gap) => Math.floor(gap.to)))]
    .map((x) => ({ x, votes: gaps.filter((gap) => gap.from <= x && x <= gap.to).length }))
    .toSorted((a, b) => b.votes - a.votes || a.x - b.x);
  const best = candidates[0];
  if (best === undefined || best.votes < MIN_LINES) return undefined;
  const left = segments.filter((segment) => segment.right <= best.x);
  const right = segments.filter((segment) => segment.left >= best.x);
  return isProse(left) && isProse(right) ? best.x : undefined;
}

function isProse(segments: readonly Segment[]): boolean {
  const lines = toLines(segments);
  if (lines.length < MIN_LINES) return false;
  const { left: from, right: to } = extentOf(segments);
  const fill = median(lines.map((line) => line.segments.reduce((sum, s) => sum + s.right - s.left, 0))) / (to - from);
  return fill >= MIN_FILL && median(lines.map((line) => line.text.split(' ').length)) >= MIN_WORDS;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
