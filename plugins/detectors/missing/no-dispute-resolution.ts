import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds contracts that do not say how and where disputes are settled. */
export const plugin = definePlugin({
  name: 'no-dispute-resolution',
  version: '1.0.0',
  summary: 'Finds contracts that do not say how and where disputes are settled.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No way to settle disputes',
      category: 'disputes',
      what: 'The contract names neither a court nor an arbitrator, mediator or other procedure for disputes.',
      why: 'Each side can then choose its own court first, which may be far away and expensive for the other.',
      ask: 'Ask for one clause that says where disputes are heard, and for talks or mediation before that.',
      severity: { services: 'low', supply: 'low', distribution: 'low', licence: 'low', nda: 'low' },
      protection: {
        stated: [
          /\b(?:jurisdiction|venue|arbitra\w+|mediat\w+|disputes?|ombudsman|adjudicat\w+|tribunal|litigat\w+|forum|conciliation)\b/i,
          /\b(?:courts?|proceedings)\b.{0,60}\b(?:of|in|located|sitting|at)\b/i,
        ],
        sure: 0.93,
      },
      negotiated: true,
    }),
  }),
});
