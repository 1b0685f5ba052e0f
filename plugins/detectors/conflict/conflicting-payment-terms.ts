import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { conflictDetector } from '../shared/conflict.ts';
import { contradictionsIn } from '../shared/stated.ts';

/** Finds contracts that state two times for payment of an invoice. */
export const plugin = definePlugin({
  name: 'conflicting-payment-terms',
  version: '1.0.0',
  summary: 'Finds contracts that state two times for payment of an invoice.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Two times for payment',
      category: 'payment',
      what: 'One passage says that invoices are due after so many days, another says otherwise.',
      why: 'You may be in default by the one and in time by the other, and interest or a suspension may hang on it.',
      ask: 'Ask that one of the two is deleted.',
      policy: z.object({}),
      find: ({ document }) =>
        contradictionsIn(document, ['payment']).map(([one, other]) => ({
          places: [one, other].map(({ unit: { start, end } }) => ({ start, end, document })),
          reason: `One passage says ${one.words}, another ${other.words}.`,
          severity: 'medium',
          sure: 0.75,
        })),
    }),
  }),
});
