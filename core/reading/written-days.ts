import type { Span } from '../text/span.ts';
import { type NamedDay, namedDays } from './dates.ts';

/** A day as written, also in figures or with parts left blank. */
export type WrittenDay = Span & {
  /** ISO 8601; undefined where a part is blank or blacked out: "____ day of May, 2015". */
  readonly iso: string | undefined;
};

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekdays = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
/** "1s t", "17t h": an ordinal whose raised letters came apart; a weekday among them; a day in words. */
const loose = new RegExp(
  `\\b(?:\\(?(\\d{1,2})\\s?(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?\\)?|(${ordinals.toReversed().join('|')}))\\s+(?:day\\s+)?(?:of\\s+)?(?:${weekdays},?\\s+)?(${months})\\s*,?\\s*((?:19|20)\\d\\d)\\b`,
  'giu',
);
const monthFirst = new RegExp(
  `\\b(${months})\\s*(\\d{1,2})\\s?(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?\\s*,?\\s*((?:19|20)\\d\\d)\\b`,
  'giu',
);
const figures = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/-]|\.\d)/g;
/** A line of underscores that rules off a page is no blank, nor are the dots of a table of contents. */
const blank = '(?:(?<!_)_{2,40}(?!_)|\\[[\\s_●•*.]{0,12}\\]|[●•]|(?<!\\.)\\.{4,40}(?!\\.))';
const unfilled = new RegExp(
  `${blank}\\s*(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?\\s*(?:day\\s+)?(?:of\\s+)?(?:${blank}|${months})?\\s*,?\\s*(?:(?:19|20)(?:\\d\\d|_+|${blank})|${blank})|(?:${months})\\s+${blank}\\s*,?\\s*(?:19|20)[\\d_]{2,}|\\bday\\s+of\\s+(?:${blank}|,)\\s*,?\\s*(?:19|20)[\\d_]{2,}|(?<=\\bas\\s+of\\s{1,10}(?:the\\s{1,10})?)(?:${blank}|\\s*,\\s+(?:19|20)\\d\\d)`,
  'giu',
);

/**
 * Days in the text, in order. Figures are read as month/day/year as in the United States, and as day/month/year where
 * only that is a day or another of the same text can only be that.
 */
export const writtenDays = (text: string): readonly WrittenDay[] => {
  const found: WrittenDay[] = [...namedDays(text), ...inWords(text), ...inFigures(text), ...unfilledIn(text)];
  const kept: WrittenDay[] = [];
  for (const day of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last !== undefined && day.start < last.end) continue;
    kept.push(day);
  }
  return kept;
};

const inWords = (text: string): NamedDay[] => [
  ...[...text.matchAll(loose)].flatMap((match) => {
    const day = match[2] === undefined ? Number(match[1]) : ordinals.indexOf(match[2].toLowerCase()) + 1;
    return at(match, isoOf(Number(match[4]), monthOf(match[3] ?? ''), day));
  }),
  ...[...text.matchAll(monthFirst)].flatMap((match) =>
    at(match, isoOf(Number(match[3]), monthOf(match[1] ?? ''), Number(match[2]))),
  ),
];

const inFigures = (text: string): NamedDay[] => {
  const matches = [...text.matchAll(figures)];
  const dayFirst =
    matches.some(([, first]) => Number(first) > 12) && matches.every(([, , , second]) => Number(second) <= 12);
  return matches.flatMap((match) => {
    const [, first = '', separator, second = '', written = ''] = match;
    const year =
      written.length === 4 ? Number(written) : Number(written) > 60 ? 1900 + Number(written) : 2000 + Number(written);
    const swapped = dayFirst || separator === '.';
    return at(match, swapped ? isoOf(year, Number(second), Number(first)) : isoOf(year, Number(first), Number(second)));
  });
};

const unfilledIn = (text: string): WrittenDay[] =>
  [...text.matchAll(unfilled)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    iso: undefined,
  }));

const at = (match: RegExpExecArray, iso: string | undefined): NamedDay[] =>
  iso === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, iso }];

const monthOf = (name: string): number =>
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
    name.toLowerCase().slice(0, 3),
  ) + 1;

const isoOf = (year: number, month: number, day: number): string | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
