import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { durationsIn } from '../../../core/reading/durations.ts';
import { judged } from '../shared/judged.ts';
import { presentDetector, type Reading, type Seen } from '../shared/present.ts';
import { employees } from '../shared/roles.ts';

const unpaid =
  /\b(?:no (?:additional |extra |further )?(?:overtime|remuneration|pay(?:ment)?|compensation)\b[^.;]{0,60}\b(?:overtime|paid|hours|payable|due)|(?:salary|remuneration|pay) (?:\w+ ){0,3}(?:covers?|includes?|compensates?)\b[^.;]{0,80}\b(?:hours|overtime)|overtime\b[^.;]{0,60}\b(?:not (?:be )?(?:paid|compensated|payable)|without (?:extra |additional |further )?(?:pay|remuneration|compensation)|unpaid)|(?:without|no) (?:further|additional|extra) (?:pay|remuneration|compensation)[^.;]{0,60}\bhours|hours[^.;]{0,80}\bwithout (?:further|additional|extra) (?:pay|remuneration|compensation)|no overtime is paid)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    if (clause.defines || !unpaid.test(clause.text)) return [];
    const limited = durationsIn(clause.text).some(({ unit }) => unit === 'hour') && /\bup to\b/i.test(clause.text);
    return [
      {
        clauses: [clause],
        severity: limited ? 'low' : 'medium',
        reasons: [limited ? 'The number of hours is limited.' : 'Nothing limits how many hours.'],
        hurts: employees(document),
      },
    ];
  });

/** Finds work beyond the normal hours without pay. */
export const plugin = definePlugin({
  name: 'unpaid-overtime',
  version: '1.0.0',
  summary: 'Finds work beyond the normal hours without pay.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Unpaid overtime',
      category: 'payment',
      what: 'The salary covers work beyond the normal hours, without pay or time off.',
      why: 'The real wage for an hour can be far below what the contract seems to promise.',
      ask: 'Ask for pay or time off for hours beyond the normal week, or for a stated number of hours that the salary covers.',
      appliesTo: ['employment'],
      types: [],
      policy: z.object({}),
      judged: judged['unpaid-overtime'],
      find,
    }),
  }),
});
