import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { judged } from '../shared/judged.ts';
import { presentDetector, type Reading, type Seen } from '../shared/present.ts';
import { employees } from '../shared/roles.ts';

const deducts =
  /^[^.;]{0,60}\b(?:deduct|withhold|set off|recover|reclaim|claw ?back)\w*\b[^.;]{0,160}\b(?:salary|wages?|pay|remuneration|sums?|money|bonus\w*|compensation|amounts?)\b/i;
const repays =
  /^[^.;]{0,80}\b(?:repay|reimburse|refund|pay back|return)\b[^.;]{0,160}\b(?:training|course|relocation|bonus|signing|sign-on|tuition|study|costs?)\b/i;
const ordinary =
  /\b(?:tax(?:es)?|social security|national insurance|required by law|statutory|payroll taxes|withholding tax|applicable (?:federal|withholding|law))\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines) return [];
    const deduction = clause.statements.find(
      ({ modality, predicate }) => modality === 'right' && deducts.test(predicate),
    );
    const repayment = clause.statements.find(
      ({ modality, predicate }) => modality === 'duty' && repays.test(predicate),
    );
    if ((!deduction || ordinary.test(deduction.predicate)) && !repayment) return [];
    const falling =
      /\b(?:reduc\w+|pro ?rata|each (?:full )?month|one (?:twelfth|twenty-fourth|thirty-sixth)|declin\w+|less)\b/i.test(
        text,
      );
    return [
      {
        clauses: [clause],
        severity: repayment
          ? falling
            ? 'low'
            : 'high'
          : /\bany (?:sums?|amounts?|money)\b/i.test(text)
            ? 'medium'
            : 'low',
        reasons: [
          repayment
            ? falling
              ? 'What has to be paid back falls with time.'
              : 'What has to be paid back does not fall with time.'
            : 'The employer may take it from the wages.',
        ],
        hurts: employees(document),
      },
    ];
  });

/** Finds rights to deduct from wages and to claim pay or training costs back. */
export const plugin = definePlugin({
  name: 'wage-deductions',
  version: '1.0.0',
  summary: 'Finds rights to deduct from wages and to claim pay or training costs back.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Deductions from wages',
      category: 'payment',
      what: 'The employer may deduct sums from the wages, or claim pay, bonuses or training costs back.',
      why: 'Wages that were earned can shrink for reasons that the employer judges alone, often just when the job ends.',
      ask: 'Ask that only sums that are undisputed or agreed in writing are deducted, in instalments, and that training costs shrink from month to month.',
      appliesTo: ['employment'],
      types: [],
      policy: z.object({}),
      judged: judged['wage-deductions'],
      find,
    }),
  }),
});
