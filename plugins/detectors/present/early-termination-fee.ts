import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const fee =
  /\b(?:early[- ](?:termination|exit|cancellation|repayment|leaving|settlement)|termination|cancellation|cancelation|exit|break|leaving|disconnection|kill|reletting) (?:fee|charge|payment|penalty|amount)\b|\b(?:fees?|charges?|rent|instalments?|payments?|amounts?|price|membership)\b[^.;]{0,60}\bfor the (?:(?:rest|remainder|balance) of the (?:\w+ )?(?:term|period|contract)|remaining)|\b(?:remaining|outstanding|rest of the) (?:\w+ ){0,3}(?:fees|charges|instalments|payments|months)|\bfor the months that remain\b|\b(?:end|terminate|cancel|leave)\b[^.;]{0,160}\b(?:on|upon|against) payment of\b[^.;]{0,40}\b(?:fee|charge|sum|amount)\b/i;
const early =
  /\b(?:terminat\w+|cancel\w*|end(?:s|ed|ing)?|leav\w+|early|withdraw\w*|repay\w*|before (?:the )?(?:end|expiry|minimum))\b/i;
const pays = /\b(?:pay(?:s|able|ment)?|owe|charge[ds]?|claim|liable|due|forfeit\w*)\b/i;
const otherwise =
  /\b(?:no (?:\w+ ){0,2}(?:termination|cancellation|exit|early) (?:fee|charge|penalty)|without (?:any )?(?:\w+ ){0,3}(?:fee|charge|penalty|cost)|free of charge|shall not be (?:liable|required|charged)|(?:will|is|are) not (?:be )?(?:charged|payable)|refund\w*)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    const match = fee.exec(text);
    if (clause.defines || !match || otherwise.test(text) || !early.test(text) || !pays.test(text)) return [];
    const payer = clause.statements.find(
      ({ modality, predicate }) =>
        (modality === 'duty' || modality === 'act') && /^[^.;]{0,60}\b(?:pay|owe|be liable|reimburse)/i.test(predicate),
    )?.actor;
    const taker = clause.statements.find(
      ({ modality, predicate }) =>
        (modality === 'right' || modality === 'act') && /^[^.;]{0,60}\b(?:charge|claim)/i.test(predicate),
    )?.actor;
    const leaver = clause.statements.find(
      ({ modality, predicate }) =>
        modality === 'right' && /^[^.;]{0,40}\b(?:end|terminate|cancel|leave)/i.test(predicate),
    )?.actor;
    const leaves = payer ?? (taker === undefined ? leaver : undefined);
    const hurts = isOneSide(leaves, document.parties)
      ? namesOf(leaves)
      : taker && isOneSide(taker, document.parties)
        ? othersThan(document, taker)
        : [];
    if (payer === undefined && taker === undefined && leaver === undefined) return [];
    const all =
      /\b(?:all|full|entire|100)\b[^.;]{0,60}\b(?:remain|rest|balance|remainder)|\bremain\w* (?:fees|charges|payments|instalments)|\bfor the (?:rest|remainder|balance)/i.test(
        wholeSentence(clauses, clause),
      );
    return [
      {
        clauses: [clause],
        severity: all ? 'high' : 'medium',
        reasons: [
          all
            ? `Leaving early costs ${listed(hurts, 'whoever leaves')} what would have been due until the end.`
            : `Leaving early costs ${listed(hurts, 'whoever leaves')} a fee.`,
        ],
        hurts,
      },
    ];
  });

/** Finds fees for ending a contract early. */
export const plugin = definePlugin({
  name: 'early-termination-fee',
  version: '1.0.0',
  summary: 'Finds fees for ending a contract early.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Fee for ending early',
      category: 'termination',
      what: 'Whoever ends the contract before its time has to pay a fee, or what would have been due until the end.',
      why: 'It makes leaving as dear as staying, even where the other side saves its costs.',
      ask: 'Ask for a fee that falls from month to month and never exceeds what the other side really loses, and for none where it is at fault or raises its prices.',
      types: ['liquidated-damages'],
      policy: z.object({}),
      judged: judged['early-termination-fee'],
      find,
    }),
  }),
});
