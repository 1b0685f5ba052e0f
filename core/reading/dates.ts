import type { Span } from '../text/span.ts';
import { monthNames, monthOf } from './months.ts';

/** A day that a text names. Offsets are the text's. */
export type NamedDay = Span & {
  /** ISO 8601: "2025-05-12". */
  readonly iso: string;
};

const month = `(${monthNames})\\.?`;
const day = '(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?';
const year = '((?:19|20)\\d\\d)';

/** The ways in which days are written; which group is which follows the pattern. Numbers alone are ambiguous but in ISO 8601. */
const patterns: readonly (readonly [
  RegExp,
  readonly ['year' | 'month' | 'day', 'year' | 'month' | 'day', 'year' | 'month' | 'day'],
])[] = [
  [new RegExp(`\\b${month}\\s+${day}\\s*,?\\s*${year}\\b`, 'gi'), ['month', 'day', 'year']],
  [new RegExp(`\\b${day}\\s+(?:day\\s+)?(?:of\\s+)?${month}\\s*,?\\s*${year}\\b`, 'gi'), ['day', 'month', 'year']],
  [/\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g, ['year', 'month', 'day']],
];

/** Days named with day, month and year, in the order of the text. */
export const namedDays = (text: string, from = 0, to = text.length): readonly NamedDay[] => {
  const part = text.slice(from, to);
  return patterns
    .flatMap(([pattern, order]) =>
      [...part.matchAll(pattern)].flatMap((match) => {
        const read = Object.fromEntries(order.map((name, at) => [name, match[at + 1] ?? '']));
        const iso = isoOf(read['year'] ?? '', read['month'] ?? '', read['day'] ?? '');
        const start = from + match.index;
        return iso === undefined ? [] : [{ start, end: start + match[0].length, iso }];
      }),
    )
    .toSorted((a, b) => a.start - b.start);
};

const isoOf = (years: string, months: string, days: string): string | undefined => {
  const number = /^\d+$/.test(months) ? Number(months) : monthOf(months);
  const last = number < 1 || number > 12 ? 0 : new Date(Date.UTC(Number(years), number, 0)).getUTCDate();
  if (Number(days) < 1 || Number(days) > last) return undefined;
  return `${years}-${String(number).padStart(2, '0')}-${days.padStart(2, '0')}`;
};
