import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** Kinds of loss for which nobody answers, which is no maximum. */
const excluded =
  /\b(?:liable|liability|waives?|excludes?|excluded)\b.{0,200}\b(?:consequential|indirect|incidental|punitive|exemplary|lost profits?|loss of profits?)\b/i;

/** Finds contracts that set no maximum to what a party may have to pay. */
export const plugin = definePlugin({
  name: 'no-liability-cap',
  version: '1.0.0',
  summary: 'Finds contracts that set no maximum to what a party may have to pay.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No limit on liability',
      category: 'liability',
      what: 'The contract sets no maximum to the damages that a party may owe the other.',
      why: 'A single mistake can then cost more than the whole contract is worth, and insurance may not cover it.',
      ask: 'Ask for a cap on each side’s liability, for example the fees of twelve months, with exceptions for intent, injury and what the law does not let you limit.',
      severity: { services: 'medium', supply: 'medium', distribution: 'medium', licence: 'medium' },
      protection: {
        stated: [
          /\bliabilit(?:y|ies)\b(?! (?:insurance|coverage|polic)).{0,220}\b(?:exceed|limited|capped|cap|maximum|greater than|more than|in excess of|no liability|unlimited|uncapped)\b/i,
          /\b(?:unlimited|uncapped|exceed|limit(?:ed|s|ation|ations)?|cap|maximum|aggregate|total|cumulative|entire)\b.{0,120}\b(?:liabilit(?:y|ies)|liable|damages)\b(?! (?:insurance|coverage|polic))/i,
          /\b(?:liable|responsible|damages|recover\w*)\b.{0,200}\b(?:exceed|in excess of|limited to|greater than|no more than|at most|up to)\b/i,
          /\bthe most (?:that )?(?:we|you|either)\b.{0,60}\b(?:pay|owe)\b/i,
        ],
        types: ['cap-on-liability'],
        sure: 0.95,
      },
      negotiated: true,
      matters: (document) => {
        const evidence = unitsWith(document, excluded).slice(0, 1);
        return {
          evidence,
          reason: evidence.length === 0 ? '' : 'It excludes some kinds of loss, but sets no maximum for the others.',
        };
      },
    }),
  }),
});
