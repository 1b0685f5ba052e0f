import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const terms =
  '(?:(?:these|this|the|our|its|such|any|such)\\s+(?:\\w+\\s+){0,3}?(?:terms|conditions|agreement|contract|policy|policies|rules|provisions|polic(?:y|ies)|wording|guidelines|by-?laws|handbook|benefits|manual|standards|procedures)|duties|place of work|working hours|hours of work)';
const changes = new RegExp(
  `^[^.;]{0,50}\\b(?:amend|change|modify|revise|vary|alter|update|supplement)\\w*\\b[^.;]{0,40}\\b${terms}\\b`,
  'i',
);
const bounded =
  /\b(?:by (?:mutual|written) agreement|written agreement|mutual\w*|(?:with|without) (?:the )?(?:prior )?(?:written )?(?:consent|approval|agreement)|signed by (?:both|the|each)|agreed (?:by|in writing|to)|only (?:by|in|with)|in writing signed|both parties|conform to (?:applicable )?law|required by (?:applicable )?law|prospectus|with respect to the sale|registration statement)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const text = wholeSentence(clauses, clause);
    if (clause.defines || bounded.test(text)) return [];
    const right = clause.statements.find(
      ({ modality, actor, predicate }) =>
        modality === 'right' &&
        isOneSide(actor, document.parties) &&
        changes.test(predicate) &&
        !/^\W*(?:also )?(?:require|agree|be (?:entitled|established))/i.test(predicate),
    );
    if (!right?.actor) return [];
    const own =
      /^[^.;]{0,60}\bits (?:own )?(?:\w+ ){0,2}(?:terms|polic|rules|standards|procedures|guidelines|manual)/i.test(
        right.predicate,
      );
    const leave = /\b(?:terminate|cancel|end|leave|object|reject)\b/i.test(text);
    const who = listed(namesOf(right.actor), 'one side');
    return [
      {
        clauses: [clause],
        severity: own || leave ? 'medium' : 'high',
        reasons: [
          `${who} may change the terms alone.`,
          leave
            ? 'The other side may leave or object when that happens.'
            : 'Nothing here lets the other side refuse or leave.',
        ],
        hurts: othersThan(document, right.actor),
      },
    ];
  });

/** Finds rights of one side to change the terms. */
export const plugin = definePlugin({
  name: 'unilateral-amendment',
  version: '1.0.0',
  summary: 'Finds rights of one side to change the terms.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Terms can be changed by one side',
      category: 'performance',
      what: 'One side may change the terms of the contract, or rules that are part of it, without the other’s agreement.',
      why: 'What was read and signed may not be what applies next year.',
      ask: 'Ask that changes need the agreement of both sides, or at least long notice and a right to leave before they apply.',
      types: [],
      policy: z.object({}),
      judged: judged['unilateral-amendment'],
      find,
    }),
  }),
});
