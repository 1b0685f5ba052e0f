import { partAdjoining } from './adjoining.ts';
import { median } from './columns.ts';
import { extentOf, type Frame, type Line, toLine } from './lines.ts';
import { areAddresses, areProse, isBesideProse, isContents, isGlossary, isSigned, isTornProse } from './lookalikes.ts';
import type { Piece } from './pieces.ts';
import { toRows } from './rows.ts';
import type { Rule } from './rules.ts';
import { EDGE, headingOf, least, type Member, runFrom, toMembers } from './runs.ts';
import { overlaps, type Span, spanOf } from './spans.ts';
import { type TableRow, withHeader } from './table.ts';

/**
 * What lines that stand side by side are: the rows of a table, or lines that are read one after
 * another: short columns, the entries of a table of contents.
 */
export type Aligned = { readonly from: number; readonly to: number } & (
  | { readonly rows: readonly { readonly row: TableRow; readonly frame: Frame }[] }
  | { readonly columns: readonly (readonly Line[])[] }
);

/**
 * Finds tables that nothing but the alignment of their columns shows, in lines that are read from the top down.
 * `level` are lines drawn across the page: they part rows, and a header from what it heads.
 * Rather none than a wrong one: prose, clauses, contents and signatures also have edges that line up.
 */
export function alignedTables(lines: readonly Line[], level: readonly Rule[]): Aligned[] {
  const members = toMembers(lines);
  const found: Aligned[] = [];
  let next = 0;
  while (next < members.length) {
    const run = runFrom(members, next);
    if (run === undefined) {
      next += 1;
      continue;
    }
    const aligned = judge(headingOf(members, run, next), run, level);
    if (aligned !== undefined) found.push(aligned);
    next = (run.at(-1)?.index ?? next) + 1;
  }
  return found;
}

function judge(headed: readonly Member[], found: readonly Member[], level: readonly Rule[]): Aligned | undefined {
  const joined = [...headed, ...found];
  const run = partAdjoining(joined, columnsOf(found, joined));
  const heading = run.slice(0, headed.length);
  const body = run.slice(headed.length);
  const from = run[0]?.index ?? 0;
  const to = (run.at(-1)?.index ?? 0) + 1;
  const columns = columnsOf(body, run);
  const rowLines = run.filter(({ pieces }) => pieces.length >= 2);
  if (columns.length < 2 || !areAligned(rowLines, columns)) return undefined;
  if (isTornProse(run, columns)) return undefined;
  if (isSigned(rowLines) || areAddresses(rowLines, columns)) {
    return sideBySide(run, columns, from, to) ?? sideBySide(body, columns, body[0]?.index ?? from, to);
  }
  // Each entry of a table of contents stays a line of its own.
  if (isContents(rowLines)) return { from, to, columns: run.map(({ line }) => [line]) };
  if (columns.length === 2 && rowLines.length < 3) return undefined;
  if (areProse(run, columns))
    return rowLines.length >= 3 && columns.length === 2 ? sideBySide(run, columns, from, to) : undefined;
  if (isBesideProse(run, columns)) return sideBySide(run, columns, from, to);
  if (isGlossary(run, columns, level)) return undefined;
  const drafts = toRows(run, heading.length, columns, level);
  if (drafts.length < 2) return undefined;
  const rows = withHeader(columns, drafts);
  return { from, to, rows: rows.map((row, index) => ({ row, frame: drafts[index]?.frame ?? extentOf([]) })) };
}

/** The columns that the lines with the most cells agree on, widened by what the others have in one of them only. */
function columnsOf(body: readonly Member[], run: readonly Member[]): Span[] {
  const rows = body.filter(({ pieces }) => pieces.length >= 2);
  const needed = Math.max(2, rows.length * 0.3);
  let most = -least(rows.map(({ pieces }) => -pieces.length));
  while (most > 2 && rows.filter(({ pieces }) => pieces.length >= most).length < needed) most -= 1;
  const columns: Span[] = [];
  for (const { pieces } of rows.filter((row) => row.pieces.length >= most))
    for (const piece of pieces) widen(columns, piece);
  for (const { pieces } of run) {
    for (const piece of pieces) {
      const over = columns.filter((column) => overlaps(column, piece));
      if (over.length === 1) widen(columns, piece);
    }
  }
  return columns.toSorted((a, b) => a.left - b.left);
}

function widen(columns: Span[], { left, right }: Span): void {
  const over = columns.filter((column) => overlaps(column, { left, right }));
  const merged = {
    left: Math.min(left, ...over.map((column) => column.left)),
    right: Math.max(right, ...over.map((column) => column.right)),
  };
  for (const column of over) columns.splice(columns.indexOf(column), 1);
  columns.push(merged);
}

/** Whether the cells of most columns begin, end or are centred at one place. */
function areAligned(rows: readonly Member[], columns: readonly Span[]): boolean {
  const shares = columns.map((column) => {
    const cells = rows.flatMap(({ pieces }) =>
      pieces.filter((piece) => overlaps(piece, column) && spanOf(piece, columns).count === 1),
    );
    const share = (edge: (piece: Piece) => number) => {
      const usual = median(cells.map(edge));
      return cells.filter((cell) => Math.abs(edge(cell) - usual) < EDGE).length / Math.max(cells.length, 1);
    };
    return Math.max(
      share((cell) => cell.left),
      share((cell) => cell.right),
      share((cell) => (cell.left + cell.right) / 2),
    );
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length >= 0.65;
}

/** Each column as lines of its own. undefined where something stands across them. */
function sideBySide(run: readonly Member[], columns: readonly Span[], from: number, to: number): Aligned | undefined {
  if (columns.length > 3) return undefined;
  const pieces = run.flatMap((member) => member.pieces);
  // Labels beside what is filled in, "By:" beside a line, belong together; blocks for two parties are far apart.
  const wide = columns.slice(1).every((column, index) => column.left - (columns[index]?.right ?? 0) > 0);
  const labels = pieces.filter((piece) => /^(?:by|name|title|its|date|signature)\s*:?$/i.test(piece.text)).length;
  if (!wide || labels > run.length * 0.3 || pieces.some((piece) => spanOf(piece, columns).count > 1)) return undefined;
  return {
    from,
    to,
    columns: columns.map((column) =>
      pieces.filter((piece) => overlaps(piece, column)).map(({ segments }) => toLine(segments)),
    ),
  };
}
