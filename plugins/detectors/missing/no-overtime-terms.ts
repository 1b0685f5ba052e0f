import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds contracts of employment that say nothing about hours of work or overtime. */
export const plugin = definePlugin({
  name: 'no-overtime-terms',
  version: '1.0.0',
  summary: 'Finds contracts of employment that say nothing about hours of work or overtime.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No rule for hours and overtime',
      category: 'payment',
      what: 'The contract states neither the hours of work nor what is paid for more of them.',
      why: 'Work in the evening and at weekends may then be expected without pay.',
      ask: 'Ask for normal hours, and for pay or time off for what goes beyond them.',
      hurts: /^(?:the )?(?:employee|executive|worker)$/i,
      severity: { employment: 'low' },
      protection: {
        stated: [
          /\bover-?time\b|\b(?:normal|regular|working|work|weekly|additional|extra|business|office) (?:working )?hours\b|\bhours (?:a|per|each|of) (?:week|day|work)\b|\bhours?\b.{0,60}\b(?:week|day)\b|\btime off in lieu\b|\bfull[- ](?:time|business time)\b|\bexempt\b|\bworking time\b/i,
        ],
        sure: 0.93,
      },
    }),
  }),
});
