import { numberOf, numberPattern } from '../../../../core/reading/numbers.ts';
import { adverbs, countOf, periodOf, periodWord, type Recurrence, recurring } from './recurrence.ts';
import { businessDayOfEach, every, type Period, type Rule } from './rules.ts';

const everySo = new RegExp(
  `\\b(?:each|every|once\\s+(?:every|in\\s+every))\\s+(?:(other|second|third|fourth|sixth|alternate)\\s+|(${numberPattern})[\\s-]+)?(?:(?:calendar|consecutive|successive|contract|full)\\s+)*(days?|weeks?|fortnights?|months?|quarters?|years?|half[- ]years?|(?:business|working|banking)\\s+days?|week\\s?days?)\\b`,
  'i',
);
const times = new RegExp(
  `\\b(once|twice|(${numberPattern})\\s+times)\\s+(?:(?:in|during)\\s+)?(?:a|an|per|each|every|any)\\s+${periodWord}`,
  'i',
);

/** One that says only how often: "monthly", "every two years", "twice a year". */
export const bareRecurrence = (text: string): Recurrence | undefined => {
  const so = everySo.exec(text);
  if (so !== null) {
    const [, other, number, unit = ''] = so;
    const count = other === undefined ? (numberOf(number ?? '1') ?? 1) : countOf(other);
    if (/^(?:business|working|banking)|^week\s?day/i.test(unit)) {
      return count === 1 ? recurring(businessDayOfEach('day', 1), { business: true }) : undefined;
    }
    const word = unit.toLowerCase().replace(/s$/, '');
    const period = periodOf(word);
    const fold = word === 'fortnight' ? 2 : 1;
    return count < 1 || !Number.isInteger(count) ? undefined : bare(every(period, count * fold), period, count * fold);
  }
  const often = times.exec(text);
  if (often !== null && !/\b(?:more|most|up\s+to|exceed)\b[^.]{0,12}$/i.test(text.slice(0, often.index))) {
    const [, word = '', number, unit = ''] = often;
    const count = /^once/i.test(word) ? 1 : /^twice/i.test(word) ? 2 : (numberOf(number ?? '') ?? 1);
    return timesPer(count, periodOf(unit));
  }
  for (const [pattern, period, count, note] of adverbs) {
    if (pattern.test(text)) return bare({ ...every(period, count), note }, period, count);
  }
  return undefined;
};

const bare = (rule: Rule, period: Period, count: number): Recurrence | undefined =>
  recurring(rule, { named: period === 'day' && count === 1 });

const timesPer = (count: number, period: Period): Recurrence | undefined => {
  if (count === 1) return bare(every(period, 1), period, 1);
  const inMonths = { month: 1, quarter: 3, 'half-year': 6, year: 12, day: 0, week: 0 }[period] / count;
  if (inMonths >= 1 && Number.isInteger(inMonths)) return bare(every('month', inMonths), 'month', inMonths);
  const note = `${count} times in each ${period}: when in it is not said`;
  return bare({ ...every(period, 1), note }, period, 1);
};
