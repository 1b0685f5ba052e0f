import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { around } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';
import { borrowers } from '../shared/roles.ts';

const due =
  /\b(?:(?:all|whole|entire|full|total|remaining|outstanding|unpaid|balance|principal|any) (?:\w+ ){0,6}(?:amounts?|sums?|balance|loan|debts?|principal|indebtedness|rent|fees?|instalments?|payments?|obligations)?\b[^.;]{0,100}\b(?:(?:shall|will|may) (?:\w+ ){0,3}(?:become|be|fall)|becomes?|falls?|is|are)\b[^.;]{0,40}\b(?:immediately|forthwith|at once)\b[^.;]{0,30}\b(?:due|payable)|\b(?:whole|entire|full|outstanding) (?:\w+ ){0,2}(?:balance|loan|debt|principal|sum|rent)\b[^.;]{0,30}\b(?:falls?|becomes?|is|shall be|will be) due\b|\baccelerat\w+\b[^.;]{0,120}\b(?:rent|debts?|principal|payments?|indebtedness|amounts?|balance|loan|obligations)|\b(?:declare|demand|call in|ask for|claim)\b[^.;]{0,80}\b(?:whole|entire|all|full|outstanding)\b[^.;]{0,60}\b(?:due|payable|loan|balance|at once|rent))\b/i;
const default_ =
  /\b(?:default\w*|breach\w*|fail\w*|late|overdue|miss(?:ed)?|insolven\w*|bankrupt\w*|not (?:paid|received)|unpaid|terminat\w+)\b/i;
const otherwise =
  /\b(?:vest\w*|options?|restricted stock|accelerated depreciation|either party|void upon|violate or|conflict with|pro-?rata|confidential\w*|licen[cs]es? shall|development|timeline|regulatory)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !due.test(text) || !default_.test(around(clauses, clause, 1, 0)) || otherwise.test(text))
      return [];
    const holder = clause.statements.find(
      ({ modality, actor }) => (modality === 'right' || modality === 'act') && isOneSide(actor, document.parties),
    )?.actor;
    const debtor = clause.statements.find(
      ({ modality, actor }) => modality === 'duty' && isOneSide(actor, document.parties),
    )?.actor;
    const future =
      /\b(?:remaining|balance|rest|whole|entire|principal|loan|accelerat\w+|for the \w+ (?:\(\d+\) )?months)\b/i.test(
        text,
      );
    const warned = /\b(?:notice|reminder|days?|warning)\b/i.test(around(clauses, clause, 1, 0));
    return [
      {
        clauses: [clause],
        severity: future && !warned ? 'high' : 'medium',
        reasons: [warned ? 'There is some notice or time before it.' : 'No notice and no time to pay are stated here.'],
        hurts: holder
          ? othersThan(document, holder)
          : debtor
            ? namesOf(debtor)
            : document.kind === 'loan'
              ? borrowers(document)
              : [],
      },
    ];
  });

/** Finds debts that fall due at once after a default. */
export const plugin = definePlugin({
  name: 'acceleration',
  version: '1.0.0',
  summary: 'Finds debts that fall due at once after a default.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Everything due at once',
      category: 'payment',
      what: 'After a default the whole sum that is still owed falls due at once.',
      why: 'One missed payment can call in years of debt, just when money is short.',
      ask: 'Ask for notice and time to pay what is late first, and that only a serious or repeated default counts.',
      types: [],
      policy: z.object({}),
      judged: judged.acceleration,
      find,
    }),
  }),
});
