import type { Offset } from '../../model/deadline.ts';
import type { Period, Rule } from './rules.ts';

/** A recurrence as words state it. */
export type Recurrence = Rule & {
  /** Counted from each day of the rule. */
  readonly offset: Offset | undefined;
  /** Whether it counts in business days. */
  readonly business: boolean;
  /** What its anniversaries are those of, in words. */
  readonly from: string | undefined;
  /** Whether the rule names its days itself; else it needs a first day. */
  readonly named: boolean;
};

/** A period and what may stand before it, as the source of a pattern. */
export const periodWord =
  '(?:(?:calendar|contract|fiscal|financial|lease|licen[cs]e|accounting|tax|policy|royalty|reporting|billing|payment|full|such|consecutive)\\s+)*(day|week|fortnight|month|quarter|half[- ]year|year|annum)s?\\b';
export const weekdayWord = '(monday|tuesday|wednesday|thursday|friday|saturday|sunday)';

export const periodOf = (word: string): Period => {
  const plain = word.toLowerCase().replace(' ', '-');
  return plain === 'annum' ? 'year' : plain === 'fortnight' ? 'week' : (plain as Period);
};

/** How often in one word: the period, and every how many of it. */
export const adverbs: readonly (readonly [RegExp, Period, number, string?])[] = [
  [/\bdaily\b/i, 'day', 1],
  [/\bfortnightly\b|\bbi-?weekly\b/i, 'week', 2],
  [/\bsemi-?monthly\b/i, 'month', 1],
  [/\bbi-?monthly\b/i, 'month', 2, 'bimonthly taken as every two months'],
  [/\bbi-?ennial(?:ly)?\b/i, 'year', 2],
  [/\bhalf-?yearly\b|\bsemi-?annual(?:ly)?\b|\bbi-?annual(?:ly)?\b/i, 'half-year', 1],
  [/\bweekly\b/i, 'week', 1],
  [/\bmonthly\b|\bper\s+month\b/i, 'month', 1],
  [/\bquarterly\b|\bper\s+quarter\b/i, 'quarter', 1],
  [/\bannual(?:ly)?\b|\byearly\b|\bper\s+(?:year|annum)\b/i, 'year', 1],
];

/** "Every other", "every third": every how many. */
export const countOf = (word: string): number =>
  ({ other: 2, second: 2, alternate: 2, third: 3, fourth: 4, sixth: 6 })[word.toLowerCase()] ?? 1;

/** A rule with what the words say of it besides. */
export const recurring = (rule: Rule | undefined, rest: Partial<Recurrence> = {}): Recurrence | undefined =>
  rule === undefined
    ? undefined
    : { ...rule, offset: undefined, business: false, from: undefined, named: true, ...rest };
