import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds confidentiality agreements that do not say how long information is kept confidential. */
export const plugin = definePlugin({
  name: 'nda-no-term',
  version: '1.0.0',
  summary: 'Finds confidentiality agreements that do not say how long information is kept confidential.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No end to confidentiality',
      category: 'termination',
      what: 'The agreement does not say how long the information has to be kept confidential.',
      why: 'One side may then be bound for ever, and the other cannot say from when it is free to use what it has learned.',
      ask: 'Ask for a period, three to five years after disclosure are usual, and for trade secrets as long as they are secret.',
      severity: { nda: 'low' },
      protection: {
        stated: [
          /\b(?:(?:\d+\)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen) (?:years?|months?)|years? (?:from|after|following)|perpetu\w+|indefinite\w*|as long as|so long as|until|for ever|forever|at any time|surviv\w+|expir\w+|no limit)\b/i,
        ],
        sure: 0.93,
      },
    }),
  }),
});
