import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { judged } from '../shared/judged.ts';
import {
  listed,
  namesOf,
  ofOneSide,
  othersThan,
  presentDetector,
  type Reading,
  type Seen,
  said,
} from '../shared/present.ts';

const chooses =
  /^[^.;]{0,160}\b(?:bring|commence|institute|initiate|elect|choose|select|submit|refer|seek|sue|enforce|require)\b[^.;]{0,200}\b(?:court|arbitrat\w+|jurisdiction|venue|forum)s?\b/i;
const free =
  /\b(?:any (?:other )?(?:court|jurisdiction|competent)|at its (?:sole )?(?:option|election|discretion)|in its (?:sole )?discretion|elsewhere|of its choice|where(?:ver)? (?:it|the other)|or in any)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  ofOneSide(
    document,
    said(
      clauses,
      ({ modality, predicate }, { text }) =>
        modality === 'right' &&
        chooses.test(predicate) &&
        free.test(predicate) &&
        !/\b(?:injuncti\w+|equitable relief|intellectual property|provisional|interim|confidential\w*)\b/i.test(text),
    ),
  ).map(({ clause, actor }) => ({
    clauses: [clause],
    severity: 'medium',
    reasons: [`Only ${listed(namesOf(actor), 'one side')} may choose where a dispute is decided.`],
    hurts: othersThan(document, actor),
  }));

/** Finds rights of one side to choose where a dispute is decided. */
export const plugin = definePlugin({
  name: 'one-sided-forum',
  version: '1.0.0',
  summary: 'Finds rights of one side to choose where a dispute is decided.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'One side chooses the court',
      category: 'disputes',
      what: 'One side may choose the court or arbitration, or sue anywhere, while the other is tied to one place.',
      why: 'The side that is tied has to sue and to defend itself where the other likes, at its own cost.',
      ask: 'Ask for the same courts for both sides, or for those where whoever is sued has its seat.',
      types: [],
      policy: z.object({}),
      judged: judged['one-sided-forum'],
      find,
    }),
  }),
});
