import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import { monthOf, monthPattern } from '../../../../../core/reading/months.ts';
import { numberOf, numberPattern } from '../../../../../core/reading/numbers.ts';
import { perDocument } from '../../../../../core/reading/per-document.ts';
import { writtenDays } from '../../../../../core/reading/written-days.ts';
import type { Span } from '../../../../../core/text/span.ts';
import type { Anchor } from '../../stated.ts';
import { readEffectiveDate } from '../effect/effective-date.ts';
import { readAgreementDate } from '../made/agreement-date.ts';
import { ordinalOf, ordinalPattern } from '../ordinals.ts';
import { dayBefore as dayBeforeOf, onDay, sameDay } from '../points/month-days.ts';
import { type NamedYear, namedYear, yearNamePattern } from '../points/named-years.ts';
import type { Read } from './read.ts';

const endOf =
  '(?:(?:end|close|last\\s+day|final\\s+day|expiry|expiration|conclusion|completion|termination)\\s+of|ending\\s+(?:with|at|after)|through(?:out)?|until\\s+after)\\s+(?:the\\s+|its\\s+|that\\s+)?';
const span = '((?:19|20)\\d\\d)(?:\\s*(?:-|–|/|to)\\s*((?:19|20)?\\d\\d))?(?!\\d)';
/** "the last day of the third Contract Year", "the end of Lease Year 5". */
const nth = new RegExp(
  `\\b${endOf}(?:(${ordinalPattern})\\s+(?:full\\s+|complete\\s+)?(${yearNamePattern})|(${yearNamePattern})\\s+(${numberPattern}))(?![\\p{L}\\d])`,
  'u',
);
/** "the end of the 2019-2020 School Year", "the end of fiscal year 2021". */
const dated = new RegExp(
  `\\b${endOf}(?:${span}\\s+(${yearNamePattern})|(${yearNamePattern})\\s+${span})(?![\\p{L}])`,
  'u',
);
/** "three consecutive Tourist Years", "for the 2020, 2021 and 2022 seasons". */
const several = new RegExp(
  `\\b(?:for|cover\\w*|of|span\\w*|lasts?|last|during|compris\\w*|over|is|are|be)\\s+(?:(?:a|the)\\s+(?:term|period)\\s+of\\s+)?(?:the\\s+)?(?:first\\s+|next\\s+)?(${numberPattern})\\s+(?:(?:consecutive|successive|full|complete|whole)\\s+){0,2}(${yearNamePattern})(?![\\p{L}])`,
  'u',
);
const listed = new RegExp(
  `\\b(?:for|cover\\w*|span\\w*|during|over)\\s+(?:the\\s+)?(?:${span}\\s*(?:,\\s*(?:and\\s+)?|and\\s+|through\\s+|to\\s+)){0,8}${span}\\s+(${yearNamePattern})(?![\\p{L}])`,
  'u',
);
/** "the end of March 2021", "the last day of the month of June, 2020". */
const ofMonth = new RegExp(
  `\\b${endOf.replace('|through(?:out)?', '')}(?:(?:calendar\\s+)?month\\s+of\\s+)?(${monthPattern})\\s*,?\\s*(?:of\\s+)?((?:19|20)\\d\\d)\\b`,
  'iu',
);
/** "the end of the second quarter of 2021", "the end of Q3 2020". */
const ofQuarter = new RegExp(
  `\\b${endOf.replace('|through(?:out)?', '')}(?:(?:calendar\\s+)?(${ordinalPattern})\\s+(?:calendar\\s+)?quarter\\s+(?:of\\s+)?(?:calendar\\s+)?(?:year\\s+)?|Q([1-4])\\s*(?:of\\s+|/)?)((?:19|20)\\d\\d)\\b`,
  'iu',
);

/** "for the calendar years 2024, 2025 and 2026", "covers the years 2024 to 2026". */
const yearsListed =
  /\b(?:for|cover\w*|span\w*|during|over|throughout)\s+(?:the\s+)?(?:[\p{L}\d]+\s+)?(?:calendar\s+)?years\s+(?:(?:from\s+)?(?:19|20)\d\d(?:,\s*(?:and\s+)?|\s+and\s+|\s+through\s+|\s+to\s+|\s*[-–]\s*)){1,9}((?:19|20)\d\d)(?![\d/-])/iu;
/** "until the end of 2026", "through 2026": a number alone is one of the calendar. */
const bareYear =
  /\b(?:(?:until|till|through|to|at|by|with|on)\s+the\s+(?:end|close|last\s+day)\s+of\s+(?:the\s+year\s+)?|(?:runs?|continu\w+|extends?|remains?|last\w*|effective|effect|force|valid)\s+through(?:out)?\s+(?:the\s+(?:calendar\s+)?year\s+)?)((?:19|20)\d\d)(?=\s*(?:[,;)]|\.(?!\d)|$|and\b|unless\b))/iu;

/** The end of a year, season, quarter or month that the text names. */
export const namedYearIn = (document: ReadDocument, text: string): Read | undefined =>
  monthEnd(text) ??
  quarterEnd(text) ??
  nthYear(document, text) ??
  datedYear(document, text) ??
  calendarYear(text) ??
  countedYears(document, text);

const monthEnd = (text: string): Read | undefined => {
  const match = ofMonth.exec(text);
  if (match === null) return undefined;
  return onNamedDay(match, onDay(Number(match[2]), { month: monthOf(match[1] ?? ''), day: 31 }), undefined);
};

const calendarYear = (text: string): Read | undefined => {
  const match = yearsListed.exec(text) ?? bareYear.exec(text);
  return match === null ? undefined : onNamedDay(match, `${match[1]}-12-31`, undefined);
};

const quarterEnd = (text: string): Read | undefined => {
  const match = ofQuarter.exec(text);
  const quarter = match && (match[2] === undefined ? ordinalOf(match[1] ?? '') : Number(match[2]));
  if (match === null || quarter === null || quarter === undefined || quarter > 4) return undefined;
  return onNamedDay(match, onDay(Number(match[3]), { month: quarter * 3, day: 31 }), undefined);
};

const onNamedDay = (match: RegExpExecArray, iso: string, defined: Span | undefined): Read => ({
  ending: { kind: 'at', anchor: { kind: 'day', iso }, named: match[0].replace(/\s+/g, ' ').trim() },
  more: defined === undefined ? [] : [defined],
  at: match.index,
});

const nthYear = (document: ReadDocument, text: string): Read | undefined => {
  const match = nth.exec(text);
  if (match === null) return undefined;
  const [, word, name = '', second = '', figure = ''] = match;
  const count = word === undefined ? numberOf(figure) : ordinalOf(word);
  // "calendar year 2020" is no two thousand and twentieth year.
  if (count === undefined || count < 1 || count > 99 || !Number.isInteger(count)) return undefined;
  return afterYears(document, text, match, word === undefined ? second : name, count);
};

const datedYear = (document: ReadDocument, text: string): Read | undefined => {
  const match = dated.exec(text);
  if (match === null) return undefined;
  const [, from, to, name, second, secondFrom, secondTo] = match;
  return yearOf(document, match, name ?? second ?? '', from ?? secondFrom ?? '', to ?? secondTo);
};

const countedYears = (document: ReadDocument, text: string): Read | undefined => {
  const list = listed.exec(text);
  if (list !== null) {
    const [, , , from = '', to, name = ''] = list;
    return yearOf(document, list, name, from, to);
  }
  const match = several.exec(text);
  const count = match === null ? undefined : numberOf(match[1] ?? '');
  if (match === null || count === undefined || count > 99 || !Number.isInteger(count)) return undefined;
  // "three years" are no named ones.
  const name = match[2] ?? '';
  if (/^(?:calendar\s+)?(?:years?|seasons?)$/i.test(name)) return undefined;
  return namedYear(document, name) === undefined ? undefined : afterYears(document, text, match, name, count);
};

/** The year of the name that bears these numbers: 2019-2020, 2019/20, 2021. */
const yearOf = (
  document: ReadDocument,
  match: RegExpExecArray,
  name: string,
  from: string,
  to: string | undefined,
): Read | undefined => {
  const year = namedYear(document, name) ?? (/^years?$/i.test(name) ? namedYear(document, 'calendar year') : undefined);
  if (year?.begins === undefined || year.ends === undefined) return undefined;
  const wraps = onDay(2023, year.ends) < onDay(2023, year.begins);
  const last = to === undefined ? Number(from) : to.length === 4 ? Number(to) : Number(`${from.slice(0, 2)}${to}`);
  // A financial year bears the number of the year in which it ends; of others nobody can tell.
  if (wraps && to === undefined && !/\b(?:fiscal|financial|accounting|tax)\b/i.test(name)) return undefined;
  return onNamedDay(match, onDay(last, year.ends), year.defined);
};

/** The last day of the `count`th year of the name. */
const afterYears = (
  document: ReadDocument,
  text: string,
  match: RegExpExecArray,
  name: string,
  count: number,
): Read | undefined => {
  const year = namedYear(document, name);
  if (year === undefined) return undefined;
  const more = year.defined === undefined ? [] : [year.defined];
  const length = { value: count, unit: 'year' } as const;
  const whole = (from: Anchor): Read => ({
    ending: { kind: 'after', length, from, includes: false, dayBefore: true },
    more,
    at: match.index,
  });
  const { first } = year;
  if (first !== undefined && 'begins' in first) return whole(first.begins);
  if (first !== undefined && 'ends' in first) {
    const iso = Temporal.PlainDate.from(first.ends)
      .add({ years: count - 1 })
      .toString();
    return onNamedDay(match, iso, year.defined);
  }
  if (year.begins === undefined || year.ends === undefined) return undefined;
  const begins = first === undefined ? startOn(document, text, year) : onDay(first.year, year.begins);
  if (begins === undefined) return undefined;
  if (sameDay(year.ends, dayBeforeOf(year.begins))) return whole({ kind: 'day', iso: begins });
  const wraps = onDay(2023, year.ends) < onDay(2023, year.begins) ? 1 : 0;
  return onNamedDay(match, onDay(Number(begins.slice(0, 4)) + count - 1 + wraps, year.ends), year.defined);
};

/** The day on which the contract begins, where that is the first of such a year too: else it has a part of one, and who knows which is its first. */
const startOn = (document: ReadDocument, text: string, { begins }: NamedYear): string | undefined => {
  if (begins === undefined) return undefined;
  const isFirst = (iso: string | undefined): iso is string =>
    iso !== undefined && iso.slice(4) === onDay(2024, begins).slice(4);
  const stated = writtenDays(text).find(({ iso }) => isFirst(iso))?.iso;
  if (stated !== undefined) return stated;
  const effective = effectOf(document);
  return effective?.kind === 'day' && isFirst(effective.iso) ? effective.iso : undefined;
};

/** Read once in a document, however many of its sentences speak of named years. */
const effectOf = perDocument(
  (document: ReadDocument): Anchor | undefined =>
    readEffectiveDate(document, readAgreementDate(document), undefined)?.value,
);
