import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const held =
  '(?:security deposit|deposit|prepayment|advance payment|down payment|retainer|registration fee|joining fee|reservation fee|booking fee|franchise fee|initial fee|licen[cs]e fee|fees? (?:paid|already)|amounts? (?:paid|already)|(?:milestone |advance |annual |upfront )payments?|premium)';
const kept = new RegExp(
  `\\b${held}s?\\b[^.;]{0,120}\\b(?:non-?refundable|not (?:be )?(?:refund\\w*|return\\w*|repaid)|never (?:refund\\w*|return\\w*)|is (?:kept|forfeit\\w*|retained)|(?:shall|will) be (?:forfeit\\w*|kept|retained)|forfeit\\w*|otherwise it is kept)\\b|\\bnon-?refundable\\s+(?:\\w+\\s+){0,4}?(?:deposit|fee|payment|sum|amount|premium|retainer)s?\\b|\\b(?:forfeit\\w*|(?:shall|will|may) (?:retain|keep))\\s+(?:\\w+\\s+){0,4}?(?:security deposit|deposit|prepayment|down payment|retainer|fees? (?:paid|received)|premium)\\b(?! materials)`,
  'i',
);
const deposit = /\b(?:deposit|down payment|retainer|prepayment|advance payment)\b/i;
const otherwise =
  /\b(?:not (?:be )?(?:non-?refundable|forfeit)|may not (?:keep|retain)|escrow deposit|deposit (?:with|in) (?:the|a) (?:bank|court|mail)|united states mail|certificate of deposit|depositary|bank deposits?|unvested|shares|options|stock|holiday|vacation|leave|temporarily)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !kept.test(text) || otherwise.test(text)) return [];
    const payer = clause.statements.find(
      ({ modality, actor, predicate }) =>
        (modality === 'duty' || modality === 'act') &&
        isOneSide(actor, document.parties) &&
        /^[^.;]{0,60}\b(?:pay|deposit|forfeit|provide|deliver)/i.test(predicate),
    )?.actor;
    const keeper = clause.statements.find(
      ({ modality, actor, predicate }) =>
        (modality === 'right' || modality === 'act') &&
        isOneSide(actor, document.parties) &&
        /^[^.;]{0,40}\b(?:keep|retain)/i.test(predicate),
    )?.actor;
    const whole = deposit.test(text) && !/\b(?:if|unless|where|in case|upon|otherwise)\b/i.test(text);
    return [
      {
        clauses: [clause],
        severity: whole ? 'high' : deposit.test(text) ? 'medium' : 'low',
        reasons: [
          whole
            ? 'It is kept whatever happens.'
            : deposit.test(text)
              ? 'It is kept under the conditions that are stated.'
              : 'What was paid is not returned.',
        ],
        hurts: payer ? namesOf(payer) : keeper ? othersThan(document, keeper) : [],
      },
    ];
  });

/** Finds deposits and payments that are not returned. */
export const plugin = definePlugin({
  name: 'deposit-forfeiture',
  version: '1.0.0',
  summary: 'Finds deposits and payments that are not returned.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Deposit or payment that is not returned',
      category: 'payment',
      what: 'A deposit or a payment in advance is kept, for little or for no reason.',
      why: 'The money is gone even where nothing was damaged, or nothing was delivered for it.',
      ask: 'Ask for the deposit back within a stated time, less proven damage and unpaid sums, with a list and receipts.',
      types: [],
      policy: z.object({}),
      judged: judged['deposit-forfeiture'],
      find,
    }),
  }),
});
