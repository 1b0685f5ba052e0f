import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { conflictDetector } from '../shared/conflict.ts';
import { contradictionsIn } from '../shared/stated.ts';

/** Finds contracts that state two periods of notice for the same thing. */
export const plugin = definePlugin({
  name: 'conflicting-notice-periods',
  version: '1.0.0',
  summary: 'Finds contracts that state two periods of notice for the same thing.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Two periods of notice',
      category: 'termination',
      what: 'The notice that ends the contract, or that keeps it from renewing, is stated twice, with different periods.',
      why: 'Whoever relies on the shorter period may be held to the longer one, and to another term of the contract.',
      ask: 'Ask that one of the two is deleted. Until then keep the longer one.',
      policy: z.object({}),
      find: ({ document }) =>
        contradictionsIn(document, ['exit-notice', 'renewal-notice']).map(([one, other]) => ({
          places: [one, other].map(({ unit: { start, end } }) => ({ start, end, document })),
          reason: `One passage asks for ${one.words} of notice, another for ${other.words}.`,
          severity: 'high',
          sure: 0.7,
        })),
    }),
  }),
});
