import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds contracts that do not say how long they last. */
export const plugin = definePlugin({
  name: 'no-term',
  version: '1.0.0',
  summary: 'Finds contracts that do not say how long they last.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No term stated',
      category: 'termination',
      what: 'The contract does not say how long it lasts.',
      why: 'It is then unclear when the duties end, and by what notice either side can leave.',
      ask: 'Ask for a term with a beginning and an end, and for a period of notice.',
      severity: { services: 'low', supply: 'low', distribution: 'medium', licence: 'medium', lease: 'medium' },
      protection: {
        stated: [
          /\bterms?\b.{0,120}\b(?:years?|months?|days|until|period|commenc\w+|begin\w*|expir\w+|end(?:s|ing)?|perpetual|perpetuity|indefinite(?:ly)?)\b/i,
          /\b(?:years?|months?|until|period|commenc\w+|perpetual|indefinite)\b.{0,120}\bterms?\b/i,
          /\b(?:expir(?:e|es|ed|ation|y)|perpetual(?:ly)?|in perpetuity|indefinite(?:ly)?|until terminated|until (?:\p{Lu}|\d)|remains? in (?:full )?(?:force|effect)|valid (?:for|until|through)|duration|initial period|minimum period|ends? on|through (?:january|february|march|april|may|june|july|august|september|october|november|december)|life of the)\b/iu,
          /\b(?:for|period of)\b.{0,30}\b(?:years?|months?|weeks?)\b|\b\d+ (?:weeks?|days) from\b|\bterminates? (?:immediately and )?automatically\b/i,
        ],
        types: ['expiration-date', 'renewal-term'],
        sure: 0.9,
      },
    }),
  }),
});
