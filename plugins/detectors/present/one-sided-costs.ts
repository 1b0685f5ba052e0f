import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, ofOneSide, presentDetector, type Reading, type Seen, said } from '../shared/present.ts';

const costs =
  /\b(?:attorney'?s?'?|legal|lawyer'?s?|solicitor'?s?|court|collection|litigation)(?:'|s)? (?:fees|costs|expenses|charges)|\bcosts of (?:collection|enforcement|recovery)/i;
const pays = /^[^.;]{0,120}\b(?:pay|reimburse|bear|be (?:liable|responsible)|owe|cover)\b/i;
const otherwise =
  /\b(?:prevailing|successful|losing|substantially prevails|wins?|indemnif\w+|hold harmless|its own|own (?:legal|attorneys)|defend|third[- ]party claim|either party|infring\w+|prosecut\w+|patent|audit|inspection|understatement|registration|at the request|enforcement action|fines|such action)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  ofOneSide(
    document,
    said(
      clauses,
      ({ modality, predicate }, { text }) =>
        modality === 'duty' && pays.test(predicate) && costs.test(predicate) && !otherwise.test(text),
    ),
  ).map(({ clause, actor }) => ({
    clauses: [clause],
    severity: 'medium',
    reasons: [`The other side’s costs fall on ${listed(namesOf(actor), 'one side')} alone, whoever is right.`],
    hurts: namesOf(actor),
  }));

/** Finds duties of one side to pay the other’s legal costs. */
export const plugin = definePlugin({
  name: 'one-sided-costs',
  version: '1.0.0',
  summary: 'Finds duties of one side to pay the other’s legal costs.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'One side pays the other’s legal costs',
      category: 'disputes',
      what: 'One side has to pay the other’s lawyers and collection costs, and gets nothing of the kind in return.',
      why: 'Whoever has to pay both lawyers cannot afford a dispute, even a good one.',
      ask: 'Ask that whoever loses pays, both ways, and only what is reasonable.',
      types: [],
      policy: z.object({}),
      judged: judged['one-sided-costs'],
      find,
    }),
  }),
});
