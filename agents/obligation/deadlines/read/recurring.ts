import type { Offset } from '../../model/deadline.ts';
import { type Conventions, monthNames } from './conventions.ts';
import { adverbs, countOf, periodOf, periodWord, type Recurrence, recurring, weekdayWord } from './recurrence.ts';
import { offsetIn } from './relative.ts';
import {
  businessDayOfEach,
  dayOfEach,
  daysOfYear,
  every,
  type Period,
  type Rule,
  weekdayCode,
  weekdayOfEach,
} from './rules.ts';
import { ordinalOf, ordinalPattern } from './stated.ts';

const eachWord =
  '(?:each|every|the|any|a|such)\\s+(?:and\\s+(?:each|every)\\s+)?(?:(?:other|following|next|succeeding|subsequent|preceding|relevant|applicable|current|given|ensuing|immediately)\\s+)*';
const again =
  /\b(?:each|every|any|following|next|succeeding|subsequent|monthly|quarterly|annual(?:ly)?|weekly|yearly|per)\b/i;
const monthName = `(?:${monthNames.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const month = `(${monthName})(?![\\p{L}])\\.?`;

const nth = new RegExp(
  `\\b(${ordinalPattern})(?:\\s+(calendar\\s+|business\\s+|working\\s+|banking\\s+)?(?:(day)s?|${weekdayWord}))?\\s+(?:of|in|after|following)\\s+(?:the\\s+(?:end|close|beginning|start)\\s+of\\s+)?(?:(?:the\\s+)?(${ordinalPattern})\\s+month\\s+(?:of|in)\\s+)?${eachWord}${periodWord}`,
  'i',
);
const edge = new RegExp(
  `\\b(end|close|conclusion|last\\s+day|beginning|start|commencement|first\\s+day|middle)\\s+of\\s+${eachWord}${periodWord}`,
  'i',
);
const edgeShort =
  /\b(?:each|every)\s+(?:calendar\s+)?(month|quarter|year|week)[- ]end\b|\b(month|quarter|year|week)[- ]end\b/i;
const anniversary =
  /\b(?:(?:each|every|the|any)\s+)?(?:(?:yearly|annual|first|second|third|\w+)\s+)?anniversar(?:y|ies)(?:\s+date)?(?:\s+of\s+(.+))?/i;
const inTurn =
  /\b(daily|weekly|fortnightly|bi-?weekly|monthly|quarterly|half-?yearly|semi-?annual(?:ly)?|bi-?annual(?:ly)?|annual(?:ly)?|yearly|bi-?monthly|each\s+(?:day|week|month|quarter|year)|every\s+(?:day|week|month|quarter|year)|(?:calendar\s+)?(?:quarter|month|year)s?)\b.{0,40}?\bin\s+(arrears?|advance)\b/i;
const everyWeekday = new RegExp(
  `\\b(?:(?:each|every)\\s+(?:(other|second|third|fourth|alternate)\\s+)?|on\\s+)((?:${weekdayWord}s?(?:\\s*,\\s*(?:and\\s+)?|\\s+(?:and|or)\\s+)?){1,5})`,
  'i',
);
/** A recurrence that names its days: "the 5th of each month", "quarterly in arrears", "by 31 March of each year". */
export const namedRecurrence = (text: string, conventions: Conventions): Recurrence | undefined =>
  anniversaries(text) ??
  edges(text, conventions) ??
  ordinals(text, conventions) ??
  yearly(text) ??
  weekdays(text) ??
  arrears(text, conventions);

const anniversaries = (text: string): Recurrence | undefined => {
  const match = anniversary.exec(text);
  if (match === null || !/\b(?:each|every|annual(?:ly)?|yearly|anniversaries)\b/i.test(text)) return undefined;
  const stated = offsetIn(text);
  const counted = stated?.after !== undefined && /anniversar/i.test(stated.after) ? stated.offset : undefined;
  return recurring(every('year', 1), {
    from: match[1] ?? 'the anniversary date',
    named: false,
    offset: counted,
    business: counted?.unit === 'business-day',
  });
};

/** "within 45 days after the end of each quarter", "by the end of each month". */
const edges = (text: string, { yearEnd }: Conventions): Recurrence | undefined => {
  const match = edge.exec(text);
  const short = match === null ? edgeShort.exec(text) : null;
  if (match === null && (short === null || !again.test(text))) return undefined;
  const which = match?.[1] ?? 'end';
  const unit = match?.[2] ?? short?.[1] ?? short?.[2] ?? 'month';
  const isThe = match !== null && !again.test(match[0]);
  // "by the end of the month": each month only where something recurs, as in "monthly, by the end of the month".
  if (isThe && !again.test(text)) return undefined;
  const period = periodOf(unit);
  const financial = /\b(?:fiscal|financial|accounting)\s+(?:year|quarter)/i.test(match?.[0] ?? '')
    ? (yearEnd ?? 12)
    : 12;
  const first = /^(?:beginning|start|commencement|first)/i.test(which);
  const n = /^middle/i.test(which) ? 15 : first ? 1 : -1;
  const stated = offsetIn(text.slice(0, (match?.index ?? short?.index ?? 0) + (match?.[0] ?? short?.[0] ?? '').length));
  const note =
    financial !== 12
      ? `financial year ending with ${monthNames[financial - 1]}`
      : unsaidYear(match?.[0] ?? '', yearEnd);
  const counted =
    stated?.after !== undefined && (edge.test(stated.after) || edgeShort.test(stated.after))
      ? stated.offset
      : undefined;
  if (counted !== undefined && n === -1) {
    const folded = afterEnd(period, counted, financial);
    if (folded !== undefined)
      return recurring({ ...folded, note: folded.note ?? note }, { business: counted.unit === 'business-day' });
  }
  const rule = dayOfEach(period, n, financial);
  return recurring(rule && { ...rule, note: rule.note ?? note }, {
    offset: counted,
    business: counted?.unit === 'business-day',
  });
};

const unsaidYear = (words: string, yearEnd: number | undefined): string | undefined =>
  yearEnd === undefined &&
  /\b(?:fiscal|financial|accounting|contract|lease|licen[cs]e|policy)\s+(?:year|quarter)/i.test(words)
    ? `${/(?:\w+\s+)(?:year|quarter)/i.exec(words)?.[0] ?? 'year'} taken as one of the calendar`
    : undefined;

/** Days after the end of a period that are a day of the next one: a rule says them by itself. */
const afterEnd = (period: Period, { value, unit, direction, bound }: Offset, yearEnd: number): Rule | undefined => {
  if (direction !== 'after' || bound === 'least' || !Number.isInteger(value) || value < 1) return undefined;
  if (period === 'day' || period === 'week') return undefined;
  if (unit === 'day' && value <= 28) return dayOfEach(period, value, yearEnd);
  if (unit === 'business-day' && value <= 15) return businessDayOfEach(period, value, yearEnd);
  return undefined;
};

const ordinals = (text: string, { yearEnd }: Conventions): Recurrence | undefined => {
  const match = nth.exec(text);
  if (match === null || !(again.test(match[0]) || again.test(text))) return undefined;
  const [, written = '', kind = '', , weekday, monthOf, unit = ''] = match;
  const n = ordinalOf(written);
  if (n === undefined) return undefined;
  const period = periodOf(unit);
  const financial = /\b(?:fiscal|financial|accounting)\s/i.test(match[0]) ? (yearEnd ?? 12) : 12;
  const within = monthOf === undefined ? undefined : ordinalOf(monthOf);
  if (within !== undefined) return recurring(dayOfMonthOf(period, within, n, financial));
  if (weekday !== undefined) return recurring(weekdayOfEach(period, n, weekday, financial));
  if (/business|working|banking/i.test(kind))
    return recurring(businessDayOfEach(period, n, financial), { business: true });
  return recurring(dayOfEach(period, n, financial));
};

/** "the 15th day of the second month of each quarter". */
const dayOfMonthOf = (period: Period, monthOf: number, n: number, yearEnd: number): Rule | undefined => {
  const first = dayOfEach(period, 1, yearEnd);
  const count = { quarter: 3, 'half-year': 6, year: 12, day: 0, week: 0, month: 0 }[period];
  const starts = /BYMONTH=([\d,]+)/.exec(first?.rrule ?? '')?.[1];
  if (starts === undefined || count === 0) return undefined;
  const shift = monthOf < 0 ? count + monthOf : monthOf - 1;
  const chosen = starts
    .split(',')
    .map((start) => ((Number(start) - 1 + shift) % 12) + 1)
    .toSorted((a, b) => a - b);
  const day = dayOfEach('month', n);
  return (
    day && { rrule: day.rrule.replace('FREQ=MONTHLY;', `FREQ=MONTHLY;BYMONTH=${chosen.join(',')};`), note: day.note }
  );
};

const dayMonth = new RegExp(
  `(?:\\b(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?\\s+(?:day\\s+)?(?:of\\s+)?${month}|\\b${month}\\s+(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?\\b)(?!,?\\s*(?:19|20)\\d\\d)(?!\\d)`,
  'giu',
);
const dayOfMonths = new RegExp(
  `\\b(${ordinalPattern})\\s+(?:calendar\\s+)?(?:(business|working|banking)\\s+)?(?:days?|${weekdayWord})\\s+(?:of|in)\\s+((?:(?:each\\s+|every\\s+)?${monthName}(?![\\p{L}])\\.?(?:\\s*,\\s*(?:and\\s+)?|\\s+(?:and|or)\\s+)?){1,12})(?!\\s*(?:19|20)\\d\\d)`,
  'iu',
);

/** "by 31 March of each year", "on 1 January and 1 July", "the first day of January, April, July and October". */
const yearly = (text: string): Recurrence | undefined => {
  const several = dayOfMonths.exec(text);
  if (several !== null) {
    const [, written = '', business, weekday, names = ''] = several;
    const n = ordinalOf(written);
    const numbers = [...names.matchAll(new RegExp(month, 'giu'))].map(([, name = '']) => monthNumber(name));
    if (n !== undefined && numbers.length > 0)
      return recurring(
        inMonths(
          numbers.toSorted((a, b) => a - b),
          n,
          business,
          weekday,
        ),
        { business: business !== undefined },
      );
  }
  const days = [...text.matchAll(dayMonth)].flatMap(([, before, first, second, after]) => {
    const day = Number(before ?? after);
    const number = monthNumber(first ?? second ?? '');
    return day >= 1 && day <= Temporal.PlainYearMonth.from({ year: 2024, month: number }).daysInMonth
      ? [{ month: number, day }]
      : [];
  });
  return days.length === 0 ? undefined : recurring(daysOfYear(days));
};

const inMonths = (
  numbers: readonly number[],
  n: number,
  business: string | undefined,
  weekday: string | undefined,
): Rule | undefined => {
  const day =
    weekday !== undefined
      ? weekdayOfEach('month', n, weekday)
      : business !== undefined
        ? businessDayOfEach('month', n)
        : dayOfEach('month', n);
  return (
    day && { rrule: day.rrule.replace('FREQ=MONTHLY;', `FREQ=MONTHLY;BYMONTH=${numbers.join(',')};`), note: day.note }
  );
};

const monthNumber = (name: string): number =>
  monthNames.findIndex((each) => each.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** "every second Tuesday", "each Monday and Thursday", "on Fridays". */
const weekdays = (text: string): Recurrence | undefined => {
  const match = everyWeekday.exec(text);
  if (match === null) return undefined;
  const [whole, other, names = ''] = match;
  if (/^on\b/i.test(whole) && !/days\b/i.test(names) && !again.test(text)) return undefined;
  const codes = [...names.matchAll(new RegExp(weekdayWord, 'gi'))].map(([name]) => weekdayCode(name));
  const count = other === undefined ? (/\b(?:fortnightly|bi-?weekly)\b/i.test(text) ? 2 : 1) : countOf(other);
  return recurring(every('week', count, `;BYDAY=${codes.join(',')}`), { named: count === 1 });
};

/** In arrears: when the period is over, on its last day; in advance: on its first. */
const arrears = (text: string, { yearEnd }: Conventions): Recurrence | undefined => {
  const match = inTurn.exec(text);
  if (match === null) return undefined;
  const [, often = '', when = ''] = match;
  const end = /^arrear/i.test(when);
  const base = adverbs.find(([pattern]) => pattern.test(often));
  const period = base?.[1] ?? periodOf(/day|week|month|quarter|year/i.exec(often)?.[0] ?? 'month');
  if ((base?.[2] ?? 1) > 1) return undefined;
  const rule = dayOfEach(period, end ? -1 : 1, yearEnd ?? 12);
  const note = `in ${end ? 'arrears: on the last' : 'advance: on the first'} day of the calendar ${period}`;
  return recurring(rule && { ...rule, note });
};
