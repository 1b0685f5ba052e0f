import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds supplies and licences where nothing is promised about the goods or the program. */
export const plugin = definePlugin({
  name: 'no-warranty',
  version: '1.0.0',
  summary: 'Finds supplies and licences where nothing is promised about the goods or the program.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'Nothing promised about quality',
      category: 'performance',
      what: 'The contract promises nothing about the quality of what is delivered.',
      why: 'When the goods or the program do not work, what you can ask for depends on the law alone, which is less than buyers expect.',
      ask: 'Ask for a promise that the goods or the program are as described and free of defects, for how long, and what is done when they are not.',
      hurts: /^(?:the )?(?:buyer|purchaser|customer|licensee)$/i,
      severity: { supply: 'medium', licence: 'low' },
      protection: {
        stated: [
          /\bwarrant(?:y|ies|s|ed)?\b.{0,250}\b(?:products?|goods|merchandise|software|programs?|materials?|workmanship|perform\w*|services|title|infring\w+|articles|equipment|hops|quality)\b/i,
          /\b(?:products?|goods|software|programs?|equipment|services)\b.{0,120}\bwarrant(?:y|ies|s|ed)?\b/i,
          /\bwarranty\b|\bguarant(?:ee|ees|eed|y)\b.{0,100}\b(?:quality|products?|goods|software|equipment)\b|\bmerchantab\w+|\bfitness for\b|\bdefect\w*|\bas[- ]is\b|\bnon-?conform\w+|\bfaulty\b|\bconform(?:s|ing)? (?:to|with)\b/i,
        ],
        types: ['warranty-duration'],
        sure: 0.95,
      },
    }),
  }),
});
