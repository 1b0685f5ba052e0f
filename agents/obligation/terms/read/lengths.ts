import { durationsIn } from '../../../../core/reading/durations.ts';
import type { Span } from '../../../../core/text/span.ts';
import type { Length } from '../stated.ts';

/** A length of time where a text states it. */
export type FoundLength = Span &
  Length & {
    /** "at least", "within": whether it is the least or the most. */
    readonly bound: 'least' | 'most' | undefined;
    /** By an article or a word of order alone, no number: "a year", "a further month". */
    readonly unnumbered: boolean;
  };

/** Years that are called after what they are counted for: each is as long as any. */
const yearKinds =
  /\b(?:school|academic|university|fiscal|financial|budget|crop|harvest|policy|licen[cs]e|contract|contractual|rental|marketing|agreement|membership|plan|coverage|treaty|underwriting|grant|programme?|service|production|growing|franchise|operating|accounting|business|season)(?=\s+years?\b)/gi;
const half =
  /\b(?:(?:a|one)\s+half[\s-]+(year|month)|half\s+(?:a|of\s+a|one)\s+(year|month)|half[\s-](year))(?:ly)?\b/gi;
const andHalf = /\b(?:a|one)\s+(year|month)\s+and\s+a\s+half\b/gi;
const order =
  '(?:further|additional|new|next|following|successive|consecutive|subsequent|second|single|more|other|full|whole|complete|like|renewal|extra|rolling)';
const article = new RegExp(
  `\\b(?:(?:an?|another|one)\\s+(?:${order}\\s+){0,3}|${order}\\s+)(year|month|week|quarter|fortnight)s?\\b`,
  'gi',
);

/** The text with what a year is called after blanked out, at the same offsets. */
const plainYears = (text: string): string => text.replace(yearKinds, (kind) => ' '.repeat(kind.length));

/**
 * Lengths of time in a text, in order: those with a number, and those without one ("a year", "half a year", "another
 * month", "one further School Year").
 */
export const lengthsIn = (text: string): readonly FoundLength[] => {
  const plain = plainYears(text);
  const found: FoundLength[] = [];
  const add = (span: Span, value: number, unit: Length['unit'], bound: FoundLength['bound'] = undefined, no = true) => {
    if (found.some(({ start, end }) => span.start < end && span.end > start)) return;
    found.push({ start: span.start, end: span.end, value, unit, bound, unnumbered: no });
  };
  const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });
  for (const match of plain.matchAll(andHalf))
    add(spanOf(match), isYear(match) ? 18 : 45, isYear(match) ? 'month' : 'day');
  for (const match of plain.matchAll(half)) add(spanOf(match), isYear(match) ? 6 : 15, isYear(match) ? 'month' : 'day');
  for (const each of durationsIn(plain)) {
    if (each.unit !== 'hour') add(each, each.value, each.unit, each.bound, false);
  }
  for (const match of plain.matchAll(article)) {
    const word = (match[1] ?? '').toLowerCase();
    add(spanOf(match), word === 'fortnight' ? 2 : 1, word === 'fortnight' ? 'week' : (word as Length['unit']));
  }
  return found.toSorted((a, b) => a.start - b.start);
};

const isYear = (match: RegExpExecArray): boolean => /year/i.test(match[0]);

/** The length alone. */
export const lengthOf = ({ value, unit }: Length): Length => ({ value, unit });
