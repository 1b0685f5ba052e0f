import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** A right to end the contract because of what the other side did. */
const ended =
  /\b(?:terminat\w+|cancel(?:led|s|lation)?|rescind|forfeit\w*|re-?enter)\b.{0,160}\b(?:breach\w*|default\w*|fail(?:s|ed|ure)?|violat\w+|non-?payment)\b|\b(?:breach\w*|default\w*|fail(?:s|ed|ure)|violat\w+|non-?payment)\b.{0,160}\b(?:terminat\w+|cancel(?:led|s|lation)?|rescind|forfeit\w*)\b/i;

/** Finds contracts that can be ended for a breach without time to put it right. */
export const plugin = definePlugin({
  name: 'no-cure-period',
  version: '1.0.0',
  summary: 'Finds contracts that can be ended for a breach without time to put it right.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No time to put a breach right',
      category: 'termination',
      what: 'The contract can be ended for a breach, but gives no time to put the breach right first.',
      why: 'A late payment or a small mistake can then cost the whole contract from one day to the next.',
      ask: 'Ask for a written warning and a time, 30 days are usual, within which the breach can be put right before anyone may terminate.',
      severity: { services: 'medium', supply: 'medium', distribution: 'medium', licence: 'medium', lease: 'medium' },
      protection: {
        stated: [
          /\b(?:un)?cur(?:e|ed|es|ing|able)\b|\bremed(?:y|ied|ying|iable)\b|\brectif\w+|\bput right\b|\bgrace\b|\breminders?\b|\bmake good\b/i,
          /\bcorrect(?:ed|s|ing)?\b.{0,80}\b(?:within|days)\b/i,
          /\b(?:breach|default|fail\w*|overdue|unpaid|late|arrears)\b.{0,160}\b(?:after|within|following|upon|for|than)\b.{0,40}\b(?:days?|weeks?|months?)\b/i,
          /\b(?:days?|weeks?|months?)\b.{0,120}\b(?:breach|default|fail\w*|overdue|unpaid|arrears)\b/i,
        ],
        sure: 0.9,
      },
      matters: (document) => {
        const evidence = unitsWith(document, ended);
        return evidence.length === 0
          ? undefined
          : { evidence, reason: 'It lets a party end the contract for a breach or a default.' };
      },
    }),
  }),
});
