import { median } from './columns.ts';
import { extentOf, type Frame, type Line, toLine } from './lines.ts';
import { LEADERS } from './markers.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { covered, type Rule } from './rules.ts';
import { type DraftRow, isFigure, type TableCell, type TableRow, withHeader } from './table.ts';

/**
 * What lines that stand side by side are: the rows of a table, or lines that are read one after
 * another: short columns, the entries of a table of contents.
 */
export type Aligned = { readonly from: number; readonly to: number } & (
  | { readonly rows: readonly { readonly row: TableRow; readonly frame: Frame }[] }
  | { readonly columns: readonly (readonly Line[])[] }
);

/** How far, in points, edges of one column may differ. */
const EDGE = 3;
/** Lines further apart than this many font sizes belong to different things. */
const MAX_GAP = 2.5;
const MAX_HEADER_LINES = 4;
/** How far, in font sizes, the names of columns may reach beyond what stands in them. */
const MAX_REACH = 6;
/** A longer line is one of running text. */
const MAX_ENTRY = 50;
/** Where people sign; such lines stand side by side for two parties and are no table. */
const SIGNING =
  /^(?:by|name|title|its|signed|signature|witness|per|print(?:ed)? name|attest|authori[sz]ed\b.*)\s*[:._]|^\/s\/|_{4,}|^(?:by|name|title|date)$/i;

const PARTY =
  /\b(?:inc|incorporated|ltd|limited|llc|l\.?l\.?p|l\.p|corp|corporation|gmbh|plc|s\.a|b\.v|a\.s|s\.p\.a)\b|^if to\b/i;

type Member = { readonly index: number; readonly line: Line; readonly pieces: readonly Piece[] };
type Span = { left: number; right: number };

/**
 * Finds tables that nothing but the alignment of their columns shows, in lines that are read from the top down.
 * `level` are lines drawn across the page: they part rows, and a header from what it heads.
 * Rather none than a wrong one: prose, clauses, contents and signatures also have edges that line up.
 */
export function alignedTables(lines: readonly Line[], level: readonly Rule[]): Aligned[] {
  const members = lines.map((line, index): Member => {
    const apart = line.segments.some((segment) => segment.row !== undefined);
    const pieces = apart ? [] : piecesOf(line);
    return { index, line, pieces: isFormLine(pieces) ? [] : pieces };
  });
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

/** A label with the field that it names, or boxes to tick: lines of a form stand below each other like cells. */
function isFormLine(pieces: readonly Piece[]): boolean {
  const fields = pieces.flatMap(({ segments }) => segments.flatMap(({ words }) => words.filter((word) => word.field)));
  return fields.length > 0 && (pieces.length <= 2 || fields.some(({ text }) => text === '☒' || text === '☐'));
}

/** Lines from `start` on of which each has a piece at the edges of those above it. */
function runFrom(members: readonly Member[], start: number): Member[] | undefined {
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
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);

const overlaps = (a: Span, b: Span): boolean => Math.min(a.right, b.right) > Math.max(a.left, b.left);

/** Lines above a run that name its columns, alone or several together. */
function headingOf(members: readonly Member[], run: readonly Member[], start: number): Member[] {
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

function judge(heading: readonly Member[], body: readonly Member[], level: readonly Rule[]): Aligned | undefined {
  const run = [...heading, ...body];
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

const isSigned = (rows: readonly Member[]): boolean => {
  const signing = rows.filter(({ pieces }) => pieces.some(({ text }) => SIGNING.test(text)));
  return signing.length >= 2 || (signing.length >= 1 && rows.length <= 3);
};

/** The names and addresses of two parties: companies, or the same labels, at the head of both columns. */
function areAddresses(rows: readonly Member[], columns: readonly Span[]): boolean {
  if (columns.length !== 2) return false;
  const both = rows.filter(({ pieces }) => pieces.length === 2);
  if (both.slice(0, 2).some(({ pieces }) => pieces.every(({ text }) => PARTY.test(text)))) return true;
  return both.some(({ pieces: [one, other] }) => {
    const label = /^\p{L}[\p{L} ]{1,20}[:.]/u.exec(one?.text ?? '')?.[0];
    return label !== undefined && other?.text.startsWith(label) === true;
  });
}

/** Justified lines whose wide gaps happen to stand below each other: others run on across the gap. */
function isTornProse(run: readonly Member[], columns: readonly Span[]): boolean {
  const across = run.filter(({ pieces }) =>
    pieces.some((piece) => piece.text.length > MAX_ENTRY && spanOf(piece, columns).count > 1),
  );
  return across.length >= run.length * 0.3;
}

/** A table of contents: texts, and page numbers that do not fall, at the right. */
function isContents(rows: readonly Member[]): boolean {
  const numbers = rows.map(({ pieces }) => pieces.at(-1)?.text ?? '');
  if (!numbers.every((text) => /^\d{1,4}$/.test(text))) return false;
  const rising = numbers.every((text, index) => index === 0 || Number(text) >= Number(numbers[index - 1]));
  const titles = rows.map(({ pieces }) =>
    pieces
      .slice(0, -1)
      .map(({ text }) => text)
      .join(' '),
  );
  return (
    rising &&
    titles.filter((title) => /\p{L}{3}/u.test(title)).length >= titles.length * 0.8 &&
    titles.some((title) => title.includes(' ') || /^[\dIVX]/.test(title))
  );
}

/** Columns of running text side by side: their lines fill them and go on below. */
function areProse(run: readonly Member[], columns: readonly Span[]): boolean {
  const full = columns.map((column) => {
    const cells = run.flatMap(({ pieces }) => pieces.filter((piece) => overlaps(piece, column)));
    const long = cells.filter(
      (cell) => cell.text.split(' ').length >= 4 && cell.right - cell.left > 0.75 * (column.right - column.left),
    );
    return long.length / Math.max(cells.length, 1);
  });
  return (
    full.filter((share) => share >= 0.6).length >= Math.min(columns.length, 2) && full.every((share) => share >= 0.3)
  );
}

/** Running text with notes in its margin: line after line of it is full, and the notes go on as it does. */
function isBesideProse(run: readonly Member[], columns: readonly Span[]): boolean {
  if (columns.length !== 2 || run.length < 3) return false;
  if (run.filter(({ pieces }) => pieces.length === 2).length < run.length * 0.8) return false;
  return columns.some((column) => {
    const cells = run.flatMap(({ pieces, line }) =>
      pieces.filter((piece) => overlaps(piece, column)).map((piece) => ({ piece, line })),
    );
    const on = cells.slice(1).filter(({ piece, line }, index) => {
      const above = cells[index]?.piece;
      return above !== undefined && !/[.;:]$/.test(above.text) && wraps(above, piece, column, line.size);
    });
    return on.length >= (cells.length - 1) * 0.7 && median(cells.map(({ piece }) => piece.text.length)) >= MAX_ENTRY;
  });
}

/** Short labels beside running text, with no line drawn between them: a list whose paragraphs hang. */
function isGlossary(run: readonly Member[], columns: readonly Span[], level: readonly Rule[]): boolean {
  const [labels, texts, ...others] = columns;
  if (labels === undefined || texts === undefined || others.length > 0) return false;
  const { top, bottom } = extentOf(run.map(({ line }) => line));
  if (level.some(({ at, from, to }) => at > top && at < bottom && from < labels.right && to > texts.left)) return false;
  const labelled = run.filter(({ pieces }) => pieces.some((piece) => overlaps(piece, labels))).length;
  const long = run.filter(({ pieces }) =>
    pieces.some((piece) => overlaps(piece, texts) && piece.text.length > MAX_ENTRY),
  );
  return labelled < run.length && long.length >= run.length / 2;
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

/** The columns that a piece stands in: those it covers most of, or the nearest. */
function spanOf(piece: Span, columns: readonly Span[]): { column: number; count: number } {
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

/** Joins the lines to rows. */
function toRows(run: readonly Member[], named: number, columns: readonly Span[], level: readonly Rule[]): DraftRow[] {
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

/** Whether a line had no room for the first word of the next, or that word goes on in the middle of a sentence. */
function wraps(above: Piece, below: Piece, column: Span | undefined, size: number): boolean {
  const word = below.segments[0]?.words[0];
  if (column === undefined || word === undefined) return false;
  return column.right - above.right < word.width + 0.6 * size || /^[\p{Ll}(]/u.test(word.text);
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
