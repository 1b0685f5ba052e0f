import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** Support and updates of a program. */
const supported =
  /\b(?:(?:software|technical|product|standard|annual|customer) (?:maintenance|support)|maintenance (?:and|&) support|support (?:and|&) maintenance|(?:support|maintenance) (?:services|fees?|release|term))\b/i;

/** Finds licences of software with support where nobody keeps the source code in trust. */
export const plugin = definePlugin({
  name: 'no-source-code-escrow',
  version: '1.0.0',
  summary: 'Finds licences of software with support where nobody keeps the source code in trust.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No source code in escrow',
      category: 'intellectual-property',
      what: 'The customer depends on the licensor for updates and repairs, and has no way to the source code when the licensor fails.',
      why: 'When the licensor goes out of business, the program can then no longer be corrected.',
      ask: 'Ask that the source code is kept with an escrow agent and released on insolvency or when support ends. For programs that you can replace easily this is not worth its cost.',
      hurts: /^(?:the )?(?:licensee|customer)$/i,
      severity: { licence: 'low' },
      protection: {
        stated: [/\bescrow\b|\bsource (?:code|materials?)\b/i],
        types: ['source-code-escrow'],
        sure: 0.95,
      },
      matters: (document) => {
        const evidence = unitsWith(document, supported);
        return evidence.length === 0 || unitsWith(document, /\bsoftware\b/i).length < 8
          ? undefined
          : { evidence, reason: 'The program is maintained by the licensor alone.' };
      },
    }),
  }),
});
