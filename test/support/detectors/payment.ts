import { z } from 'zod';
import { defineDetector, definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument } from '../../../core/ports/detector.ts';

/** Finds documents of one contract that name different days for payment. */
export const plugin = definePlugin({
  name: 'toy-payment',
  version: '1.0.0',
  summary: 'Finds terms of payment that contradict each other.',
  provides: ['detector'],
  setup: () => ({
    detector: defineDetector({
      title: 'Different times for payment',
      kind: 'conflict',
      category: 'consistency',
      what: 'Two documents of a contract name different times for payment.',
      why: 'Each side will point to the one that suits it.',
      ask: 'Ask which one holds.',
      policy: z.object({}),
      detect: ({ document, related }) => {
        const [own] = terms(document);
        return related.flatMap((other) =>
          terms(other)
            .filter((term) => own !== undefined && term.days !== own.days)
            .map(({ start, end, days }) => ({
              evidence: [
                { start: own?.start ?? 0, end: own?.end ?? 0 },
                { start, end, documentId: other.documentId },
              ],
              severity: 'medium' as const,
              reasons: [],
              confidence: 0.9,
              rationale: `One says ${own?.days} days, the other ${days}.`,
              recommendation: 'Ask which one holds.',
              hurts: [],
            })),
        );
      },
    }),
  }),
});

const terms = ({ units }: ReadDocument) =>
  units.flatMap(({ start, end, text }) => {
    const days = /\bpay\b[^.]*?\b(\d+) days/.exec(text)?.[1];
    return days === undefined ? [] : [{ start, end, days }];
  });
