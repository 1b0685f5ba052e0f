import { z } from 'zod';
import type { EffectivePolicy } from './effective.ts';

/** What a workspace has changed, as every result shows it. */
export const policyViewSchema = z.object({
  changed: z
    .array(
      z.object({
        detector: z.string(),
        enabled: z.boolean(),
        thresholds: z.record(z.string(), z.json()).describe('Those that differ from the defaults.'),
      }),
    )
    .describe(
      'Detectors that are switched off or have thresholds of this workspace; all others run with their defaults.',
    ),
  problems: z.array(z.string()).describe('What was set and no longer fits: it has no effect until it is set again.'),
  updated_at: z.string().nullable(),
  updated_by: z.string().nullable(),
});
export type PolicyView = z.infer<typeof policyViewSchema>;

export const policyView = ({ detectors, stored, problems }: EffectivePolicy): PolicyView => ({
  changed: detectors
    .filter(({ enabled, changed }) => !enabled || changed.length > 0)
    .map(({ id, enabled, changed, policy }) => ({
      detector: id,
      enabled,
      thresholds: Object.fromEntries(changed.map((name) => [name, z.json().parse(policy[name] ?? null)])),
    })),
  problems: [...problems],
  updated_at: stored?.value.updatedAt ?? null,
  updated_by: stored?.value.updatedBy ?? null,
});
