import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** What the borrower owes. */
const owed =
  /\b(?:shall|must|will|agrees? to|promises? to) (?:re)?pay\b.{0,120}\b(?:loan|principal|instal\w+|lender|amount lent)\b|\b(?:number|amount) of (?:monthly )?(?:payments|the loan)\b/i;

/** Finds loans that cannot be repaid before they are due. */
export const plugin = definePlugin({
  name: 'no-early-repayment',
  version: '1.0.0',
  summary: 'Finds loans that cannot be repaid before they are due.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No right to repay early',
      category: 'payment',
      what: 'The loan does not say that it can be repaid before it is due.',
      why: 'You may then have to pay interest until the end, even when you have the money to repay.',
      ask: 'Ask for the right to repay at any time, in whole or in part, and for a limit on what that costs.',
      hurts: /^(?:the )?borrowers?$/i,
      severity: { loan: 'medium' },
      protection: {
        stated: [
          /\bpre-?pa(?:y|ys|id|yment|yments|ying)\b|\bearly (?:repayment|settlement)\b|\bredeem\w*|\bredemption\b/i,
          /\b(?:repa(?:y|id|yment)|settle\w*|pa(?:y|id) off)\b.{0,120}\b(?:early|earlier|before|ahead|at any time|sooner)\b/i,
          /\b(?:early|earlier|before (?:it is|they are) due|at any time)\b.{0,120}\b(?:repa(?:y|id|yment)|settle\w*)\b/i,
        ],
        sure: 0.93,
      },
      matters: (document) => {
        const evidence = unitsWith(document, owed);
        return evidence.length === 0 ? undefined : { evidence, reason: 'A sum is lent and has to be repaid.' };
      },
    }),
  }),
});
