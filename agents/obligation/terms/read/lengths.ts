import { durationsIn } from '../../../../core/reading/durations.ts';
import { numberOf, numberPattern, spelledPattern } from '../../../../core/reading/numbers.ts';
import type { Span } from '../../../../core/text/span.ts';
import type { Length } from '../stated.ts';

/** A length of time where a text states it. */
export type FoundLength = Span &
  Length & {
    /** The shorter of two: 60 in "not less than 60 nor more than 90 days", "between 60 and 90 days". */
    readonly from: number | undefined;
    /** "at least", "within": whether it is the least or the most. */
    readonly bound: 'least' | 'most' | undefined;
    /** By an article or a word of order alone, no number: "a year", "a further month". */
    readonly unnumbered: boolean;
  };

const half =
  /\b(?:(?:a|one)\s+half[\s-]+(year|month)|half\s+(?:a|of\s+a|one)\s+(year|month)|half[\s-](year))(?:ly)?\b/gi;
const andHalf = /\b(?:a|one)\s+(year|month)\s+and\s+a\s+half\b/gi;
const order =
  '(?:further|additional|new|next|following|successive|consecutive|subsequent|second|single|more|other|full|whole|complete|like|renewal|extra|rolling)';
const article = new RegExp(
  `\\b(?:(?:an?|another|one)\\s+(?:${order}\\s+){0,3}|${order}\\s+)(year|month|week|quarter|fortnight)s?\\b`,
  'gi',
);

const small =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const counting = `(?:${spelledPattern}|\\d+)(?:\\s*\\(\\s*\\w+\\s*\\))?|further|additional|another|successive|subsequent|more`;
/** Years that are called after what they are counted for, each as long as any: "two school years", "one more crop year". */
const yearKind = new RegExp(
  `\\b(?=\\p{L}{3,16}\\s+years?\\b)(?<=\\b(?:${counting})\\s+)(?!${small}\\b|and\\b|per\\b|hundred\\b|thousand\\b)\\p{L}+`,
  'giu',
);
/** How many before how long: "four one-year options", which is no five. */
const howMany = new RegExp(
  `\\b${small}(?=\\s+${small}[\\s-]+(?:\\(\\d+\\)[\\s-]*)?(?:year|month|week|day)s?\\b)`,
  'gi',
);
/** "no more than 90, days before". */
const comma = /\b(than\s+[\w()-]{1,16}),(?=\s+(?:\w+\s+)?(?:days|weeks|months|years)\b)/gi;

/** "ninety (90) or more days before". */
const orMore = /(?<=[\d)\p{L}]\s)or\s+(?:more|greater)(?=\s+(?:calendar\s+)?(?:days|weeks|months|years)\b)/giu;

/** The text at the same offsets without what a year is called after, and what else hides which number is a length's. */
const plainOf = (text: string): string =>
  text
    .replace(yearKind, (kind) => ' '.repeat(kind.length))
    .replace(howMany, (word) => ' '.repeat(word.length))
    .replace(orMore, (words) => ' '.repeat(words.length))
    .replace(comma, '$1 ');

/** Before the number that has the unit: "not less than 60, but no more than", "at least sixty (60) nor more than". */
const otherBound = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(${numberPattern})\\s?,?\\s+(?:but|and|nor|or)\\s+(?:(?:not|no)\\s+)?(?:more|greater|longer|earlier)\\s+than\\s+$`,
  'iu',
);

/**
 * Lengths of time in a text, in order: those with a number, and those without one ("a year", "half a year", "another
 * month", "one further School Year").
 */
export const lengthsIn = (text: string): readonly FoundLength[] => {
  const plain = plainOf(text);
  const found: FoundLength[] = [];
  const add = ({ start, end }: Span, length: Length, more: Partial<FoundLength> = {}) => {
    if (found.some((other) => start < other.end && end > other.start)) return;
    const { value, unit } = length;
    found.push({ bound: undefined, from: undefined, unnumbered: true, ...more, start, end, value, unit });
  };
  for (const match of plain.matchAll(andHalf)) add(spanOf(match), isYear(match) ? months(18) : days(45));
  for (const match of plain.matchAll(half)) add(spanOf(match), isYear(match) ? months(6) : days(15));
  for (const length of durationsIn(plain)) {
    if (length.unit === 'hour') continue;
    const other = otherBound.exec(plain.slice(Math.max(0, length.start - 60), length.start));
    const first = other === null ? undefined : numberOf(other[1] ?? '');
    const from = first !== undefined && first < length.value ? first : length.from;
    add(length, length, { bound: length.bound, from, unnumbered: false });
  }
  for (const match of plain.matchAll(article)) {
    const word = (match[1] ?? '').toLowerCase();
    add(spanOf(match), word === 'fortnight' ? { value: 2, unit: 'week' } : { value: 1, unit: word as Length['unit'] });
  }
  return found.toSorted((a, b) => a.start - b.start);
};

const isYear = (match: RegExpExecArray): boolean => /year/i.test(match[0]);
const months = (value: number): Length => ({ value, unit: 'month' });
const days = (value: number): Length => ({ value, unit: 'day' });
const spanOf = ({ index, 0: { length } }: RegExpExecArray): Span => ({ start: index, end: index + length });
