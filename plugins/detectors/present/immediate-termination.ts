import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';
import { wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, ofOneSide, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';
import { endings } from '../shared/termination.ts';

const policy = z.object({
  least_cure_days: z
    .number()
    .min(0)
    .default(10)
    .describe('Less time than this to put a breach right before the contract may be ended is short.'),
});

const breach =
  /\b(?:breach\w*|default\w*|fail(?:s|ed|ure)?|violat\w+|non-?(?:payment|compliance|performance)|does not (?:pay|comply|perform)|unpaid|not paid)\b/i;
const atOnce =
  /\b(?:immediate(?:ly)?|forthwith|at once|summar(?:y|ily)|without (?:any )?(?:prior |further )?(?:written )?(?:notice|warning|delay)|with immediate effect)\b/i;
const cure =
  /\b(?:cure[ds]?|curing|remed(?:y|ied|ies)|rectif\w+|correct(?:ed|s)?|put(?:ting)? (?:it |that |the breach )?right|make good|grace)\b/i;
const otherGround =
  /\b(?:insolven\w*|bankrupt\w*|receiver\w*|liquidat\w+|convict\w*|fraud\w*|crim(?:e|inal)\w*|felony|gross(?:ly)? (?:negligence|misconduct)|wil?lful|dishonest\w*|illegal\w*|death|material(?:ly)?|serious(?:ly)?|fundamental\w*|repeated\w*|persistent\w*|bribery|licen[cs]e (?:is )?revoked)\b/i;

const find = ({
  document,
  clauses,
  policy: { least_cure_days },
}: Reading<z.output<typeof policy>>): readonly Seen[] => {
  const rights = endings(clauses).filter(({ clause, statement }) => {
    const text = wholeSentence(clauses, clause);
    return breach.test(text) && statement.actor !== undefined;
  });
  return ofOneSide(document, rights).flatMap(({ clause, statement, actor }): readonly Seen[] => {
    const text = wholeSentence(clauses, clause);
    const who = listed(namesOf(actor), 'one side');
    const period = durationsIn(text).find(({ start, end }) =>
      cure.test(text.slice(Math.max(0, start - 120), end + 120)),
    );
    const base = { clauses: [clause], hurts: othersThan(document, actor) };
    if (period) {
      return inDays(period) >= least_cure_days
        ? []
        : [
            {
              ...base,
              severity: 'medium',
              reasons: [
                `A breach has to be put right within ${writeDuration(period)}; the policy asks for at least ${least_cure_days} days.`,
                `The right is that of ${who} alone.`,
              ],
            },
          ];
    }
    const sentence = text.slice(statement.start);
    if (!atOnce.test(sentence) || cure.test(sentence) || otherGround.test(sentence)) return [];
    return [
      { ...base, severity: 'high', reasons: [`${who} may end it at once for a breach, without time to put it right.`] },
    ];
  });
};

/** Finds rights of one side to end a contract at once, or after too short a time to put a breach right. */
export const plugin = definePlugin({
  name: 'immediate-termination',
  version: '1.0.0',
  summary: 'Finds rights of one side to end a contract at once, or after too short a time to put a breach right.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Termination without time to cure',
      category: 'termination',
      what: 'One side may end the contract for a breach at once, or gives the other only a few days to put it right.',
      why: 'A small slip, such as a late payment, can cost the whole contract before anybody notices it.',
      ask: 'Ask for written notice of the breach and thirty days to put it right, and for the right to be limited to material breaches.',
      types: [],
      policy,
      judged: judged['immediate-termination'],
      find,
    }),
  }),
});
