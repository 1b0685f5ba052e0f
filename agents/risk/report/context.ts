import type { ParsedDocument } from '../../../core/document/parsed.ts';
import { type Span, tearsCharacter } from '../../../core/text/span.ts';

/** A quote with what stands around it, for showing it in its place. */
export type Surroundings = {
  readonly before: string;
  readonly after: string;
  /** Headings above it, outermost first. */
  readonly headings: readonly string[];
};

/** Characters shown before and after a quote. */
const REACH = 240;

/** What stands around a place, without running headers and footers; "…" where more is cut off. */
export const surroundingsOf = (parsed: ParsedDocument, { start, end }: Span): Surroundings => {
  const { text } = parsed;
  const from = wordStart(text, Math.max(0, start - REACH), start);
  const to = wordEnd(text, Math.min(text.length, end + REACH), end);
  const before = readable(parsed, { start: from, end: start });
  const after = readable(parsed, { start: end, end: to });
  return {
    before: from > 0 && before.trim() !== '' ? `… ${before.trimStart()}` : before.trimStart(),
    after: to < text.length && after.trim() !== '' ? `${after.trimEnd()} …` : after.trimEnd(),
    headings: headingsAt(parsed, start),
  };
};

/** The text of a stretch but for what is printed on every page. */
const readable = ({ text, blocks }: ParsedDocument, { start, end }: Span): string => {
  let read = start;
  let said = '';
  for (const { kind, charStart, charEnd } of blocks) {
    if ((kind !== 'page-header' && kind !== 'page-footer') || charEnd <= read || charStart >= end) continue;
    said += text.slice(read, Math.max(read, charStart));
    read = Math.min(end, charEnd);
  }
  // One empty line between paragraphs, however many there are.
  return `${said}${text.slice(read, end)}`.replace(/[^\S\n]*\n\s*\n/g, '\n\n');
};

const headingsAt = ({ text, blocks }: ParsedDocument, at: number): readonly string[] => {
  const path: { level: number; text: string }[] = [];
  for (const block of blocks) {
    if (block.charStart >= at) break;
    if (block.kind !== 'heading') continue;
    while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
    path.push({ level: block.level, text: text.slice(block.charStart, block.charEnd).replace(/\s+/g, ' ').trim() });
  }
  return path.map((heading) => heading.text);
};

/** The beginning of the first word from here on, or here where there is one word up to the end. */
const wordStart = (text: string, at: number, end: number): number => {
  if (at === 0) return 0;
  const space = text.slice(at, end).search(/\s/);
  return space === -1 ? whole(text, at, end) : at + space;
};

const wordEnd = (text: string, at: number, start: number): number => {
  if (at === text.length) return at;
  const last = /\s\S*$/.exec(text.slice(start, at));
  return last === null ? whole(text, at, text.length) : start + last.index;
};

const whole = (text: string, at: number, limit: number): number => {
  let place = at;
  while (place < limit && tearsCharacter(text, place)) place++;
  return place;
};
