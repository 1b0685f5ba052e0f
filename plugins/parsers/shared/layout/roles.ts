import { areFields } from './fields.ts';
import type { Line } from './lines.ts';
import { MARKER } from './markers.ts';
import type { Paragraph } from './paragraphs.ts';
import type { TableRow } from './table.ts';

export type Role =
  | { readonly kind: 'heading'; readonly rank: HeadingRank }
  | { readonly kind: 'list-item'; readonly marker: string; readonly left: number }
  | { readonly kind: 'paragraph' | 'footnote' | 'form-field' | 'caption' }
  | { readonly kind: 'table-row'; readonly row: TableRow };

/** What a heading's level is found from: the depth of its number, or else its looks. */
export type HeadingRank = { readonly numbered: number } | { readonly size: number; readonly bold: boolean };

const MAX_HEADING = 160;
const MAX_CAPTION = 600;
/** "Table 3. Fees", "Fig. 4 – Plan", not "Table 3 shows". */
const CAPTION =
  /^[[(]?(?:table|figure|fig\.|chart|tabelle|abbildung|abb\.|tableau|tabla|figura|표|그림|図|表)\s*[A-Z]?\d{1,3}(?:[.-]\d{1,3})*\s*(?:[.:|–—\])]\s|[\])]?$)/iu;
const BIG = 1.15;
const SMALL = 0.92;
const PART = /^(?:ARTICLE|CHAPTER|PART|TITLE|SECTION|CLAUSE)\s+(?:\d+|[IVXLC]+|[A-Z])(?:[.:—–-]|\s|$)/i;
const ATTACHMENT = /^(?:EXHIBIT|SCHEDULE|APPENDIX|ANNEX|ATTACHMENT|ADDENDUM)\s+[\dA-Z]{1,4}(?:[.:—–-]|\s|$)/;
const NUMBER = /^(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Z])[.)]?\s+\S/;
const LIST_MARKER = /^(?:[•●○◦▪■□☐☑☒‣⁃∙·–—*-]|\(?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6})[).])$/i;

/** What a paragraph is, seen by itself and against the size that most of the document has. */
export function roleOf(paragraph: Paragraph, bodySize: number, low: boolean): Role {
  if (paragraph.row !== undefined) return { kind: 'table-row', row: paragraph.row };
  const [first] = paragraph.lines;
  if (first === undefined) return { kind: 'paragraph' };
  if (areFields(paragraph.lines)) return { kind: 'form-field' };
  const text = paragraph.lines.map((line) => line.text).join(' ');
  if (text.length <= MAX_CAPTION && CAPTION.test(text)) return { kind: 'caption' };
  const rank = headingRank(paragraph.lines, text, bodySize);
  if (rank !== undefined) return { kind: 'heading', rank };
  if (low && first.size <= bodySize * SMALL && /^(?:\d{1,3}|[*†‡§]+)[.)]?\s*\S/.test(text)) return { kind: 'footnote' };
  const marker = first.segments[0]?.words[0]?.text ?? '';
  if (LIST_MARKER.test(marker) && text.length > marker.length) return { kind: 'list-item', marker, left: first.left };
  return { kind: 'paragraph' };
}

function headingRank(lines: readonly Line[], text: string, bodySize: number): HeadingRank | undefined {
  if (lines.length > 3 || text.length > MAX_HEADING || !/\p{L}{2}/u.test(text)) return undefined;
  if (/[;,]$|\.{4,}|(?:\. ){4,}|_{3,}/.test(text)) return undefined;
  const size = lines[0]?.size ?? 0;
  const bold = lines.every((line) => line.bold);
  const looks = { size: Math.max(size, bodySize), bold };
  const capitals = isCapitals(text);
  const sentence = /[.!?]$/.test(text) && !/^\S+(?:\s+\S+){0,6}\.$/.test(text);
  if (PART.test(text) && !sentence && (capitals || bold || isTitleCase(text))) return { numbered: 1 };
  if (ATTACHMENT.test(text) && !sentence) return { numbered: 1 };
  const number = NUMBER.exec(text)?.[1];
  if (number !== undefined && !sentence && (bold || capitals || size >= bodySize * BIG || isTitleCase(text))) {
    return { numbered: number.split('.').length };
  }
  if (MARKER.test(text.split(' ')[0] ?? '')) return undefined;
  if (size >= bodySize * BIG && !sentence) return looks;
  if (sentence || text.split(' ').length > 14) return undefined;
  return (bold && /^\P{Ll}/u.test(text)) || (capitals && size >= bodySize * SMALL && /\p{Lu}{4}/u.test(text))
    ? looks
    : undefined;
}

const isCapitals = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text);

/** "7.2 Termination for Cause": every long word has a capital, and there is no full sentence. */
function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/).slice(1);
  if (words.length === 0 || words.length > 10) return false;
  return (
    words.every((word) => !/^\p{L}{4}/u.test(word) || /^\p{Lu}/u.test(word)) && words.some((w) => /^\p{Lu}/u.test(w))
  );
}

/** Turns ranks to levels: numbers by their depth, other headings by size and weight, below a title where there is one. */
export function headingLevels(ranks: readonly HeadingRank[], bodySize: number): (rank: HeadingRank) => number {
  const looks = (rank: { size: number; bold: boolean }) => Math.round(rank.size * 2) + (rank.bold ? 0.5 : 0);
  const classes = [...new Set(ranks.filter((r) => 'size' in r).map(looks))].toSorted((a, b) => b - a);
  const hasTitle = classes.some((key) => key >= Math.round(bodySize * 2 * BIG));
  return (rank) => {
    if ('numbered' in rank) return Math.min(rank.numbered + (hasTitle ? 1 : 0), 9);
    return Math.min(classes.indexOf(looks(rank)) + 1, 9);
  };
}
