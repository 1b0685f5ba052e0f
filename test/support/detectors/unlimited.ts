import { z } from 'zod';
import { defineDetector, definePlugin } from '../../../core/plugin/define.ts';

/** Finds who is liable without a limit, by these very words. */
export const plugin = definePlugin({
  name: 'toy-unlimited',
  version: '1.0.0',
  summary: 'Finds unlimited liability.',
  provides: ['detector'],
  setup: () => ({
    detector: defineDetector({
      title: 'Unlimited liability',
      kind: 'present',
      category: 'liability',
      what: 'Somebody is liable without any limit.',
      why: 'One mistake can cost more than the whole contract is worth.',
      ask: 'Ask for a cap on liability.',
      policy: z.object({}),
      detect: ({ document }) =>
        document.units
          .filter(({ text }) => /liability[^.]*unlimited|unlimited liability/i.test(text))
          .map(({ start, end, text }) => ({
            evidence: [{ start, end }],
            severity: 'critical' as const,
            reasons: ['There is no limit at all.'],
            confidence: 1,
            rationale: 'Liability has no limit here.',
            recommendation: 'Ask for a cap of the fees of twelve months.',
            hurts: document.parties
              .filter(({ aliases }) => aliases.some((alias) => new RegExp(`\\b${alias}['’]s liability`).test(text)))
              .map(({ name }) => name),
          })),
    }),
  }),
});
