import type { Piece } from './pieces.ts';

/** From where to where something reaches across. */
export type Span = { left: number; right: number };

export const overlaps = (a: Span, b: Span): boolean => Math.min(a.right, b.right) > Math.max(a.left, b.left);

/** The columns that a piece stands in: those it covers most of, or the nearest. */
export function spanOf(piece: Span, columns: readonly Span[]): { column: number; count: number } {
  const over = columns.flatMap((column, index) => {
    const shared = Math.min(piece.right, column.right) - Math.max(piece.left, column.left);
    return shared > 0.3 * Math.min(column.right - column.left, piece.right - piece.left) ? [index] : [];
  });
  const [column] = over;
  if (column !== undefined) return { column, count: (over.at(-1) ?? column) - column + 1 };
  const middle = (piece.left + piece.right) / 2;
  const distances = columns.map(({ left, right }) => Math.max(left - middle, middle - right));
  return { column: distances.indexOf(Math.min(...distances)), count: 1 };
}

/** Whether a line had no room for the first word of the next, or that word goes on in the middle of a sentence. */
export function wraps(above: Piece, below: Piece, column: Span | undefined, size: number): boolean {
  const word = below.segments[0]?.words[0];
  if (column === undefined || word === undefined) return false;
  return column.right - above.right < word.width + 0.6 * size || /^[\p{Ll}(]/u.test(word.text);
}
