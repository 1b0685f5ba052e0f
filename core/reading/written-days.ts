import type { Span } from '../text/span.ts';
import { type NamedDay, namedDays } from './dates.ts';
import { monthApart, monthOf, monthPattern } from './months.ts';
import { beforeYear, yearOf, yearPattern } from './worded-years.ts';

/** A day as written, also in figures or with parts left blank. */
export type WrittenDay = Span & {
  /** ISO 8601; undefined where a part is blank or blacked out: "____ day of May, 2015". */
  readonly iso: string | undefined;
};

const weekdays = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
const raised = '/?(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)/?';
/** The number of a day: an "l" for a one as scans have it ("llth", "lst", "2lst") only before raised letters. */
const number = `\\d{1,2}|[\\dlI]{1,2}(?=\\s?(?:st|nd|rd|th)\\b)`;
/** Around what was written into a blank: "this __18th__ day". */
const rule = '_{0,20}';
const ordinal = ordinals
  .toReversed()
  .map((word) => word.replace('-', '[\\s-]'))
  .join('|');
/**
 * "1s t", "17t h", "1/st/": an ordinal whose raised letters came apart; a weekday among them; a day or a year in words; what
 * was filled in on a rule.
 */
const loose = new RegExp(
  `(?<![\\p{L}\\d_])${rule}(?:\\(?(${number})\\s?(?:${raised})?\\)?|(${ordinal}))(?:\\s\\([\\w -]{3,16}\\))?${rule}\\s+(?:day\\s+)?(?:of\\s+)?(?:${weekdays},?\\s+)?${rule}(${monthApart})${rule}${beforeYear}${rule}(${yearPattern})(?!\\d)`,
  'giu',
);
const monthFirst = new RegExp(
  `(?<!\\p{L})(${monthApart})\\s{0,3},?\\s{0,3}(?:the\\s+)?${rule}(?:(${number})\\s?(?:${raised})?|(${ordinal}))${rule}${beforeYear}(${yearPattern})(?!\\d)`,
  'giu',
);
/** "11-Apr-2014", "15/AUG/16". */
const joined = new RegExp(`(?<![\\w/-])(\\d{1,2})([/-])(${monthPattern})\\2((?:19|20)?\\d\\d)(?![\\w/-])`, 'giu');
const figures = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/-]|\.\d)/g;
/** "2009/3/18", "2009.03.18", "2009年3月18日": the year first, which can only go on with the month. */
const yearFirst =
  /(?<![\d/.-])((?:19|20)\d\d)(?:([/.-])(\d{1,2})\2(\d{1,2})(?!\d|[/.-]\d)|\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日)/g;
const datedBy = /\bdated?\s*:?\s*$/i;
/** A line of underscores that rules off a page is no blank, nor are the dots of a table of contents. */
const blank = '(?:(?<!_)_{2,40}(?!_)|\\[[\\s_●•*.]{0,12}\\]|[●•]|(?<!\\.)\\.{4,40}(?!\\.))';
/** White space belongs to the word behind it: were it free to go to either side, a table of blanks would take minutes. */
const unfilled = new RegExp(
  [
    `${blank}(?:\\s{0,20}(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h))?(?:\\s{0,20}day(?=\\s))?(?:\\s{0,20}of(?=\\s))?(?:\\s{0,20}(?:${blank}|${monthPattern}))?\\s{0,20}(?:,\\s{0,20})?(?:(?:19|20)(?:\\d\\d|_+|${blank})|${blank})`,
    `(?:${monthPattern})\\s{1,20}${blank}\\s{0,20}(?:,\\s{0,20})?(?:19|20)[\\d_]{2,}`,
    `\\bday\\s{1,20}of\\s{1,20}(?:${blank}|,)\\s{0,20}(?:,\\s{0,20})?(?:19|20)[\\d_]{2,}`,
    // What stood on the rule is gone with it: "this day of June, 2008", "as of November   , 2008", "December th 2014".
    `(?<=\\bthis\\s{1,20})day\\s{1,20}of\\s{1,20}(?:${monthPattern})\\s{0,20},?\\s{0,20}(?:19|20)\\d\\d`,
    `(?:${monthPattern})\\s{1,20}(?:(?:st|nd|rd|th)\\b\\s{0,20},?|(?<=\\s{2}),)\\s{0,20}(?:19|20)\\d\\d`,
    `(?<=\\bas\\s{1,10}of\\s{1,10}(?:the\\s{1,10})?)(?:${blank}|\\s{0,20},\\s{1,20}(?:19|20)\\d\\d)`,
  ].join('|'),
  'giu',
);

/**
 * Days in the text, in order. Figures are read as month/day/year as in the United States, and as day/month/year where
 * only that is a day, or another of the same text (or of `around`, the whole that it is a part of) can only be that.
 */
export const writtenDays = (text: string, around?: { readonly dayFirst: boolean }): readonly WrittenDay[] => {
  const found: WrittenDay[] = [
    ...namedDays(text),
    ...inWords(text),
    ...inFigures(text, around?.dayFirst ?? false),
    ...yearsFirst(text),
    ...unfilledIn(text),
  ];
  const kept: WrittenDay[] = [];
  for (const day of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last !== undefined && day.start < last.end) continue;
    kept.push(day);
  }
  return kept;
};

const inWords = (text: string): NamedDay[] => [
  ...[...text.matchAll(loose)].flatMap((match) =>
    at(match, isoOf(yearOf(match[4] ?? '') ?? 0, monthOf(match[3] ?? ''), dayOf(match[1], match[2]))),
  ),
  ...[...text.matchAll(monthFirst)].flatMap((match) =>
    at(match, isoOf(yearOf(match[4] ?? '') ?? 0, monthOf(match[1] ?? ''), dayOf(match[2], match[3]))),
  ),
  ...[...text.matchAll(joined)].flatMap((match) =>
    at(match, isoOf(fullYear(match[4] ?? ''), monthOf(match[3] ?? ''), Number(match[1]))),
  ),
];

const dayOf = (figures: string | undefined, word = ''): number =>
  figures === undefined
    ? ordinals.indexOf(word.toLowerCase().replace(/\s/, '-')) + 1
    : Number(figures.replaceAll(/[lI]/g, '1'));

/** Two figures are a year from 1961 to 2060. */
const fullYear = (written: string): number =>
  written.length === 4 ? Number(written) : Number(written) > 60 ? 1900 + Number(written) : 2000 + Number(written);

/** Whether the figures of a text can only be day/month/year: one of them has to be, and none can be anything else. */
export const isDayFirst = (text: string): boolean => onlyDayFirst([...text.matchAll(figures)]);

const onlyDayFirst = (matches: readonly RegExpExecArray[]): boolean =>
  matches.some(([, first]) => Number(first) > 12) && matches.every(([, , , second]) => Number(second) <= 12);

const yearsFirst = (text: string): NamedDay[] =>
  [...text.matchAll(yearFirst)].flatMap((match) =>
    at(match, isoOf(Number(match[1]), Number(match[3] ?? match[5]), Number(match[4] ?? match[6]))),
  );

const inFigures = (text: string, dayFirstAround: boolean): NamedDay[] => {
  const matches = [...text.matchAll(figures)];
  const dayFirst = dayFirstAround ? matches.every(([, , , second]) => Number(second) <= 12) : onlyDayFirst(matches);
  return matches.flatMap((match) => {
    const [, first = '', separator, second = '', written = ''] = match;
    const year = fullYear(written);
    const swapped = dayFirst || separator === '.';
    const dayThenMonth = isoOf(year, Number(second), Number(first));
    const monthThenDay = isoOf(year, Number(first), Number(second));
    // "Date: 3.26.01" can only be the twenty-sixth of March; without a whole year or the word it is a section or a version.
    const american = separator === '.' && (written.length === 4 || datedBy.test(text.slice(0, match.index).slice(-12)));
    return at(match, swapped ? (dayThenMonth ?? (american ? monthThenDay : undefined)) : monthThenDay);
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

const isoOf = (year: number, month: number, day: number): string | undefined => {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
