import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

const price = /(?:[$€£]|\b(?:USD|EUR|GBP)\b)\s?\d|\b(?:fees?|prices?|charges?|remuneration)\b/i;

/** Finds contracts with a price that do not say when it is due. */
export const plugin = definePlugin({
  name: 'no-payment-terms',
  version: '1.0.0',
  summary: 'Finds contracts with a price that do not say when it is due.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No due date for payment',
      category: 'payment',
      what: 'There is something to pay, and the contract does not say by when.',
      why: 'Whoever pays can then be in default without knowing it, and whoever is to be paid cannot say that it is late.',
      ask: 'Ask for a due date: so many days after the invoice, after delivery, or a day of each month.',
      severity: { services: 'medium', supply: 'medium' },
      protection: {
        stated: [
          /\b(?:pay|pays|paid|payable|payments?|due|invoice[sd]?|bill(?:ed|s)?|remit\w*|reimburse\w*|fees?|price|compensat\w+|commissions?|salary|stipend|retainer)\b.{0,160}\b(?:days?|weekly|monthly|month|annual(?:ly)?|year|quarter(?:ly)?|receipt|advance|upon|on delivery|signing|execution|promptly|immediately|each|every|when)\b/i,
          /\b(?:days?|month|receipt|upon|quarter|year|within)\b.{0,160}\b(?:pay|paid|payable|payments?|invoice[sd]?)\b/i,
        ],
        sure: 0.9,
      },
      matters: (document) => {
        const evidence = unitsWith(document, price);
        return evidence.length === 0 ? undefined : { evidence, reason: 'It names a price or a fee.' };
      },
    }),
  }),
});
