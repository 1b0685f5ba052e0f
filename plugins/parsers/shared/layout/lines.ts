import { isRightToLeft } from './scripts.ts';
import type { TableRow } from './table.ts';
import type { Box, Direction, Word } from './word.ts';

/** A rectangle in the frame in which the text stands upright; points, origin top left. */
export type Frame = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Words that follow each other on one line without a gap that could separate columns. */
export type Segment = Frame & {
  readonly words: readonly Word[];
  readonly size: number;
  /** The segment is a whole row of a table, and stands alone on its line. */
  readonly row?: TableRow;
};

/** What stands side by side at one height, in reading order. */
export type Line = Frame & {
  readonly segments: readonly Segment[];
  readonly text: string;
  /** Font size of most of its characters, in points. */
  readonly size: number;
  readonly bold: boolean;
};

/** A gap wider than this many font sizes may separate columns or cells. */
const SEGMENT_GAP = 1;

/** Groups the words of one direction to segments, keeping the file's order inside each. */
export function toSegments(words: readonly Word[], direction: Direction, width: number, height: number): Segment[] {
  const segments: Segment[] = [];
  let open: Word[] = [];
  let box: Frame | undefined;
  const close = () => {
    if (box !== undefined) segments.push({ ...box, words: open, size: sizeOf(open) });
    open = [];
  };
  for (const word of words) {
    const next = upright(word, direction, width, height);
    if (box === undefined || word.startsLine || !follows(box, next, word, open)) {
      close();
      box = next;
    } else {
      box = union(box, next);
    }
    open.push(word);
  }
  close();
  return segments;
}

function follows(box: Frame, next: Frame, word: Word, open: readonly Word[]): boolean {
  const last = open.at(-1);
  if (last === undefined || overlap(box, next) < 0.5) return false;
  const reach = SEGMENT_GAP * Math.max(word.size, last.size, 1);
  const gap = next.left - box.right;
  if (gap <= reach && gap > -reach) return true;
  const back = box.left - next.right;
  return back <= reach && back > -reach && (isRightToLeft(word.text) || isRightToLeft(last.text));
}

/** Groups segments to lines, from the top down. */
export function toLines(segments: readonly Segment[]): Line[] {
  const rows: { box: Frame; segments: Segment[]; whole: boolean }[] = [];
  const sorted = segments.toSorted((a, b) => a.top + a.bottom - (b.top + b.bottom));
  for (const segment of sorted) {
    // Sorted by height, so that only the last few lines can be at the same one.
    const row =
      segment.row === undefined
        ? rows.slice(-4).findLast((candidate) => !candidate.whole && overlap(candidate.box, segment) >= 0.5)
        : undefined;
    if (row === undefined) {
      rows.push({ box: segment, segments: [segment], whole: segment.row !== undefined });
      continue;
    }
    row.segments.push(segment);
    // The tallest member stands for the line, so that a raised mark does not chain two lines together.
    if (segment.bottom - segment.top > row.box.bottom - row.box.top) row.box = segment;
  }
  return rows.map((row) => toLine(row.segments));
}

export function toLine(members: readonly Segment[]): Line {
  const letters = members.flatMap((segment) => segment.words);
  const backwards = letters.filter((word) => isRightToLeft(word.text)).length * 2 > letters.length;
  const segments = members.toSorted((a, b) => (backwards ? b.right - a.right : a.left - b.left));
  const words = segments.flatMap((segment) => segment.words);
  const count = words.reduce((sum, word) => sum + word.text.length, 0);
  const bold = words.reduce((sum, word) => sum + (word.bold ? word.text.length : 0), 0);
  return {
    ...extentOf(segments),
    segments,
    text: words.map((word, index) => (index > 0 && word.spaced ? ` ${word.text}` : word.text)).join(''),
    size: sizeOf(words),
    bold: bold >= count * 0.8,
  };
}

/** The size that most characters have, to half a point. */
export function sizeOf(words: readonly Word[]): number {
  const counts = new Map<number, number>();
  for (const word of words) {
    const size = Math.round(word.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + word.text.length);
  }
  let best = 0;
  let most = 0;
  for (const [size, count] of counts) {
    if (count > most) [best, most] = [size, count];
  }
  return best;
}

/** Share of the lower of two boxes' heights that both cover. */
function overlap(a: Frame, b: Frame): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared / Math.max(Math.min(a.bottom - a.top, b.bottom - b.top), 0.1);
}

/** The rectangle around all of them. */
export const extentOf = (frames: readonly Frame[]): Frame => frames.reduce(union, NOWHERE);

const NOWHERE: Frame = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };

function union(a: Frame, b: Frame): Frame {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** A box of the page in the frame in which text of a direction stands upright; `width` and `height` are the page's. */
export function upright(box: Box, direction: Direction, width: number, height: number): Frame {
  const { x, y } = box;
  const right = x + box.width;
  const bottom = y + box.height;
  if (direction === 1) return { left: height - bottom, right: height - y, top: x, bottom: right };
  if (direction === 2) return { left: width - right, right: width - x, top: height - bottom, bottom: height - y };
  if (direction === 3) return { left: y, right: bottom, top: width - right, bottom: width - x };
  return { left: x, right, top: y, bottom };
}
