import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { multiplesIn, percentagesIn } from '../../../core/reading/amounts.ts';
import { wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { presentDetector, type Reading, type Seen } from '../shared/present.ts';
import { tenants } from '../shared/roles.ts';

const policy = z.object({
  highest_percent: z.number().min(100).default(125).describe('Rent above this share of the former rent is high.'),
});

const staying =
  /\b(?:hold(?:s|ing)? over|holdover|hold-over|remain(?:s|ing)? in (?:possession|occupation)|fails? to (?:vacate|surrender)|stays? (?:on|in)|continu\w+ in (?:possession|occupancy))\b/i;

const find = ({ document, clauses, policy: { highest_percent } }: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const text = wholeSentence(clauses, clause);
    if (clause.defines || !staying.test(text) || !/\brent\b/i.test(text)) return [];
    const percent =
      percentagesIn(text).find(({ value }) => value >= 100)?.value ??
      (multiplesIn(text)[0]?.factor ?? (/\bdouble\b/i.test(text) ? 2 : 0)) * 100;
    if (percent <= highest_percent) return [];
    return [
      {
        clauses: [clause],
        severity: percent >= 200 ? 'high' : 'medium',
        reasons: [`The rent is ${percent}% of the former rent; the policy asks for at most ${highest_percent}%.`],
        hurts: tenants(document),
      },
    ];
  });

/** Finds raised rent for staying after the end. */
export const plugin = definePlugin({
  name: 'holdover-rent',
  version: '1.0.0',
  summary: 'Finds raised rent for staying after the end.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Raised rent for holding over',
      category: 'payment',
      what: 'Whoever stays on after the lease has ended pays a multiple of the rent.',
      why: 'A move that is late by some days can cost a month or more at the raised rate.',
      ask: 'Ask for rent at the old rate for a month of grace, then by the day, and for no further damages beside it.',
      appliesTo: ['lease'],
      types: [],
      policy,
      judged: judged['holdover-rent'],
      find,
    }),
  }),
});
