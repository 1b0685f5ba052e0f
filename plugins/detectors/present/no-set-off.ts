import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const barred =
  /\b(?:without (?:any )?(?:\w+,? (?:or )?){0,4}(?:set[- ]?off|deduction|counterclaim|abatement|withholding)|(?:may|shall|will|must) not (?:\w+ ){0,3}(?:set off|set-off|offset|deduct|withhold|reduce)|no (?:right (?:of|to) )?(?:set[- ]?off|deduction|offset|abatement)|waives? (?:any |all )?rights? (?:of|to) (?:set[- ]?off|deduct))\b/i;
const taxes =
  /\b(?:tax(?:es)?|withholding (?:tax|of)|for (?:or on account of )?any (?:present|future)|consent|approval|conditioned|social security|independent contractor|delayed|information|disclos\w+)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (
      clause.defines ||
      !barred.test(text) ||
      taxes.test(text) ||
      !/\b(?:pay\w*|paid|sums?|amounts?|rent|fees?|claims?|price|invoices?)\b/i.test(text)
    )
      return [];
    const payer = clause.statements.find(
      ({ modality, actor }) =>
        (modality === 'duty' || modality === 'prohibition' || modality === 'act') && isOneSide(actor, document.parties),
    )?.actor;
    const some = /\b(?:unless|except|undisputed|finally (?:decided|determined)|agreed|court)\b/i.test(text);
    if (!payer) return [];
    return [
      {
        clauses: [clause],
        severity: some ? 'low' : 'medium',
        reasons: [some ? 'There is an exception.' : 'There is no exception.'],
        hurts: namesOf(payer),
      },
    ];
  });

/** Finds duties to pay in full without set-off. */
export const plugin = definePlugin({
  name: 'no-set-off',
  version: '1.0.0',
  summary: 'Finds duties to pay in full without set-off.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Payment without set-off',
      category: 'payment',
      what: 'Somebody has to pay in full, without deducting what the other side owes or has delivered badly.',
      why: 'The only lever against bad performance is given away: the money has to be paid first and claimed back later.',
      ask: 'Ask to be allowed to hold back sums that are disputed in good faith, and to set off claims that are undisputed or decided.',
      types: [],
      policy: z.object({}),
      judged: judged['no-set-off'],
      find,
    }),
  }),
});
