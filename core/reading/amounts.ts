import type { Span } from '../text/span.ts';
import { numberOf, numberPattern } from './numbers.ts';

/** A sum of money. */
export type Money = Span & {
  readonly value: number;
  /** ISO 4217, "USD" for a bare dollar sign, "GBP" for "pounds". */
  readonly currency: string;
};

/** "1.5% per month": 1.5, month. */
export type Percentage = Span & {
  readonly value: number;
  /** The period that it is charged for, where the text says so directly after it. */
  readonly per: 'day' | 'week' | 'month' | 'quarter' | 'year' | undefined;
};

/** "two times the fees paid in the twelve months before": 2, "the fees paid in the twelve months before". */
export type Multiple = Span & {
  readonly factor: number;
  /** What it is a multiple of, as written. */
  readonly of: string;
};

const currencies: readonly (readonly [pattern: string, code: string])[] = [
  ['US\\s?\\$|U\\.S\\.\\s?\\$|USD|US\\s+dollars?|U\\.S\\.\\s+dollars?|United\\s+States\\s+dollars?', 'USD'],
  ['C\\$|CA\\$|CAD|Cdn\\s?\\$|Canadian\\s+dollars?', 'CAD'],
  ['A\\$|AU\\$|AUD|Australian\\s+dollars?', 'AUD'],
  ['HK\\$|HKD|Hong\\s+Kong\\s+dollars?', 'HKD'],
  ['S\\$|SGD', 'SGD'],
  ['£|GBP|pounds?(?:\\s+sterling)?', 'GBP'],
  ['€|EUR|euros?', 'EUR'],
  ['CHF|SFr\\.?|Swiss\\s+francs?', 'CHF'],
  ['RMB|CNY|yuan|renminbi', 'CNY'],
  ['¥|JPY|yen', 'JPY'],
  ['₹|INR|Rs\\.?|rupees?', 'INR'],
  ['SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|ILS|KRW', ''],
  ['\\$|dollars?', 'USD'],
];
const anyCurrency = `(?:${currencies.map(([pattern]) => pattern).join('|')})`;
const magnitude = '(?:\\s?(?:thousand|million|billion|k|m|mn|bn|MM)(?![\\p{L}]))?';
const money = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${anyCurrency})\\s?(\\d(?:[\\d.,’' \\u00a0]*\\d)?)(${magnitude})|(?<!/)(${numberPattern})(?:\\s+and\\s+\\d\\d/100)?(${magnitude})\\s*(?:\\(\\s*(${anyCurrency})\\s?(\\d(?:[\\d.,]*\\d)?)(${magnitude})\\s*\\)|(${anyCurrency})(?![\\p{L}\\p{N}])))`,
  'giu',
);

/** Sums of money in the text, in order. A currency that only follows in brackets is read too: "ten thousand dollars ($10,000)". */
export const moneyIn = (text: string): readonly Money[] => {
  const found: Money[] = [];
  for (const match of text.matchAll(money)) {
    const [whole, sign, figures, scale = '', words, wordScale = '', inner, innerFigures, innerScale = '', after] =
      match;
    const currency = codeOf(sign ?? inner ?? after ?? '');
    const value = numberOf(figures ?? innerFigures ?? words ?? '');
    if (currency === undefined || value === undefined) continue;
    const factor = factorOf(figures !== undefined ? scale : innerFigures !== undefined ? innerScale : wordScale);
    const start = match.index;
    const previous = found.at(-1);
    const sum = { start, end: start + whole.length, value: value * factor, currency };
    // "ten thousand dollars ($10,000)" is one sum, written twice.
    if (previous && previous.value === sum.value && /^\s*\(\s*$/.test(text.slice(previous.end, start))) {
      found[found.length - 1] = {
        ...sum,
        start: previous.start,
        end: sum.end + (text.charAt(sum.end) === ')' ? 1 : 0),
      };
    } else found.push(sum);
  }
  return found;
};

const codeOf = (written: string): string | undefined => {
  for (const [pattern, code] of currencies) {
    if (new RegExp(`^(?:${pattern})$`, 'i').test(written)) return code === '' ? written.toUpperCase() : code;
  }
  return undefined;
};

const factorOf = (scale: string): number => {
  const word = scale.trim().toLowerCase();
  if (word === 'thousand' || word === 'k') return 1e3;
  if (word === 'million' || word === 'm' || word === 'mn' || word === 'mm') return 1e6;
  return word === 'billion' || word === 'bn' ? 1e9 : 1;
};

const period =
  '(?:\\s*(?:\\)\\s*)?(?:,\\s*)?(?:compounded\\s+\\w+\\s+)?(?:per|a|an|each|every|for\\s+each|/)\\s*(day|week|month|quarter|year|annum|calendar\\s+month)(?:\\s+or\\s+part)?|\\s*(?:\\)\\s*)?(monthly|annually|weekly|daily|p\\.?\\s?a\\.?|p\\.?\\s?m\\.?))?';
const percentage = new RegExp(
  `(${numberPattern})\\s*(?:%|per\\s?cent(?:um)?|percent)(?![\\p{L}])(?:\\s*\\((?:\\d[\\d.,]*\\s*%?)\\))?${period}`,
  'giu',
);

/** Percentages in the text, in order, with the period where one follows. */
export const percentagesIn = (text: string): readonly Percentage[] =>
  [...text.matchAll(percentage)].flatMap((match) => {
    const value = numberOf(match[1] ?? '');
    if (value === undefined) return [];
    return [
      { start: match.index, end: match.index + match[0].trimEnd().length, value, per: periodOf(match[2] ?? match[3]) },
    ];
  });

const periodOf = (word: string | undefined): Percentage['per'] => {
  const bare = word?.toLowerCase().replace(/[\s.]/g, '');
  if (bare === undefined) return undefined;
  if (bare === 'annum' || bare === 'year' || bare === 'annually' || bare === 'pa') return 'year';
  if (bare === 'month' || bare === 'calendarmonth' || bare === 'monthly' || bare === 'pm') return 'month';
  if (bare === 'week' || bare === 'weekly') return 'week';
  return bare === 'quarter' ? 'quarter' : 'day';
};

/** Percent a year: one that is charged for a shorter period, without compounding. One without a period is taken as yearly. */
export const yearlyRate = ({ value, per }: Pick<Percentage, 'value' | 'per'>): number =>
  value * { day: 365, week: 52, month: 12, quarter: 4, year: 1, none: 1 }[per ?? 'none'];

const times: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3, double: 2, triple: 3, treble: 3 };
const multiple = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${numberPattern})\\s*(?:\\(?\\s*[x×]\\s*\\)?|times)(?:\\s*\\(\\s*\\d+(?:\\.\\d+)?\\s*[x×]?\\s*\\))?\\s+|(once|twice|thrice|double|triple|treble)\\s+)((?:the|that|its|all|such|any|those|each|total|aggregate|annual|monthly)\\b[^.;:]{3,200})`,
  'giu',
);

/** Multiples of something in the text: "two times the fees", "twice the annual rent", "1.5x the price". */
export const multiplesIn = (text: string): readonly Multiple[] =>
  [...text.matchAll(multiple)].flatMap((match) => {
    const factor = match[2] === undefined ? numberOf(match[1] ?? '') : times[match[2].toLowerCase()];
    if (factor === undefined) return [];
    return [{ start: match.index, end: match.index + match[0].length, factor, of: (match[3] ?? '').trim() }];
  });
