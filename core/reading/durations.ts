import type { Span } from '../text/span.ts';
import { numberOf, numberPattern } from './numbers.ts';

const durationUnits = ['hour', 'day', 'business-day', 'week', 'month', 'quarter', 'year'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** A length of time that a text states. */
export type Duration = Span & {
  readonly value: number;
  readonly unit: DurationUnit;
  /** The shorter end where the text gives two: 30 in "30 to 60 days", whose value is 60. */
  readonly from: number | undefined;
  /** Whether the words before it make it the least ("at least", "not less than") or the most ("within", "up to"). */
  readonly bound: 'least' | 'most' | undefined;
};

const working = '(?:business|working|banking|trading|work)';
const unit = `(?:(?:consecutive|calendar|full|complete|clear|whole|successive|additional|further|more|contract|lease|continuous|rolling)\\s+|(${working})[\\s-]+)*(hours?|days?|weeks?|fortnights?|months?|quarters?|years?|annum)(?:\\(s\\))?(?![\\p{L}])`;
const stated = new RegExp(
  `(?<![\\p{L}\\p{N}.,$£€/-])(?:(${numberPattern})(?:\\s*(?:-|–|to|and|or)\\s*(${numberPattern}))?(?:[\\s-]+|(?=\\())|(an?|each|half\\s+an?|one\\s+and\\s+a\\s+half)\\s+(?=${unit}['’]?s?\\s+(?:prior\\s+|written\\s+|advance\\s+)*(?:notice|period|grace|warning)))${unit}`,
  'giu',
);
const least =
  /(?:at\s+least|\b(?:no|not)\s+(?:less|fewer|later|sooner)\s+than|a?\s*minimum(?:\s+of)?|(?<!\b(?:no|not)\s+)(?:more|longer|greater)\s+than|(?<!\bnot\s+(?:to\s+)?)exceed(?:s|ing)?)\s*(?:a\s+period\s+of\s+)?$/i;
const most =
  /(?:within|up\s+to|at\s+most|\b(?:no|not)\s+(?:more|longer|greater)\s+than|a?\s*maximum(?:\s+period)?\s+of|(?<!\b(?:no|not)\s+)less\s+than|\bnot\s+(?:to\s+)?exceed(?:ing)?)\s*(?:a\s+period\s+of\s+)?$/i;

/**
 * Lengths of time in the text, in order: "ninety (90) days", "a six-month period", "10 business days", "a month's notice",
 * "30 to 60 days", "two years and six months" (30 months). Dates and ages are none.
 */
export const durationsIn = (text: string): readonly Duration[] => joined(text, partsIn(text));

const partsIn = (text: string): readonly Duration[] => {
  const found: Duration[] = [];
  for (const match of text.matchAll(stated)) {
    const [whole, first, second, article] = match;
    // Groups of the unit come twice: inside the look-ahead after an article, and at the end.
    const business = match.at(-2);
    const word = match.at(-1) ?? '';
    const value = article === undefined ? numberOf(second ?? first ?? '') : valueOfArticle(article);
    if (value === undefined || value > 1e6) continue;
    const joined = second === undefined ? undefined : numberOf(first ?? '');
    if (/\byears?\s*$/i.test(whole) && /^\s*(?:old|of\s+age)\b/i.test(text.slice(match.index + whole.length))) continue;
    found.push({
      start: match.index,
      end: match.index + whole.length,
      ...inUnit(value, word, business !== undefined),
      from: joined !== undefined && joined < value ? joined : undefined,
      bound: boundBefore(text, match.index),
    });
  }
  return found;
};

const goesOn = /^\s*(?:,\s*)?(?:and\s+|plus\s+)?$/i;

/** Years that months go on from are months: "three years and five months". */
const joined = (text: string, parts: readonly Duration[]): readonly Duration[] =>
  parts.flatMap((part, index) => {
    const [before, next] = [parts[index - 1], parts[index + 1]];
    if (before !== undefined && addsTo(text, before, part)) return [];
    return next !== undefined && addsTo(text, part, next)
      ? [{ ...part, end: next.end, value: part.value * 12 + next.value, unit: 'month' as const }]
      : [part];
  });

const addsTo = (text: string, years: Duration, months: Duration): boolean =>
  years.unit === 'year' &&
  months.unit === 'month' &&
  months.value < 12 &&
  months.from === undefined &&
  months.bound === undefined &&
  goesOn.test(text.slice(years.end, months.start)) &&
  !/^['’]?s?\s*(?:\w+\s+){0,2}notice\b/i.test(text.slice(months.end));

const valueOfArticle = (article: string): number => (/^half/i.test(article) ? 0.5 : /half$/i.test(article) ? 1.5 : 1);

const inUnit = (value: number, word: string, business: boolean): { value: number; unit: DurationUnit } => {
  const bare = word.toLowerCase().replace(/s$/, '');
  if (bare === 'fortnight') return { value: value * 2, unit: 'week' };
  if (bare === 'day' && business) return { value, unit: 'business-day' };
  if (bare === 'hour' || bare === 'day' || bare === 'week' || bare === 'month' || bare === 'quarter')
    return { value, unit: bare };
  return { value, unit: 'year' };
};

const boundBefore = (text: string, at: number): Duration['bound'] => {
  const before = text.slice(Math.max(0, at - 40), at);
  return most.test(before) ? 'most' : least.test(before) ? 'least' : undefined;
};

const days: Readonly<Record<DurationUnit, number>> = {
  hour: 1 / 24,
  day: 1,
  'business-day': 7 / 5,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
};

/** Length in days: months and years at their mean length, five business days as a week. For comparing, not for reckoning dates. */
export const inDays = ({ value, unit: name }: Pick<Duration, 'value' | 'unit'>): number => value * days[name];

/** For people: "90 days", "1 month", "10 business days". */
export const writeDuration = ({ value, unit: name }: Pick<Duration, 'value' | 'unit'>): string =>
  `${value} ${name.replace('-', ' ')}${value === 1 ? '' : 's'}`;
