import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { inDays, writeDuration } from '../../../core/reading/durations.ts';
import { wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { tailOf } from '../shared/periods.ts';
import { listed, namesOf, ofOneSide, presentDetector, type Reading, type Seen, said } from '../shared/present.ts';

const policy = z.object({
  longest_months: z
    .number()
    .min(0)
    .default(12)
    .describe('A ban that lasts more months than this after the end is long.'),
});

const solicits =
  /\b(?:solicit\w*|entic\w+|induc\w+|poach\w*|recruit\w*|hire|hiring|(?:offer\w*|provid\w+) employment|employ(?!e)|engage the services|canvass\w*|approach|divert\w*)\b/i;
const people =
  /\b(?:employees?|staff|personnel|workers?|contractors?|consultants?|(?:customer|client|supplier|account)s?|agents?|officers?|franchisees?|members?|owners?|managers?)\b/i;
const otherwise =
  /\b(?:prox(?:y|ies)|shareholders?|stockholders?|bribe\w*|gifts?|tender offer|securities|orders outside|gratuit\w+|customers? outside|sales outside|unauthori[sz]ed)\b/i;

const find = ({ document, clauses, policy: { longest_months } }: Reading<z.output<typeof policy>>): readonly Seen[] => {
  const bans = said(
    clauses,
    ({ modality, predicate }, { text }) =>
      modality === 'prohibition' &&
      solicits.test(predicate.slice(0, 200)) &&
      !/^\W*use\b/i.test(predicate) &&
      people.test(predicate.slice(0, 260)) &&
      !/\binduce the Company\b|\bbe required to hire\b|\bwithout (?:first )?(?:receiving |obtaining )?(?:our|the)\b[^.;]{0,20}\bapproval/i.test(
        text,
      ) &&
      !otherwise.test(text) &&
      !/^\W*(?:be )?(?:employ|engage|hire)[^.;]{0,30}\b(?:any|sub)?\s*(?:sub)?contractors?\b/i.test(predicate),
  );
  return ofOneSide(document, bans).map(({ clause, statement, actor }) => {
    const tail = tailOf(wholeSentence(clauses, clause));
    const long = tail !== undefined && inDays(tail) > longest_months * 30.5;
    const customers = /\b(?:customer|client|account)s?\b/.test(statement.predicate);
    return {
      clauses: [clause],
      severity: long ? 'high' : customers ? 'medium' : 'low',
      reasons: [
        `It binds only ${listed(namesOf(actor), 'one side')}.`,
        ...(tail === undefined
          ? []
          : [
              `It lasts for ${writeDuration(tail)} after the end; ${long ? 'the policy asks for at most' : 'within the policy’s'} ${longest_months} months.`,
            ]),
        ...(customers ? ['It covers customers, not only staff.'] : []),
      ],
      hurts: isOneSide(actor, document.parties) ? namesOf(actor) : [],
    };
  });
};

/** Finds one-sided promises not to win over the other side’s staff or customers. */
export const plugin = definePlugin({
  name: 'non-solicit',
  version: '1.0.0',
  summary: 'Finds one-sided promises not to win over the other side’s staff or customers.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'One-sided ban on soliciting',
      category: 'competition',
      what: 'One side promises not to hire the other’s people or not to approach its customers, and gets no such promise in return.',
      why: 'It limits whom one may hire or serve after the contract, even where they come of their own accord.',
      ask: 'Ask for the same promise from the other side, for at most twelve months, and for an exception for people who answer a public advertisement.',
      types: ['no-solicit-of-employees', 'no-solicit-of-customers'],
      policy,
      judged: judged['non-solicit'],
      find,
    }),
  }),
});
