import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { percentagesIn } from '../../../core/reading/amounts.ts';
import { durationsIn, inDays } from '../../../core/reading/durations.ts';
import { around } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { presentDetector, type Reading, type Seen } from '../shared/present.ts';
import { tenants } from '../shared/roles.ts';

const policy = z.object({
  highest_yearly_percent: z.number().min(0).default(4).describe('A rise of the rent by more than this a year is high.'),
});

const rent = /\b(?:rent|rental)s?\b/i;
const upOnly =
  /\b(?:upwards?[- ]only|(?:shall|will|may) not (?:be (?:reduced|less|lower|decreased)|fall|decrease|go down)|not (?:be )?(?:less|lower) than|no (?:event|case)[^.;]{0,40}(?:less|lower|reduc\w+|decreas\w+)|never (?:fall|be (?:less|lower))|the (?:higher|greater) of)\b/i;
const review =
  /\b(?:review\w*|market rent|open market|index\w*|CPI|consumer price|RPI|escalat\w+|adjust\w*|increas\w*|ris(?:e|es|ing)|step)\b/i;

const find = ({
  document,
  clauses,
  policy: { highest_yearly_percent },
}: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (
      clause.defines ||
      !rent.test(around(clauses, clause, 1, 0)) ||
      /\b(?:holdover|holding over|holds? over|deposit|insurance|taxes|operating expenses|renewal option)\b/i.test(text)
    )
      return [];
    const context = around(clauses, clause, 1, 1);
    const onlyUp = review.test(context) && upOnly.test(text) && (rent.test(text) || /\b(?:it|review)\b/i.test(text));
    const rises = review.test(text) && /\b(?:increas\w*|escalat\w+|ris(?:e|es)|adjust\w*)\b/i.test(text);
    const percent = rises ? percentagesIn(text).find(({ value }) => value <= 100) : undefined;
    const years = Math.max(
      1,
      ...durationsIn(context)
        .map((period) => inDays(period) / 365.25)
        .filter((length) => length <= 10),
    );
    const steep = percent !== undefined && percent.value / years > highest_yearly_percent;
    if (!onlyUp && !steep) return [];
    return [
      {
        clauses: [clause],
        severity: onlyUp && steep ? 'high' : 'medium',
        reasons: [
          ...(onlyUp ? ['The rent can rise and cannot fall.'] : []),
          ...(steep
            ? [`It may rise by ${percent.value}%; the policy calls more than ${highest_yearly_percent}% a year high.`]
            : []),
        ],
        hurts: tenants(document),
      },
    ];
  });

/** Finds rent that rises without a limit, or can only rise. */
export const plugin = definePlugin({
  name: 'rent-increase',
  version: '1.0.0',
  summary: 'Finds rent that rises without a limit, or can only rise.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Rent that only rises',
      category: 'payment',
      what: 'The rent is reviewed, indexed or raised, and cannot fall, or nothing limits how far it rises.',
      why: 'The cost of the premises over the whole term cannot be known, and a falling market does not help.',
      ask: 'Ask for a limit a year, for a review that can go down as well, and for a right to leave when the rent rises by more than a stated share.',
      appliesTo: ['lease'],
      types: [],
      policy,
      judged: judged['rent-increase'],
      find,
    }),
  }),
});
