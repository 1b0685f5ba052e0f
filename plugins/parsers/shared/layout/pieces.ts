import { extentOf, type Frame, type Line, type Segment } from './lines.ts';
import { MARKER, ROUND_BULLET } from './markers.ts';

/** What stands together on a line, apart from the rest of it: a cell's text, or one line of it. */
export type Piece = Frame & { readonly segments: readonly Segment[]; readonly text: string };

/** A gap wider than this many font sizes parts cells. */
const GAP = 1;

/** The pieces of a line. The label of a list item or a clause belongs to what follows it. */
export function piecesOf(line: Line): Piece[] {
  const groups: Segment[][] = [];
  for (const segment of line.segments) {
    const open = groups.at(-1);
    const before = open?.at(-1);
    const apart = before === undefined ? Infinity : Math.max(segment.left - before.right, before.left - segment.right);
    if (open === undefined || apart > GAP * Math.max(line.size, 1)) groups.push([segment]);
    else open.push(segment);
  }
  // A number may as well stand in a column of its own, a bullet never does.
  const labels = groups.length === 2 ? MARKER : ROUND_BULLET;
  return groups.flatMap((group, index) => {
    const before = groups[index - 1];
    if (isOne(group, labels) && index + 1 < groups.length) return [];
    return [toPiece(before !== undefined && isOne(before, labels) ? [...before, ...group] : group)];
  });
}

const isOne = (segments: readonly Segment[], label: RegExp): boolean => {
  const words = segments.flatMap((segment) => segment.words);
  return words.length === 1 && label.test(words[0]?.text ?? '');
};

export const toPiece = (segments: readonly Segment[]): Piece => ({
  ...extentOf(segments),
  segments,
  text: segments
    .map(({ words }) => words.map((word, i) => (i > 0 && word.spaced ? ` ${word.text}` : word.text)).join(''))
    .join(' '),
});
