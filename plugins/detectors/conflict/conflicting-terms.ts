import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { conflictDetector } from '../shared/conflict.ts';
import { contradictionsIn } from '../shared/stated.ts';

/** Finds contracts that state two terms. */
export const plugin = definePlugin({
  name: 'conflicting-terms',
  version: '1.0.0',
  summary: 'Finds contracts that state two terms.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Two terms',
      category: 'termination',
      what: 'One passage says that the contract lasts so long, another says otherwise.',
      why: 'It is open how long you are bound, and when a notice has to be given.',
      ask: 'Ask that one of the two is deleted, and for the day on which the contract ends.',
      policy: z.object({}),
      find: ({ document }) =>
        contradictionsIn(document, ['term']).map(([one, other]) => ({
          places: [one, other].map(({ unit: { start, end } }) => ({ start, end, document })),
          reason: `One passage says ${one.words}, another ${other.words}.`,
          severity: 'high',
          sure: 0.75,
        })),
    }),
  }),
});
