import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument } from '../../../core/ports/detector.ts';
import { moneyIn, multiplesIn, percentagesIn } from '../../../core/reading/amounts.ts';
import { type Actor, isOneSide } from '../../../core/reading/direction.ts';
import { mentionsIn } from '../../../core/reading/mentions.ts';
import { type Clause, wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const names =
  /\bliquidated damages\b|\b(?:contractual |agreed |lump[- ]sum |default )?penalt(?:y|ies) (?:of|for|in the amount|equal|amounting|fee|payment|charge)|\bpay\w*\b[^.;]{0,50}\b(?:a |as (?:a )?|the )?(?:contractual )?(?:penalty|fine|forfeit)\b|\bnot (?:as )?a penalty\b|\bagreed (?:compensation|damages)\b|\blate delivery (?:damages|penalt)|\bdelay damages\b/i;
const pays = /\b(?:pay|owe|be liable|credit|forfeit|compensate|reimburse|deduct)\w*\b/i;
const otherwise =
  /\b(?:tax(?:es)?|civil|criminal|statutory|government\w*|customs|penalty of perjury|without (?:the )?(?:any )?(?:penalty|payment of)|no penalty|free of penalt|interest and penalt|penalt(?:y|ies) (?:and|or) interest|fines (?:and|or|,)|fines?, penalt|penalties(?:,| and| or) (?:fines|interest|costs|taxes)|subject to (?:the )?penalties|early withdrawal|prepay\w* (?:penalt|without)|losses, )\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    if (clause.defines || !names.test(clause.text) || otherwise.test(clause.text)) return [];
    const text = wholeSentence(clauses, clause);
    const duty = clause.statements.find(
      ({ modality, predicate }) =>
        (modality === 'duty' || modality === 'right' || modality === 'act') && pays.test(predicate.slice(0, 200)),
    );
    if (!duty) return [];
    const payer =
      /^\W*(?:\w+\W+){0,4}?(?:pay|owe|be liable|credit|forfeit|compensate|reimburse)/i.test(duty.predicate) &&
      duty.modality !== 'right'
        ? duty.actor
        : undefined;
    const asked = payer === undefined ? askedToPay(clause, document) : payer;
    const hurts = asked && isOneSide(asked, document.parties) ? namesOf(asked) : [];
    const size = sizeOf(text);
    return [
      {
        clauses: [clause],
        severity:
          /\b(?:each|per|every) (?:day|week|breach|violation|occurrence|instance)/i.test(text) || size
            ? 'high'
            : 'medium',
        reasons: [
          size
            ? `It falls on ${listed(hurts, 'whoever is in breach')} to pay ${size}, whatever the loss is.`
            : `It falls on ${listed(hurts, 'whoever is in breach')} to pay an agreed sum, whatever the loss is.`,
        ],
        hurts,
      },
    ];
  });

/** Of whom payment may be asked: "may require the Buyer to pay". */
const askedToPay = ({ text }: Clause, { parties }: ReadDocument): Actor | undefined => {
  const asked = mentionsIn(text, parties).find(
    ({ start, end, either }) =>
      !either &&
      /\b(?:require|request|demand|ask|oblige)(?:s|d)?\s+(?:that\s+)?(?:the\s+)?$/i.test(
        text.slice(Math.max(0, start - 30), start),
      ) &&
      /^\s*(?:to\s+)?pay\b/i.test(text.slice(end)),
  );
  return asked && { parties: asked.parties, either: false };
};

/** The sum as the clause states it. */
const sizeOf = (text: string): string | undefined => {
  const found = moneyIn(text)[0] ?? multiplesIn(text)[0] ?? percentagesIn(text)[0];
  if (!found) return undefined;
  const written = text.slice(found.start, found.end).trim();
  return written.length <= 80 ? written : `${written.slice(0, written.lastIndexOf(' ', 80))} …`;
};

/** Finds agreed damages and penalties. */
export const plugin = definePlugin({
  name: 'liquidated-damages',
  version: '1.0.0',
  summary: 'Finds agreed damages and penalties.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Liquidated damages or penalty',
      category: 'performance',
      what: 'A breach costs a sum that the contract fixes beforehand, whatever loss it really causes.',
      why: 'The sum is due even where nobody has lost anything, and it can add up from day to day.',
      ask: 'Ask that the sum be the only remedy, that it be capped and in proportion to the loss, and that it is not due for delays that the other side causes.',
      types: ['liquidated-damages'],
      policy: z.object({}),
      judged: judged['liquidated-damages'],
      find,
    }),
  }),
});
