import { extentOf, type Line } from './lines.ts';
import { LEADERS } from './markers.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { overlaps } from './spans.ts';

/** How far, in points, edges of one column may differ. */
export const EDGE = 3;
export const MAX_HEADER_LINES = 4;
/** Lines further apart than this many font sizes belong to different things. */
const MAX_GAP = 2.5;
/** How far, in font sizes, the names of columns may reach beyond what stands in them. */
const MAX_REACH = 6;

/** A line with its pieces, and the how manieth it is. Lines that cannot be a row of a table have no pieces. */
export type Member = { readonly index: number; readonly line: Line; readonly pieces: readonly Piece[] };

export const toMembers = (lines: readonly Line[]): Member[] =>
  lines.map((line, index) => {
    const apart = line.segments.some((segment) => segment.row !== undefined);
    const pieces = apart ? [] : piecesOf(line);
    return { index, line, pieces: isFormLine(pieces) ? [] : pieces };
  });

/** A label with the field that it names, or boxes to tick: lines of a form stand below each other like cells. */
function isFormLine(pieces: readonly Piece[]): boolean {
  const fields = pieces.flatMap(({ segments }) => segments.flatMap(({ words }) => words.filter((word) => word.field)));
  return fields.length > 0 && (pieces.length <= 2 || fields.some(({ text }) => text === '☒' || text === '☐'));
}

/** Lines from `start` on of which each has a piece at the edges of those above it. */
export function runFrom(members: readonly Member[], start: number): Member[] | undefined {
  const first = members[start];
  if (first === undefined || first.pieces.length < 2 || LEADERS.test(first.line.text)) return undefined;
  const run = [first];
  /** The last lines that have several pieces: a line need not look like the one just above. */
  let rows = [first];
  let pending: Member[] = [];
  for (let index = start + 1; index < members.length; index++) {
    const member = members[index];
    const above = pending.at(-1) ?? run.at(-1);
    if (member === undefined || above === undefined || !isNear(above.line, member.line)) break;
    if (LEADERS.test(member.line.text)) break;
    if (member.pieces.length >= 2) {
      if (!rows.some((row) => sharedEdges(row.pieces, member.pieces) >= 2)) break;
      run.push(...pending, member);
      rows = [...rows.slice(-3), member];
      pending = [];
    } else if (
      member.pieces.length === 1 &&
      pending.length < 3 &&
      rows.some((row) => goesOn(row.pieces, member.pieces[0]))
    ) {
      pending.push(member);
    } else break;
  }
  const last = run.at(-1);
  // What follows the last row closely, and stands below one of its cells but the first, goes on with it.
  for (const member of pending) {
    const [piece] = member.pieces;
    if (
      last === undefined ||
      piece === undefined ||
      !goesOn(last.pieces, piece) ||
      piece.left < (last.pieces[1]?.left ?? 0) - EDGE
    )
      break;
    if (member.line.top - (run.at(-1)?.line.bottom ?? 0) > 0.6 * member.line.size) break;
    run.push(member);
  }
  return run.filter(({ pieces }) => pieces.length >= 2).length >= 2 ? run : undefined;
}

/** Lines above a run that name its columns, alone or several together. */
export function headingOf(members: readonly Member[], run: readonly Member[], start: number): Member[] {
  const extent = extentOf(run.map(({ line }) => line));
  const second = least(run.flatMap(({ pieces }) => pieces.slice(1, 2).map(({ left }) => left)));
  const heading: Member[] = [];
  for (let index = start - 1; index >= 0 && heading.length < MAX_HEADER_LINES; index--) {
    const member = members[index];
    const below = heading[0] ?? run[0];
    if (member === undefined || below === undefined || member.pieces.length === 0) break;
    const { line, pieces } = member;
    if (below.line.top - line.bottom > 1.5 * line.size || !isNear(line, below.line)) break;
    // Names at the left over figures at the right of their column begin before it.
    const reach = pieces.length >= 2 ? MAX_REACH * line.size : EDGE;
    if (line.left < extent.left - reach || line.right > extent.right + reach) break;
    if (pieces.some(({ text }) => text.length > 60 || /[.;]$/.test(text))) break;
    if (pieces.length < 2 && (pieces[0]?.left ?? 0) < second - EDGE) break;
    heading.unshift(member);
  }
  return heading;
}

function isNear(above: Line, below: Line): boolean {
  const [small, large] = [Math.min(above.size, below.size), Math.max(above.size, below.size)];
  return below.top - above.bottom <= MAX_GAP * large && large <= 1.4 * Math.max(small, 0.1);
}

/** How many pieces of a line begin, end or are centred where one of the other line does. */
export function sharedEdges(above: readonly Piece[], below: readonly Piece[]): number {
  return below.filter((piece) =>
    above.some(
      (other) =>
        Math.abs(piece.left - other.left) < EDGE ||
        Math.abs(piece.right - other.right) < EDGE ||
        Math.abs(piece.left + piece.right - other.left - other.right) < EDGE,
    ),
  ).length;
}

/** Whether a piece alone on its line stands below one cell and reaches under no other. */
function goesOn(row: readonly Piece[], piece: Piece | undefined): boolean {
  if (piece === undefined) return false;
  const under = row.findIndex((cell) => Math.abs(cell.left - piece.left) < EDGE || overlaps(cell, piece));
  const [cell, next] = [row[under], row[under + 1]];
  return cell !== undefined && piece.left > cell.left - EDGE && (next === undefined || piece.right < next.left);
}

/** Not by spreading: a hostile page has more lines than a call has room for. */
export const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
