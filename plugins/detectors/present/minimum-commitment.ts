import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const named =
  /\bminimum\b[^.;]{0,40}\b(?:purchase|order(?:s|ed)?|quantit(?:y|ies)|volumes?|commitments?|guarantee[sd]?|royalt(?:y|ies)|payments?|spend|sales|revenues?|take|number of (?:units|products))\b|\b(?:annual|yearly|quarterly|monthly|minimum) (?:minimum|commitment)\b|\btake[- ]or[- ]pay\b|\bguaranteed minimum\b/i;
const counted =
  /\b(?:at least|not less than|no less than|no fewer than|a minimum of)\b[^.;]{0,60}\b(?:units?|pounds|tons?|tonnes|kilograms?|litres?|gallons?|cases|barrels|pieces|copies|licen[cs]es|users|seats|hours|dollars|euros|[$£€]|percent|%|per cent)/i;
const buys =
  /\b(?:purchase|buy|order|take|pay|guarantee|commit|sell|spend|acquire|meet|achieve|maintain|generate|subscribe)\b/i;
const otherwise =
  /\b(?:insurance|coverage|minimum wage|net worth|minimum (?:advertised|resale|standards?|requirements?|notice|rate of interest|safety|qualif\w+|staff\w*|specifications?|rating|balance|time|hours of operation|temperature)|inventory|stock of|lead time|shelf life|liabilit|not (?:be )?(?:obligated|required|obliged)|not otherwise (?:obligated|required)|no (?:minimum|obligation|guarantee)|without (?:any )?minimum|advertis\w+ (?:contribution|fund)|customer's use of|order size|order quantities that)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || otherwise.test(text)) return [];
    const duty = clause.statements.find(
      ({ modality, actor, predicate }) =>
        (modality === 'duty' || modality === 'act') &&
        actor !== undefined &&
        buys.test(predicate.slice(0, 90)) &&
        (named.test(predicate) || counted.test(predicate.slice(0, 200))),
    );
    if (!duty?.actor || !isOneSide(duty.actor, document.parties)) return [];
    const who = listed(namesOf(duty.actor), 'one side');
    const shortfall =
      /\b(?:shortfall|difference|deficien\w+|fails? to (?:meet|purchase|order|achieve)|regardless|whether or not|take[- ]or[- ]pay)\b/i.test(
        text,
      );
    return [
      {
        clauses: [clause],
        severity: shortfall ? 'high' : 'medium',
        reasons: [
          `A minimum is due from ${who}, whether it is needed or not.`,
          ...(shortfall ? ['What is missing has to be paid, or has consequences.'] : []),
        ],
        hurts: namesOf(duty.actor),
      },
    ];
  });

/** Finds promises to buy, sell or pay a minimum. */
export const plugin = definePlugin({
  name: 'minimum-commitment',
  version: '1.0.0',
  summary: 'Finds promises to buy, sell or pay a minimum.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Minimum commitment',
      category: 'payment',
      what: 'Somebody has to buy, sell or pay at least a stated amount, whatever business brings.',
      why: 'When demand falls the minimum has to be paid all the same, and missing it can cost rights or the contract.',
      ask: 'Ask for a forecast that does not bind in place of the minimum, or for a lower one that falls when the other side delivers late or the market changes.',
      types: ['minimum-commitment'],
      policy: z.object({}),
      judged: judged['minimum-commitment'],
      find,
    }),
  }),
});
