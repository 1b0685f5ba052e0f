import { median } from './columns.ts';
import { extentOf, type Segment } from './lines.ts';
import { type Piece, toPiece } from './pieces.ts';
import type { Member } from './runs.ts';
import { overlaps, type Span } from './spans.ts';
import type { Word } from './word.ts';

/** How far, in points, edges may differ that were set to one place. */
const SAME = 1.5;
/** Fewer rows than this line up by chance. */
const MIN_ROWS = 4;
const MOST_ROWS = 0.8;
/** Share of rows whose words differ from the commonest ones: a unit behind each figure is no column. */
const MIN_DIFFERENT = 0.5;
const MIN_VARYING = 0.1;

/** Between two words of a piece: where the first ends and the second begins. */
type Gap = { readonly before: Word; readonly after: Word; readonly at: number };

/**
 * Parts pieces in which a column set to the right stands so close before one set to the left that only a blank's
 * width is between them. In nearly all rows the first must end, and the second begin, at one place, while the first
 * begins at different ones; and what stands on either side must differ from row to row, as a unit does not.
 */
export function partAdjoining(run: readonly Member[], columns: readonly Span[]): readonly Member[] {
  let parted = run;
  for (const column of columns) {
    const inColumn = parted.flatMap(({ pieces }) => pieces.filter((piece) => overlaps(piece, column)));
    const edge = sharedEdge(inColumn);
    if (edge !== undefined) {
      parted = parted.map((member) => ({
        ...member,
        pieces: member.pieces.flatMap((piece) => (overlaps(piece, column) ? cutAt(piece, edge) : [piece])),
      }));
    }
  }
  return parted;
}

type Edge = { readonly right: number; readonly left: number };

function sharedEdge(pieces: readonly Piece[]): Edge | undefined {
  const rows = pieces.map(gapsOf).filter((gaps) => gaps.length > 0);
  if (rows.length < MIN_ROWS) return undefined;
  for (const { before, after } of rows[Math.floor(rows.length / 2)] ?? []) {
    const edge = { right: rightOf(before), left: after.x };
    const gaps = rows.flatMap((row) => row.find((gap) => isAt(gap, edge)) ?? []);
    if (gaps.length < Math.max(MIN_ROWS, MOST_ROWS * rows.length)) continue;
    const begins = pieces.flatMap((piece) => (gapsOf(piece).some((gap) => isAt(gap, edge)) ? [piece.left] : []));
    const usual = median(begins);
    const varying = begins.filter((left) => Math.abs(left - usual) > SAME).length;
    const different =
      areDifferent(gaps.map(({ before: word }) => word.text)) && areDifferent(gaps.map((gap) => gap.after.text));
    if (varying >= MIN_VARYING * gaps.length && different) return edge;
  }
  return undefined;
}

const rightOf = (word: Word): number => word.x + word.width;

const isAt = ({ before, after }: Gap, { right, left }: Edge): boolean =>
  Math.abs(rightOf(before) - right) < SAME && Math.abs(after.x - left) < SAME;

function areDifferent(texts: readonly string[]): boolean {
  const commonest = Math.max(...[...Map.groupBy(texts, (text) => text).values()].map((same) => same.length));
  return texts.length - commonest >= MIN_DIFFERENT * texts.length;
}

/** Of upright text that is one segment; what has gaps of its own is parted already. */
function gapsOf({ segments }: Piece): Gap[] {
  const [segment] = segments;
  if (segment === undefined || segments.length > 1 || segment.words.some(({ direction }) => direction !== 0)) return [];
  return segment.words.slice(1).flatMap((after, index) => {
    const before = segment.words[index];
    return before !== undefined && after.spaced && after.x >= rightOf(before) ? [{ before, after, at: index + 1 }] : [];
  });
}

function cutAt(piece: Piece, edge: Edge): Piece[] {
  const gap = gapsOf(piece).find((each) => isAt(each, edge));
  const [segment] = piece.segments;
  if (gap === undefined || segment === undefined) return [piece];
  const part = (words: readonly Word[], span: Span): Piece => {
    const half: Segment = { ...segment, ...span, words };
    return { ...toPiece([half]), ...extentOf([half]) };
  };
  return [
    part(segment.words.slice(0, gap.at), { left: segment.left, right: rightOf(gap.before) }),
    part(segment.words.slice(gap.at), { left: gap.after.x, right: segment.right }),
  ];
}
