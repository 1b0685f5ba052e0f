import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { percentagesIn, yearlyRate } from '../../../core/reading/amounts.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  highest_yearly_percent: z
    .number()
    .min(0)
    .default(12)
    .describe('Interest on late payments above this rate a year is high.'),
  highest_late_fee_percent: z
    .number()
    .min(0)
    .default(5)
    .describe('A fee for late payment above this share of the sum is high.'),
});

const late =
  /\b(?:late|overdue|past[- ]due|unpaid|not (?:been )?(?:received|paid)|delinquen\w+|default\w*|arrears|when due|due date|remains? (?:unpaid|outstanding)|after (?:it|the date)[^.;]{0,20}due|delay\w*|outstanding)\b/i;
const interest =
  /\b(?:interest|finance charge|service charge|late (?:charge|fee|payment)|late payment charge|administrat\w+ charge)\b/i;
const ownership =
  /\b(?:interest (?:in|of) (?:the )?(?:company|partnership|property|profits|shares|joint)|percentage interest|working interest|equity interest|ownership interest|membership interest|profit)\b/i;

const find = ({ document, clauses, policy: limits }: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const text = wholeSentence(clauses, clause);
    if (clause.defines || !interest.test(text) || !late.test(text) || ownership.test(text)) return [];
    for (const percent of percentagesIn(text)) {
      const before = text.slice(Math.max(0, percent.start - 160), percent.start);
      const after = text.slice(percent.end, percent.end + 60);
      const isFee =
        percent.per === undefined &&
        /\b(?:late (?:charge|fee)|penalty|surcharge)\b[^.;]{0,80}$/i.test(before) &&
        !/\binterest\b[^.;]{0,40}$/i.test(before);
      const isRate =
        (percent.per !== undefined || /\binterest\b[^.;]{0,80}$/i.test(before)) &&
        (interest.test(before) || interest.test(after));
      const above =
        /\b(?:above|over|plus|in excess of)\b[^.;]{0,60}\b(?:rate|prime|base|libor|euribor|bank)|\b(?:prime|base|libor|euribor)\b[^.;]{0,30}\bplus\b/i.test(
          `${before.slice(-40)} ${after}`,
        );
      if (isFee && percent.value <= 50 && percent.value > limits.highest_late_fee_percent) {
        return [
          {
            clauses: [clause],
            severity: 'medium',
            reasons: [
              `A late payment costs ${percent.value}% of the sum; the policy asks for at most ${limits.highest_late_fee_percent}%.`,
            ],
            hurts: payersOf(),
          },
        ];
      }
      const yearly = yearlyRate(percent);
      if (!isRate || isFee || above || yearly <= limits.highest_yearly_percent || yearly > 1_000) continue;
      const written = Math.round(yearly * 100) / 100;
      return [
        {
          clauses: [clause],
          severity: yearly > limits.highest_yearly_percent * 1.9 ? 'high' : 'medium',
          reasons: [
            percent.per === undefined || percent.per === 'year'
              ? `The rate is ${written}% a year; the policy asks for at most ${limits.highest_yearly_percent}%.`
              : `The rate is ${percent.value}% a ${percent.per}, that is ${written}% a year; the policy asks for at most ${limits.highest_yearly_percent}%.`,
          ],
          hurts: payersOf(),
        },
      ];
    }
    return [];

    function payersOf(): readonly string[] {
      const payer = clause.statements.find(
        ({ modality, actor, predicate }) =>
          modality !== 'right' &&
          isOneSide(actor, document.parties) &&
          /^[^.;]{0,60}\b(?:pay|owe|bear|incur|be (?:charged|liable|subject))/i.test(predicate),
      )?.actor;
      return payer ? namesOf(payer) : [];
    }
  });

/** Finds high interest and fees on late payments. */
export const plugin = definePlugin({
  name: 'late-payment-interest',
  version: '1.0.0',
  summary: 'Finds high interest and fees on late payments.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'High interest on late payment',
      category: 'payment',
      what: 'What is paid late costs interest or a fee well above what money costs elsewhere.',
      why: 'A dispute about one invoice, or a missed day, becomes expensive quickly.',
      ask: 'Ask for the rate that the law sets or a few points above the central bank’s, for some days of grace, and for none on sums that are disputed in good faith.',
      types: [],
      policy,
      judged: judged['late-payment-interest'],
      find,
    }),
  }),
});
