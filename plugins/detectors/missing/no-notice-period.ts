import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds contracts of employment and leases that do not say with how much notice they end. */
export const plugin = definePlugin({
  name: 'no-notice-period',
  version: '1.0.0',
  summary: 'Finds contracts of employment and leases that do not say with how much notice they end.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No period of notice',
      category: 'termination',
      what: 'The contract does not say how much notice is needed to end it.',
      why: 'You may then be given days where you expected months, or be held to more than you thought.',
      ask: 'Ask for a period of notice, the same for both sides or longer for you.',
      severity: { employment: 'medium', lease: 'low' },
      protection: {
        stated: [
          /\bnotice\b.{0,160}\b(?:days?|weeks?|months?|years?|immediate\w*)\b/i,
          /\b(?:days?|weeks?|months?|years?)\b.{0,80}\bnotice\b/i,
          /\bat[- ]will\b|\b(?:without|no) notice\b|\bfixed term\b/i,
        ],
        sure: 0.93,
      },
    }),
  }),
});
