import { z } from 'zod';
import { defineDetector, definePlugin } from '../../../core/plugin/define.ts';

/** Misses the law that governs a document. */
export const plugin = definePlugin({
  name: 'toy-no-law',
  version: '1.0.0',
  summary: 'Misses a governing law.',
  provides: ['detector'],
  setup: () => ({
    detector: defineDetector({
      title: 'No governing law',
      kind: 'missing',
      category: 'disputes',
      what: 'Nothing says which law applies.',
      why: 'Nobody knows what the words mean until a court has said so.',
      ask: 'Ask for a law that you know.',
      policy: z.object({}),
      detect: ({ document }) =>
        document.text === '' || /\blaws? of\b|governed by/i.test(document.text)
          ? []
          : [
              {
                evidence: [],
                severity: 'low' as const,
                reasons: [],
                confidence: 0.7,
                rationale: 'The document says nothing of the law that applies.',
                recommendation: 'Ask for a law that you know.',
                hurts: [],
              },
            ],
    }),
  }),
});
