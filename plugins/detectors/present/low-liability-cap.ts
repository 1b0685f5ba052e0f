import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument, Severity } from '../../../core/ports/detector.ts';
import { type Money, moneyIn, multiplesIn, percentagesIn } from '../../../core/reading/amounts.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { durationsIn, inDays } from '../../../core/reading/durations.ts';
import { clausesOf } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { limitsOf } from '../shared/liability.ts';
import { othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  least_months: z.number().min(0).default(12).describe('A cap at the fees of fewer months than this is low.'),
  least_share: z
    .number()
    .min(0)
    .default(1)
    .describe(
      'A cap at a sum is low when it is less than this share of the largest payment that the document states: 1 is all of it.',
    ),
});

const find = ({ document, policy: { least_months, least_share } }: Reading<z.output<typeof policy>>): readonly Seen[] =>
  limitsOf(document).flatMap(({ clause, kind, actor }): readonly Seen[] => {
    if (kind !== 'cap') return [];
    const size = sizeOf(clause.text);
    const low =
      size.months !== undefined
        ? lowByMonths(size.months, least_months)
        : size.share !== undefined
          ? lowByShare(size.share, least_share, 'of what is paid for it')
          : lowBySum(size.sum, document, least_share);
    if (!low) return [];
    const mutual = actor === undefined || !isOneSide(actor, document.parties);
    return [{ clauses: [clause], ...low, hurts: mutual ? [] : othersThan(document, actor) }];
  });

const limited =
  /\b(?:exceed|limited|capped|restricted|maximum|more than|greater than|in excess of|excess of|at most|recover)\b/i;
const fees =
  /\b(?:fees?|amounts?|sums?|payments?|prices?|consideration|compensation|charges?|rent|royalt\w+|commissions?|remuneration|revenues?)\b/i;

type Size = { readonly months?: number; readonly share?: number; readonly sum?: Money };

/** What a cap is measured by. The greater of two measures makes it no low one that we could know. */
const sizeOf = (text: string): Size => {
  const from = limited.exec(text)?.index ?? 0;
  const measure = text.slice(from, from + 420);
  if (/\b(?:greater|higher|larger) of\b/i.test(measure)) return {};
  const multiple = multiplesIn(measure)[0];
  const period = /\bmonthly (?:fees?|charges?|rent)\b/i.test(measure)
    ? { value: 1, unit: 'month' as const }
    : durationsIn(measure).find(({ start, unit }) => unit !== 'hour' && fees.test(measure.slice(0, start)));
  if (period && (fees.test(measure) || multiple))
    return { months: (multiple?.factor ?? 1) * (inDays(period) / 30.4375) };
  const percent = percentagesIn(measure).find(
    ({ end }) => /^\s*(?:of|\()/.test(measure.slice(end)) && fees.test(measure.slice(end, end + 80)),
  );
  if (percent) return { share: percent.value / 100 };
  const sum = moneyIn(measure)[0];
  return sum ? { sum } : {};
};

type Low = { readonly severity: Severity; readonly reasons: readonly string[] };

const lowByMonths = (months: number, least: number): Low | undefined => {
  // A year that is counted in days is a year.
  if (months >= least * 0.98) return undefined;
  const written = Math.round(months * 10) / 10;
  return {
    severity: months <= least / 4 ? 'high' : 'medium',
    reasons: [
      `The cap is what is paid in ${written === 1 ? 'one month' : `${written} months`}; the policy asks for at least ${least} months.`,
    ],
  };
};

const lowByShare = (share: number, least: number, of: string): Low | undefined =>
  share >= least
    ? undefined
    : {
        severity: share <= least / 4 ? 'high' : 'medium',
        reasons: [
          `The cap is ${Math.round(share * 100)}% ${of}; the policy asks for at least ${Math.round(least * 100)}%.`,
        ],
      };

const lowBySum = (sum: Money | undefined, document: ReadDocument, least: number): Low | undefined => {
  if (!sum) return undefined;
  const largest = largestPayment(document, sum.currency);
  return largest === undefined
    ? undefined
    : lowByShare(
        sum.value / largest.value,
        least,
        `of the largest payment that the document states (${largest.currency} ${largest.value.toLocaleString('en')})`,
      );
};

/** The largest sum that somebody has to pay the other for what the contract is about. */
const largestPayment = (document: ReadDocument, currency: string): Money | undefined => {
  let largest: Money | undefined;
  for (const { text, statements } of clausesOf(document)) {
    if (!fees.test(text) || /\b(?:liab|damages|insur|indemn|coverage|limit|penalt|taxes)/i.test(text)) continue;
    const paid =
      statements.some(
        ({ modality, predicate }) => modality !== 'relief' && /^\W*(?:\w+\W+){0,3}(?:pay|be)\b/i.test(predicate),
      ) || /\b(?:fee|price|salary|rent|charge)s?\b[^.]{0,60}\b(?:is|are|shall be|of)\b/i.test(text);
    if (!paid) continue;
    for (const sum of moneyIn(text)) if (sum.currency === currency && sum.value > (largest?.value ?? 0)) largest = sum;
  }
  return largest;
};

/** Finds caps on liability that are low against what is paid. */
export const plugin = definePlugin({
  name: 'low-liability-cap',
  version: '1.0.0',
  summary: 'Finds caps on liability that are low against what is paid under the contract.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Low cap on liability',
      category: 'liability',
      what: 'What somebody has to pay for damage is limited to a sum that is small against what is paid under the contract.',
      why: 'A loss above the cap stays with whoever suffers it, even when the other side caused it.',
      ask: 'Ask for a cap of at least the fees of twelve months, or of what the other side’s insurance covers if that is more, and for exceptions for intent and gross negligence.',
      types: ['cap-on-liability'],
      policy,
      judged: judged['low-liability-cap'],
      find,
    }),
  }),
});
