import { alignedTables } from './aligned.ts';
import { type Column, median } from './columns.ts';
import { beginsByFields } from './fields.ts';
import { extentOf, type Line, toLine } from './lines.ts';
import { BULLET, LEADERS, MARKER } from './markers.ts';
import type { Rule } from './rules.ts';
import { rowSegment, type TableRow } from './table.ts';

/** Lines that belong together, or a row of a table. */
export type Paragraph = { readonly lines: readonly Line[]; readonly row?: TableRow };

const ENDS_SENTENCE = /[.:;!?][)"'”’\]]*$/;

/** Joins the lines of a column to paragraphs and rows of tables. `level` are lines drawn across the page. */
export function toParagraphs(column: Column, level: readonly Rule[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const pitch = usualPitch(column);
  let next = 0;
  for (const aligned of alignedTables(column, level)) {
    paragraphs.push(...joinLines(column.slice(next, aligned.from), pitch));
    if ('rows' in aligned) {
      for (const { row, frame } of aligned.rows) {
        const size = column[aligned.from]?.size ?? 0;
        paragraphs.push({ lines: [toLine([rowSegment(row, frame, size)])], row });
      }
    } else {
      for (const lines of aligned.columns) paragraphs.push(...joinLines(lines, pitch));
    }
    next = aligned.to;
  }
  paragraphs.push(...joinLines(column.slice(next), pitch));
  return paragraphs;
}

function joinLines(lines: readonly Line[], pitch: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let stack: Line[] = [];
  const flush = () => {
    for (const joined of splitStack(stack)) paragraphs.push({ lines: joined });
    stack = [];
  };
  for (const line of lines) {
    const row = line.segments[0]?.row;
    if (row !== undefined) {
      flush();
      paragraphs.push({ lines: [line], row });
      continue;
    }
    const previous = stack.at(-1);
    if (previous !== undefined && !sameStack(previous, line, pitch)) flush();
    stack.push(line);
  }
  flush();
  return paragraphs;
}

/** Distance from line to line within paragraphs, as a multiple of the font size. */
function usualPitch(column: Column): number {
  const pitches: number[] = [];
  for (let index = 1; index < column.length; index++) {
    const [above, below] = [column[index - 1], column[index]];
    if (above === undefined || below === undefined || !likeSize(above, below)) continue;
    const pitch = (below.bottom - above.bottom) / Math.max(above.size, 1);
    if (pitch > 0.5 && pitch < 3) pitches.push(pitch);
  }
  return pitches.length > 0 ? median(pitches) : 1.2;
}

const likeSize = (a: Line, b: Line): boolean =>
  Math.max(a.size, b.size) <= 1.12 * Math.max(Math.min(a.size, b.size), 0.1);

function sameStack(above: Line, below: Line, pitch: number): boolean {
  if (!likeSize(above, below)) return false;
  const distance = (below.bottom - above.bottom) / Math.max(above.size, 1);
  return distance > -1 && distance <= Math.min(Math.max(pitch, 1) * 1.3, 3);
}

/** Parts lines of one size at one distance where wording and edges say that something new begins. */
function splitStack(stack: readonly Line[]): Line[][] {
  const { right } = extentOf(stack);
  const paragraphs: Line[][] = [];
  for (const line of stack) {
    const open = paragraphs.at(-1);
    const above = open?.at(-1);
    if (open === undefined || above === undefined || begins(line, above, open, right)) paragraphs.push([line]);
    else open.push(line);
  }
  return paragraphs;
}

function begins(line: Line, above: Line, open: readonly Line[], right: number): boolean {
  const em = Math.max(line.size, 1);
  const room = right - above.right;
  const byFields = beginsByFields(line, above, room < 4 * em);
  if (byFields !== undefined) return byFields;
  if (LEADERS.test(line.text) || LEADERS.test(above.text)) return true;
  if (above.bold !== line.bold && (isShort(above, right) || isShort(line, right))) return true;
  const ended = ENDS_SENTENCE.test(above.text);
  const first = line.segments[0]?.words[0]?.text ?? '';
  const indent = line.left - above.left;
  if (BULLET.test(first) && line.text.length > 1) return true;
  if (MARKER.test(first) && (ended || /(?:,|\b(?:and|or))$/.test(above.text) || Math.abs(indent) > em)) return true;
  const [opening] = open;
  const sameList = opening !== undefined && startsWithMarker(opening) && Math.abs(line.left - opening.left) < 0.5 * em;
  if (sameList && startsWithMarker(line)) return true;
  if (isOpening(line.text)) return true;
  const bothCentred =
    Math.abs(line.left + line.right - above.left - above.right) < 2 * em && Math.abs(indent) > 0.5 * em;
  if (bothCentred && line.right < right - em) return false;
  // A line that had room for the next word was ended on purpose.
  if (room > (line.segments[0]?.words[0]?.width ?? 0) + 3 * em) return true;
  if (!ended) return false;
  if (indent > 0.8 * em) return true;
  return indent < -0.8 * em && open.length > 1;
}

const startsWithMarker = (line: Line): boolean => MARKER.test(line.segments[0]?.words[0]?.text ?? '');

const isShort = (line: Line, right: number): boolean => line.right < right - 3 * Math.max(line.size, 1);

/** "ARTICLE IV", "Section 5.2": always a beginning at the start of a line of its own. */
const isOpening = (text: string): boolean =>
  /^(?:ARTICLE|SECTION|EXHIBIT|SCHEDULE|APPENDIX|ANNEX)\s+[\dIVXLC]+[A-Z]?\b/.test(text);
