import type { Block } from '../../../core/document/parsed.ts';
import { headingLevel, listMarker } from './headings.ts';
import { trimSpan } from './lines.ts';

/** Shorter blocks are left as they are. */
const LONG = 200;
const CLAUSE = /(?:^|\s)((?:\d{1,3}\.)+\d{0,3}\.?)\s+(?=["“‘'([]*\p{Lu})/gu;
const SENTENCE_END = /[.;:!?)\]"”’*]$/;
/** Words before a number that refers to a clause instead of beginning one. */
const REFERENCE = /(?:sections?|articles?|clauses?|paragraphs?|exhibits?|schedules?|no|and|or|to|of|in|under)\.?$/i;
const BEFORE = 24;
/** "9. TERM This Agreement …": the title of a clause in capitals, at the start of its text. */
const RUN_IN_TITLE =
  /^(?:\d{1,3}\.)+\d{0,3}\.?\s+\p{Lu}[\p{Lu} ,&'’/-]{2,80}\p{Lu}\.?(?=\s+(?:[("“]|\p{Lu}\p{Ll}|A\s))/u;
/** What is longer is shouted text. */
const MAX_TITLE_WORDS = 9;

export type ClauseSplitter = { split(block: Block): Block[] };

/**
 * Parts long blocks where the next clause begins. Text that was copied or converted often runs a whole page together:
 * "… of payment. 7.2 Late payment. …". A number begins a clause where it follows the one before: 7.1 goes on with
 * 7.2, 7.1.1 or 8; a number that is only referred to does not.
 */
export const clauseSplitter = (text: string): ClauseSplitter => {
  let last: readonly number[] = [];

  const starts = (block: Block): number[] => {
    const content = text.slice(block.charStart, block.charEnd);
    const found: number[] = [];
    for (const match of content.matchAll(CLAUSE)) {
      const at = match.index + match[0].indexOf(match[1] ?? '');
      const number = numbersOf(match[1] ?? '');
      const before = content.slice(Math.max(0, at - BEFORE), at).trimEnd();
      if (before !== '' && (REFERENCE.test(before) || !begins(before, number, last))) continue;
      last = number;
      if (before !== '') found.push(block.charStart + at);
    }
    return found;
  };

  return {
    split: (block) => {
      const bounds = starts(block);
      if (block.charEnd - block.charStart < LONG) return [block];
      return [block.charStart, ...bounds].flatMap((charStart, index) => {
        const span = trimSpan(text, charStart, bounds[index] ?? block.charEnd);
        const title = titleLength(text.slice(span.charStart, span.charEnd));
        if (title === 0) {
          const part = piece(text, block.page, span);
          return [charStart === block.charStart && part.kind !== 'heading' ? { ...block, ...span } : part];
        }
        const rest = trimSpan(text, span.charStart + title, span.charEnd);
        const heading = { charStart: span.charStart, charEnd: span.charStart + title };
        return [piece(text, block.page, heading), piece(text, block.page, rest)];
      });
    },
  };
};

const titleLength = (content: string): number => {
  const title = RUN_IN_TITLE.exec(content)?.[0] ?? '';
  return title.split(/\s+/).length > MAX_TITLE_WORDS ? 0 : title.length;
};

const piece = (text: string, page: number, span: { charStart: number; charEnd: number }): Block => {
  const content = text.slice(span.charStart, span.charEnd);
  const level = headingLevel(content);
  if (level !== undefined) return { kind: 'heading', level, page, ...span };
  const marker = listMarker(content);
  if (marker?.kind !== 'digit') return { kind: 'paragraph', page, ...span };
  return { kind: 'list-item', level: 1, marker: marker.marker, page, ...span };
};

const numbersOf = (value: string): readonly number[] => {
  const numbers = value.split('.').filter(Boolean).map(Number);
  // "3.0" is how some number their third article.
  return numbers.length > 1 && numbers.at(-1) === 0 ? numbers.slice(0, -1) : numbers;
};

/** After a sentence any number that follows; after a title that has no full stop only the first of its clauses. */
const begins = (before: string, number: readonly number[], last: readonly number[]): boolean => {
  const firstBelow = number.length === last.length + 1 && number.at(-1) === 1 && startsWith(number, last);
  if (firstBelow) return true;
  if (!SENTENCE_END.test(before)) return false;
  const shared = number.slice(0, -1);
  const next = last.at(number.length - 1);
  return next !== undefined && number.at(-1) === next + 1 && startsWith(last, shared);
};

const startsWith = (number: readonly number[], start: readonly number[]): boolean =>
  start.every((part, index) => number[index] === part);
