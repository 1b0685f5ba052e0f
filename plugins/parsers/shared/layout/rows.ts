import { extentOf, type Line, toLine } from './lines.ts';
import type { Piece } from './pieces.ts';
import { covered, type Rule } from './rules.ts';
import { EDGE, MAX_HEADER_LINES, type Member } from './runs.ts';
import { type Span, spanOf, wraps } from './spans.ts';
import { type DraftRow, isFigure, type TableCell } from './table.ts';

/** Joins the lines to rows. */
export function toRows(
  run: readonly Member[],
  named: number,
  columns: readonly Span[],
  level: readonly Rule[],
): DraftRow[] {
  const left = columns[0]?.left ?? 0;
  const right = columns.at(-1)?.right ?? 0;
  const ruled = run.map(({ line }, index) => {
    const below = run[index + 1]?.line;
    if (below === undefined) return false;
    const bottom = Math.max(below.top, line.bottom) + 1;
    return level.some(
      ({ at }) => at > line.bottom - 0.4 * line.size && at < bottom && covered(level, at, 1.5, left, right) > 0.5,
    );
  });
  const parted = ruled.filter(Boolean).length >= Math.max(2, (run.length - 1) * 0.4);
  const pitches = run.slice(1).map(({ line }, index) => line.bottom - (run[index]?.line.bottom ?? 0));
  // Marks raised above a line make lines of their own that stand nearer.
  const firstRule = ruled.indexOf(true);
  const ruledHeader = firstRule >= 0 && firstRule < MAX_HEADER_LINES;
  const begin = Math.max(named, ruledHeader ? firstRule + 1 : 0);
  const apart = pitches.slice(begin).filter((pitch, index) => pitch > 0.9 * (run[begin + index]?.line.size ?? 0));
  const usual = apart.toSorted((a, b) => a - b)[Math.floor(apart.length * 0.1)] ?? Infinity;
  const wide = apart.filter((pitch) => pitch > 1.3 * usual);
  const loose = wide.length >= Math.max(1, apart.length * 0.2);
  const groups: Member[][] = [];
  const ends: number[] = [];
  run.forEach((member, index) => {
    const open = groups.at(-1);
    if (open === undefined) {
      groups.push([member]);
      ends.push(index);
      return;
    }
    const near = (pitches[index - 1] ?? 0) <= 1.15 * usual;
    let joins: boolean;
    if (ruled[index - 1] === true) joins = false;
    else if (parted) joins = true;
    else if (ruledHeader && index <= firstRule)
      joins = isHeading(run.slice(0, firstRule + 1), columns) && !open.some((above) => spans(above, columns));
    else if (index <= named && near && completesNames(member, open, columns)) joins = true;
    else joins = continues(member, open, columns, near && loose, near);
    if (joins) open.push(member);
    else groups.push([member]);
    ends[groups.length - 1] = index;
  });
  return groups.map((group, index) => ({
    cells: cellsOf(group, columns),
    frame: extentOf(group.map(({ line }) => line)),
    ruledBelow: ruled[ends[index] ?? 0] === true,
  }));
}

const spans = ({ pieces }: Member, columns: readonly Span[]): boolean =>
  pieces.some((piece) => spanOf(piece, columns).count > 1);

const isHeading = (lines: readonly Member[], columns: readonly Span[]): boolean =>
  lines.every(({ pieces }) => pieces.every(({ text }) => !isFigure(text) || /^(?:19|20)\d\d$/.test(text))) &&
  columns.length >= 2;

/** Names of columns that run over several lines and end on one: the lines above the last one name only some columns. */
function completesNames(member: Member, open: readonly Member[], columns: readonly Span[]): boolean {
  const at = ({ pieces }: Member) => new Set(pieces.map((piece) => spanOf(piece, columns).column));
  const here = at(member);
  if (!isHeading([member], columns) || [member, ...open].some((line) => spans(line, columns))) return false;
  return open.every((line) => at(line).size < columns.length && [...at(line)].every((column) => here.has(column)));
}

function continues(
  member: Member,
  open: readonly Member[],
  columns: readonly Span[],
  tight: boolean,
  near: boolean,
): boolean {
  const above = open.at(-1);
  if (above === undefined) return false;
  const at = (pieces: readonly Piece[]) => new Map(pieces.map((piece) => [spanOf(piece, columns).column, piece]));
  const here = at(member.pieces);
  const before = at(open.flatMap(({ pieces }) => pieces));
  const last = at(above.pieces);
  const wrapsBelow = (column: number, piece: Piece): boolean => {
    const over = last.get(column);
    return over !== undefined && !isFigure(piece.text) && wraps(over, piece, columns[column], member.line.size);
  };
  const further = [...here.keys()].filter((column) => !before.has(column));
  if (further.length > 0) {
    // Figures beside the last line of a cell that runs over several.
    const below = [...here].filter(([column]) => before.has(column));
    const [label, over] = [here.get(0), last.get(0)];
    const hangs = label === undefined || (over !== undefined && open.length === 1 && label.left > over.left + EDGE);
    return near && hangs && below.length > 0 && below.every(([column, piece]) => wrapsBelow(column, piece));
  }
  if (tight && !here.has(0)) return true;
  const wrapped = [...here].every(([column, piece]) => wrapsBelow(column, piece));
  if (tight && here.size < before.size) return true;
  if (tight && wrapped) return true;
  return near && here.size < before.size && (!here.has(0) || here.size === 1) && wrapped;
}

function cellsOf(group: readonly Member[], columns: readonly Span[]): TableCell[] {
  const cells = new Map<number, { count: number; lines: Line[] }>();
  for (const { pieces } of group) {
    const here = new Map<number, { count: number; segments: Piece['segments'][number][] }>();
    for (const piece of pieces) {
      const { column, count } = spanOf(piece, columns);
      const cell = here.get(column) ?? { count: 1, segments: [] };
      here.set(column, cell);
      cell.count = Math.max(cell.count, count);
      cell.segments.push(...piece.segments);
    }
    for (const [column, { count, segments }] of here) {
      const cell = cells.get(column) ?? { count: 1, lines: [] };
      cells.set(column, cell);
      cell.count = Math.max(cell.count, count);
      cell.lines.push(toLine(segments));
    }
  }
  return [...cells]
    .toSorted(([a], [b]) => a - b)
    .map(([column, { count, lines }]) => ({ column, columnSpan: count, rowSpan: 1, lines }));
}
