import { z } from 'zod';
import { defineDetector, definePlugin } from '../../../core/plugin/define.ts';

/** Finds notice periods that are longer than the policy wants. */
export const plugin = definePlugin({
  name: 'toy-notice',
  version: '1.0.0',
  summary: 'Finds long notice periods.',
  provides: ['detector'],
  setup: () => ({
    detector: defineDetector({
      title: 'Long notice period',
      kind: 'present',
      category: 'termination',
      what: 'Notice must be given long before the contract can end.',
      why: 'Who decides late pays for longer.',
      ask: 'Ask for a shorter period.',
      policy: z.object({
        max_days: z.int().min(0).default(60).describe('Longest notice period that is no risk, in days.'),
        severe_days: z.int().min(0).default(120).describe('From how many days on it is severe.'),
      }),
      detect: ({ document, policy }) =>
        document.units.flatMap(({ start, end, text }) => {
          const days = Number(/\b(\d+) days[’']? (?:written )?notice/.exec(text)?.[1] ?? 0);
          if (days <= policy.max_days) return [];
          return [
            {
              evidence: [{ start, end }],
              severity: days >= policy.severe_days ? ('high' as const) : ('medium' as const),
              reasons: [`The period is ${days} days, the policy asks for at most ${policy.max_days}.`],
              confidence: 0.8,
              rationale: `Notice has to be given ${days} days before.`,
              recommendation: `Ask for ${policy.max_days} days.`,
              hurts: [],
            },
          ];
        }),
    }),
  }),
});
