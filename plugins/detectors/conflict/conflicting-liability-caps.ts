import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { conflictDetector } from '../shared/conflict.ts';
import { contradictionsIn } from '../shared/stated.ts';

/** Finds contracts that state two limits of the same liability. */
export const plugin = definePlugin({
  name: 'conflicting-liability-caps',
  version: '1.0.0',
  summary: 'Finds contracts that state two limits of the same liability.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Two limits of liability',
      category: 'liability',
      what: 'Two passages limit the same liability, to different sums.',
      why: 'After a loss each side will rely on the sum that suits it.',
      ask: 'Ask that one of the two is deleted, or that each says what it covers.',
      policy: z.object({}),
      find: ({ document }) =>
        contradictionsIn(document, ['liability-cap']).map(([one, other]) => ({
          places: [one, other].map(({ unit: { start, end } }) => ({ start, end, document })),
          reason: `One passage limits liability to ${one.words}, another to ${other.words}.`,
          severity: 'high',
          sure: 0.7,
        })),
    }),
  }),
});
