import { writtenDays } from '../../../../core/reading/written-days.ts';
import type { Span } from '../../../../core/text/span.ts';
import { type Conventions, monthNames } from './conventions.ts';

/** A day that words name, with what can be doubted in it. */
export type AbsoluteDay = Span & {
  readonly date: string | null;
  /** What must be said first: "whether 03/04/2025 is 3 April or 4 March". */
  readonly needs: string | null;
  readonly note: string | undefined;
};

const figures = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)/g;
const month = `(${monthNames.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?`;
const partOfMonth = new RegExp(
  `\\b(?:(?:the\\s+)?(end|last\\s+day|close|beginning|start|first\\s+day|middle|mid)(?:\\s+of|-)?\\s*)?\\b${month},?\\s+((?:19|20)\\d\\d)\\b`,
  'giu',
);
const partOfYear =
  /\b(?:the\s+)?(end|close|beginning|start)\s+of\s+(?:the\s+)?(?:calendar\s+)?(?:year\s+)?((?:19|20)\d\d)\b/gi;
const quarterOfYear =
  /\b(?:the\s+)?(?:(end|close|beginning|start)\s+of\s+)?(?:the\s+)?(?:Q([1-4])|(first|second|third|fourth)\s+(?:calendar\s+)?quarter)(?:\s+of)?,?\s+((?:19|20)\d\d)\b/gi;

/** The first day that the words name. */
export const absoluteIn = (text: string, conventions: Pick<Conventions, 'figures'>): AbsoluteDay | undefined =>
  daysNamed(text, conventions)[0];

/** All days that the words name, in order. */
export const daysNamed = (text: string, conventions: Pick<Conventions, 'figures'>): readonly AbsoluteDay[] => {
  const inFigures = [...text.matchAll(figures)].map((match) => readFigures(match, conventions));
  const taken = (at: number): boolean => inFigures.some(({ start, end }) => at >= start && at < end);
  const written = writtenDays(text).flatMap(({ start, end, iso }): AbsoluteDay[] =>
    taken(start)
      ? []
      : [
          {
            start,
            end,
            date: iso ?? null,
            needs: iso === undefined ? 'the day that is left blank' : null,
            note: undefined,
          },
        ],
  );
  const named = [...inFigures, ...written];
  const free = (match: RegExpExecArray): boolean =>
    named.every(({ start, end }) => match.index + match[0].length <= start || match.index >= end);
  const parts = [
    ...[...text.matchAll(partOfMonth)].filter(free).flatMap((match) => readPart(match, text)),
    ...[...text.matchAll(quarterOfYear)].filter(free).map(readQuarter),
    ...[...text.matchAll(partOfYear)].filter(free).map((match): AbsoluteDay => {
      const ends = /end|close/i.test(match[1] ?? '');
      return spanned(match, `${match[2]}-${ends ? '12-31' : '01-01'}`, undefined);
    }),
  ];
  return [...named, ...parts].toSorted((a, b) => a.start - b.start);
};

const spanned = (match: RegExpExecArray, date: string | null, note: string | undefined): AbsoluteDay => ({
  start: match.index,
  end: match.index + match[0].length,
  date,
  needs: null,
  note,
});

const readFigures = (match: RegExpExecArray, { figures: order }: Pick<Conventions, 'figures'>): AbsoluteDay => {
  const [whole, first = '', separator, second = '', written = ''] = match;
  const year = written.length === 4 ? Number(written) : 2000 + Number(written);
  const dayFirst = isoOf(year, Number(second), Number(first));
  const monthFirst = isoOf(year, Number(first), Number(second));
  if (dayFirst === monthFirst || dayFirst === undefined || monthFirst === undefined) {
    return spanned(match, dayFirst ?? monthFirst ?? null, undefined);
  }
  const decided = separator === '.' ? 'day-first' : order;
  if (decided !== undefined) {
    const date = decided === 'day-first' ? dayFirst : monthFirst;
    return spanned(match, date, separator === '.' ? undefined : `${whole} read as ${inWords(date)}`);
  }
  const needs = `whether ${whole} is ${inWords(dayFirst)} or ${inWords(monthFirst)}`;
  return { ...spanned(match, null, undefined), needs };
};

const readPart = (match: RegExpExecArray, text: string): AbsoluteDay[] => {
  const [, part = '', name = '', year = ''] = match;
  const number = monthNames.findIndex((each) => each.startsWith(name.toLowerCase().slice(0, 3))) + 1;
  if (/^(?:begin|start|first)/i.test(part)) return [spanned(match, day(Number(year), number, 1), undefined)];
  if (/^mid/i.test(part))
    return [spanned(match, day(Number(year), number, 15), 'the middle of a month taken as its 15th')];
  const last = day(Number(year), number, 31);
  if (part !== '') return [spanned(match, last, undefined)];
  if (/\b(?:in|during|within)\s+$/i.test(text.slice(0, match.index))) return [spanned(match, last, undefined)];
  if (/\bbefore\s+$/i.test(text.slice(0, match.index)))
    return [spanned(match, day(Number(year), number, 1), undefined)];
  return /\b(?:by|than|until|till|to)\s+$/i.test(text.slice(0, match.index))
    ? [spanned(match, day(Number(year), number, 1), 'a month without a day taken as its first, to be in time')]
    : [];
};

const readQuarter = (match: RegExpExecArray): AbsoluteDay => {
  const [, part = '', figure, word = '', year = ''] = match;
  const quarter =
    figure === undefined ? ['first', 'second', 'third', 'fourth'].indexOf(word.toLowerCase()) + 1 : Number(figure);
  const starts = /begin|start/i.test(part);
  return spanned(match, day(Number(year), quarter * 3 - (starts ? 2 : 0), starts ? 1 : 31), undefined);
};

const day = (year: number, monthOf: number, of: number): string =>
  Temporal.PlainDate.from({ year, month: monthOf, day: of }, { overflow: 'constrain' }).toString();

const isoOf = (year: number, monthOf: number, of: number): string | undefined => {
  if (monthOf < 1 || monthOf > 12 || of < 1) return undefined;
  const read = day(year, monthOf, of);
  return Temporal.PlainDate.from(read).day === of ? read : undefined;
};

const inWords = (iso: string): string => {
  const { day: of, month: number, year } = Temporal.PlainDate.from(iso);
  const name = monthNames[number - 1] ?? '';
  return `${of} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
};
