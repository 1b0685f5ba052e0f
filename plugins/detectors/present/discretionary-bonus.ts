import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { judged } from '../shared/judged.ts';
import { presentDetector, type Reading, type Seen } from '../shared/present.ts';
import { employees } from '../shared/roles.ts';

const bonus = /\b(?:bonus\w*|commission|incentive (?:pay|plan|award)|profit share|gratuit\w+)\b/i;
const discretion =
  /\b(?:discretion\w*|no (?:right|entitlement|guarantee)|not (?:be )?(?:entitled|guaranteed)|may (?:decide|withdraw|amend|change|vary)|without obligation|ex gratia)\b/i;
const lost =
  /\b(?:under notice|not (?:be )?(?:paid|payable|due|eligible)|forfeit\w*|none is paid|must be (?:employed|in employment)|no longer employed|ceases? to be (?:employed|eligible))\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !bonus.test(text) || !(discretion.test(text) || lost.test(text))) return [];
    const gone = lost.test(text);
    return [
      {
        clauses: [clause],
        severity: gone ? 'medium' : 'low',
        reasons: [
          ...(discretion.test(text) ? ['It is for the employer to decide.'] : []),
          ...(gone ? ['It is lost when the employment is ending.'] : []),
        ],
        hurts: employees(document),
      },
    ];
  });

/** Finds bonuses that the employer may refuse. */
export const plugin = definePlugin({
  name: 'discretionary-bonus',
  version: '1.0.0',
  summary: 'Finds bonuses that the employer may refuse.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Bonus at the employer’s discretion',
      category: 'payment',
      what: 'Whether a bonus is paid, and how much, is for the employer alone to decide, or it is lost when the job ends.',
      why: 'A part of the pay on which somebody counted can be refused without a reason.',
      ask: 'Ask for targets in writing, for a share of the year worked when the job ends, and for the reasons when a bonus is refused.',
      appliesTo: ['employment'],
      types: [],
      policy: z.object({}),
      judged: judged['discretionary-bonus'],
      find,
    }),
  }),
});
