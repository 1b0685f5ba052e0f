import { extentOf, type Line, type Segment, toLines } from './lines.ts';
import { isRightToLeft } from './scripts.ts';
import { isFigure } from './table.ts';

/** Lines that are read one after another before anything beside them. */
export type Column = readonly Line[];

/** Fewer lines than this on either side of a gap are a table's, or a signature's, not a column's. */
const MIN_LINES = 4;
/** Lines of a column of prose fill it to at least this share, at the median. */
const MIN_FILL = 0.6;
const MIN_WORDS = 3;
/** The narrowest gutter, in font sizes; one that may part columns which are not prose; and one that hardly parts cells. */
const MIN_GUTTER = 0.8;
const WIDE_GUTTER = 2;
const VERY_WIDE_GUTTER = 6;
/** Share of the lines that may reach across a gutter: titles, wide tables. */
const MAX_ACROSS = 0.15;
/** Share of the lines of one side that may stand as high as one of the other by chance; more where they are far apart. */
const MAX_LEVEL = 0.35;
const MAX_LEVEL_APART = 0.75;
/** Share of the width of both that the narrower side has. */
const MIN_SIDE = 0.15;
const MAX_VALLEYS = 3;
/** Lines of text that notes may stand beside. */
const MIN_BODY = 8;
/** In points; wider pages are posters and plans, which have no gutters. */
const MAX_WIDTH = 20_000;

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
    if (areColumns(left, right)) {
      const sides = [left, right].map((side) => toColumns(side, depth + 1));
      columns.push(...(isRightToLeftText([...left, ...right]) ? sides.toReversed() : sides).flat());
    } else if (left.length + right.length > 0) across.push(...left, ...right);
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
        if (areColumns(left, right)) flushAcross();
        flushBand();
      }
      across.push(...line.segments);
    } else {
      for (const segment of line.segments) (segment.right <= gutter ? left : right).push(segment);
    }
  }
  if (areColumns(left, right)) flushAcross();
  flushBand();
  flushAcross();
  return columns;
}

/** The x between two columns: where most lines have a gap, or where hardly any line reaches across. */
function findGutter(lines: readonly Line[], segments: readonly Segment[]): number | undefined {
  const candidates = [...gapsOf(lines), ...valleysOf(segments, lines.length)];
  return candidates.find((x) =>
    areColumns(
      segments.filter((segment) => segment.right <= x),
      segments.filter((segment) => segment.left >= x),
    ),
  );
}

/** The place that most gaps inside lines have in common. */
function gapsOf(lines: readonly Line[]): number[] {
  const gaps: { from: number; to: number }[] = [];
  for (const line of lines) {
    for (let index = 1; index < line.segments.length; index++) {
      const [a, b] = [line.segments[index - 1], line.segments[index]];
      if (a !== undefined && b !== undefined && b.left > a.right) gaps.push({ from: a.right, to: b.left });
    }
  }
  if (gaps.length < MIN_LINES) return [];
  const [best] = [...new Set(gaps.map((gap) => Math.floor(gap.to)))]
    .map((x) => ({ x, votes: gaps.filter((gap) => gap.from <= x && x <= gap.to).length }))
    .toSorted((a, b) => b.votes - a.votes || a.x - b.x);
  return best === undefined || best.votes < MIN_LINES ? [] : [best.x];
}

/** Strips of the page that few segments reach into, the widest first. */
function valleysOf(segments: readonly Segment[], lineCount: number): number[] {
  const { left, right } = extentOf(segments);
  const from = Math.floor(left);
  const width = Math.ceil(right) - from + 1;
  if (!(width > 1 && width < MAX_WIDTH)) return [];
  const steps = new Int32Array(width + 1);
  for (const segment of segments) {
    steps[Math.floor(segment.left) - from] = (steps[Math.floor(segment.left) - from] ?? 0) + 1;
    steps[Math.ceil(segment.right) - from] = (steps[Math.ceil(segment.right) - from] ?? 0) - 1;
  }
  const least = MIN_GUTTER * median(segments.map(({ size }) => size));
  const valleys: { x: number; width: number }[] = [];
  let across = 0;
  let start: number | undefined;
  for (let at = 0; at < width; at++) {
    across += steps[at] ?? 0;
    const low = across <= lineCount * MAX_ACROSS;
    if (low) start ??= at;
    else if (start !== undefined) {
      // Not the margins of the page.
      if (start > 0 && at - start >= least) valleys.push({ x: from + (start + at) / 2, width: at - start });
      start = undefined;
    }
  }
  return valleys
    .toSorted((a, b) => b.width - a.width)
    .slice(0, MAX_VALLEYS)
    .map(({ x }) => x);
}

/**
 * Whether what stands on two sides of a gap is read one side after the other: both are prose, or their lines stand at
 * heights of their own, far apart. The cells of a table stand at the same heights.
 */
function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  return (isProse(left) && isProse(right)) || areIndependent(left, right) || areNotesBeside(left, right);
}

/** Notes in the margin to the right of prose. To its left, labels and the numbers of clauses belong to what they label. */
function areNotesBeside(text: readonly Segment[], notes: readonly Segment[]): boolean {
  const [body, beside] = [toLines(text), toLines(notes)];
  if (body.length < MIN_BODY || beside.length < 2 || beside.length > body.length / 2) return false;
  const [a, b] = [extentOf(text), extentOf(notes)];
  if (b.right - b.left > (a.right - a.left) / 3) return false;
  if (beside.some((line) => isFigure(line.text) || !/\p{L}/u.test(line.text))) return false;
  const full = body.filter((line) => line.segments.length === 1 && line.right - line.left >= 0.85 * (a.right - a.left));
  return full.length >= body.length * 0.6 && median(body.map((line) => line.text.split(' ').length)) >= 6;
}

function areIndependent(left: readonly Segment[], right: readonly Segment[]): boolean {
  const sides = [toLines(left), toLines(right)] as const;
  if (sides.some((lines) => lines.length < MIN_LINES)) return false;
  const [a, b] = [extentOf(left), extentOf(right)];
  const size = median([...left, ...right].map((segment) => segment.size));
  if (b.left - a.right < WIDE_GUTTER * size) return false;
  if (Math.min(a.right - a.left, b.right - b.left) < MIN_SIDE * (b.right - a.left)) return false;
  if (sides.some((lines) => median(lines.map((line) => line.text.split(' ').length)) < 2)) return false;
  const [top, bottom] = [Math.max(a.top, b.top), Math.min(a.bottom, b.bottom)];
  const [some, others] = sides
    .map((lines) => lines.filter((line) => line.bottom > top && line.top < bottom))
    .toSorted((one, other) => one.length - other.length);
  if (some === undefined || others === undefined || some.length < MIN_LINES) return false;
  const level = some.filter((line) => others.some((other) => Math.abs(line.bottom - other.bottom) < 0.12 * size));
  const farApart = b.left - a.right >= VERY_WIDE_GUTTER * size;
  return level.length <= some.length * (farApart ? MAX_LEVEL_APART : MAX_LEVEL);
}

function isProse(segments: readonly Segment[]): boolean {
  const lines = toLines(segments);
  if (lines.length < MIN_LINES) return false;
  const { left: from, right: to } = extentOf(segments);
  const fill = median(lines.map((line) => line.segments.reduce((sum, s) => sum + s.right - s.left, 0))) / (to - from);
  return fill >= MIN_FILL && median(lines.map((line) => line.text.split(' ').length)) >= MIN_WORDS;
}

function isRightToLeftText(segments: readonly Segment[]): boolean {
  const words = segments.flatMap((segment) => segment.words);
  return words.filter((word) => isRightToLeft(word.text)).length * 2 > words.length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
