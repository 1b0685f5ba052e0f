import { closingAbbreviations, openAbbreviations, partNames, sentenceStarters } from './abbreviations.ts';
import { isSpace, type Span, tearsCharacter, trimSpan } from './span.ts';

/**
 * Sentences of a text, in order, without the white space between them; together they hold everything else.
 * Made for contracts: abbreviations, initials, decimals and clause numbers end nothing, a clause's number and
 * title stay with its first sentence, wrapped lines are joined, list items begin anew. A blank line always ends one.
 */
export const sentenceSpans = (text: string, from = 0, to = text.length): readonly Span[] => {
  const spans: Span[] = [];
  for (const paragraph of paragraphSpans(text, from, to)) {
    let start = paragraph.start;
    for (const end of boundaries(text, paragraph)) {
      const span = trimSpan(text, { start, end });
      if (span.start === span.end) continue;
      if (end < paragraph.end && opensClause(text.slice(span.start, span.end))) continue;
      spans.push(span);
      start = end;
    }
  }
  return spans;
};

const blankLine = /\n[^\S\n]*(?:\n\s*)+/g;

const paragraphSpans = (text: string, from: number, to: number): readonly Span[] => {
  const spans: Span[] = [];
  const part = text.slice(from, to);
  let start = 0;
  for (const gap of part.matchAll(blankLine)) {
    spans.push(trimSpan(text, { start: from + start, end: from + gap.index }));
    start = gap.index + gap[0].length;
  }
  spans.push(trimSpan(text, { start: from + start, end: to }));
  return spans.filter((span) => span.end > span.start);
};

const wide = '。！？｡';
const candidate = new RegExp(`[.!?…؟۔।॥${wide}]+["'”’»)\\]】」』]*|\\n`, 'gu');
/** What a list item begins with: "(a)", "iv.", "3.2", "b)", a bullet. */
const marker = /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,5})[.)]|\d{1,3}(?:\.\d{1,3})+|[•●▪◦‣·–—*-])(?=\s)/i;

/** Offsets at which a sentence ends; the paragraph's end is the last. */
function* boundaries(text: string, { start, end }: Span): Generator<number> {
  const part = text.slice(start, end);
  let begun = 0;
  for (const match of part.matchAll(candidate)) {
    const at = match.index;
    const after = at + match[0].length;
    if (after >= part.length) break;
    const ends = match[0] === '\n' ? lineEnds(part, begun, at) : stopEnds(part, begun, at, match[0]);
    if (!ends) continue;
    yield start + after;
    begun = after;
  }
  yield end;
}

/** Whether a line break ends a sentence: before a list item, and after a short line in capitals. */
const lineEnds = (part: string, begun: number, at: number): boolean => {
  const next = part.slice(at + 1, at + 80).trimStart();
  const line = part.slice(Math.max(begun, part.lastIndexOf('\n', at - 1) + 1), at).trim();
  if (marker.test(next)) return /^[•●▪◦‣]/.test(next) || /(?:[.;:,!?]|\b(?:and|or))$/.test(line);
  return line.length > 2 && line.length <= 80 && /\p{Lu}/u.test(line) && !/[\p{Ll},;]/u.test(line) && !isUpper(next);
};

const isUpper = (text: string): boolean => {
  const line = text.split('\n', 1)[0] ?? '';
  return /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);
};

/** Whether a full stop, question mark or the like at `at` ends the sentence that began at `begun`. */
const stopEnds = (part: string, begun: number, at: number, mark: string): boolean => {
  const after = at + mark.length;
  if (wide.includes(mark.charAt(0))) return true;
  if (!isSpace(part.charCodeAt(after))) return false;
  const next = part.slice(after, after + 60).trimStart();
  if (/^\p{Ll}/u.test(next) && !marker.test(next)) return false;
  if (mark.charAt(0) !== '.') return true;
  const before = part.slice(Math.max(begun, at - 40), at);
  const word = /[\p{L}\p{N}.&]+$/u.exec(before)?.[0] ?? '';
  const nextWord = /^["“‘(]*([\p{L}]+)/u.exec(next)?.[1] ?? '';
  return !isAbbreviation(word, before, nextWord) && !isMarker(part.slice(begun, at + 1).trim());
};

const isAbbreviation = (word: string, before: string, nextWord: string): boolean => {
  const bare = word.replace(/^\.+|\.+$/g, '').toLowerCase();
  if (bare === '') return false;
  const starts = sentenceStarters.has(nextWord.toLowerCase()) && /^\p{Lu}/u.test(nextWord);
  // "Mar. 3" but "in Mar": a month or a unit that is a whole word elsewhere still never ends "…No." in practice.
  if (openAbbreviations.has(bare)) return !(bare === 'no' && starts);
  if (closingAbbreviations.has(bare) || /^(?:\p{L}\.)+\p{L}$/u.test(bare)) return !starts;
  if (!/^\p{Lu}$/u.test(word)) return false;
  const previous = /([\p{L}]+)\s+\p{Lu}$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return !partNames.has(previous);
};

const ordinal = /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,6})\)?\.?)$/i;
const namedPart = new RegExp(`^(?:${[...partNames].join('|')})\\s+(?:\\d[\\d.]*|[ivxl]+|[a-z])\\.?$`, 'i');

const isMarker = (sentence: string): boolean => ordinal.test(sentence) || namedPart.test(sentence);

const titleWords: ReadonlySet<string> = new Set(
  'of and or the to for in on by with a an from upon without under'.split(' '),
);

/** Whether it is only a clause's number and title ("4. Annual Minimum Guarantee."), which belong to what follows. */
const opensClause = (sentence: string): boolean => {
  if (sentence.length > 90 || sentence.includes('\n')) return false;
  if (isMarker(sentence)) return true;
  const title = sentence.replace(
    /^(?:(?:section|article|clause)\s+)?\(?[\divxlIVXL]{0,5}(?:\.\d+)*(?:\([a-z\d]{1,3}\))*[.):]*\s+/i,
    '',
  );
  if (!/[.:]$/.test(title)) return false;
  const words = title.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  if (words.length === 0 || words.length > 9 || /\d/.test(title)) return false;
  return words.every((word, index) => /^\p{Lu}/u.test(word) || (index > 0 && titleWords.has(word)));
};

/**
 * Cuts a span into pieces of at most `limit` characters: before list items first, then after semicolons, then
 * after commas or at spaces. Never through a character. One piece where it is short enough.
 */
export const splitSpan = (text: string, span: Span, limit: number): readonly Span[] => {
  const pieces: Span[] = [];
  let { start } = span;
  while (span.end - start > limit) {
    const cut = bestCut(text, start, limit);
    const piece = trimSpan(text, { start, end: cut });
    if (piece.end > piece.start) pieces.push(piece);
    start = trimSpan(text, { start: cut, end: span.end }).start;
  }
  if (span.end > start) pieces.push({ start, end: span.end });
  return pieces;
};

const cuts = [
  /[;:,.]\s+(?:and\s+|or\s+)?(?=\(?(?:[a-z]{1,3}|\d{1,2})[.)]\s)/gi,
  /[;:]\s+/g,
  /[,，、]\s*/g,
  /\s+/g,
] as const;

const bestCut = (text: string, start: number, limit: number): number => {
  const window = text.slice(start, start + limit);
  for (const pattern of cuts) {
    let best = 0;
    for (const match of window.matchAll(pattern)) best = match.index + match[0].length;
    // A piece far shorter than the limit would leave crumbs.
    if (best > limit / 3 && !tearsCharacter(text, start + best)) return start + best;
  }
  let cut = start + limit;
  while (cut > start + 1 && tearsCharacter(text, cut)) cut--;
  return cut > start + 1 ? cut : start + limit;
};
