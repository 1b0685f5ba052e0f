import { z } from 'zod';
import { documentKinds, riskCategories } from '../../../core/ports/detector.ts';
import type { EffectiveDetector } from './effective.ts';

/** A detector as people choose and set it. */
export const detectorViewSchema = z.object({
  detector: z.string(),
  version: z.string(),
  title: z.string(),
  kind: z
    .enum(['present', 'missing', 'conflict'])
    .describe(
      'Looks for a clause that is there and dangerous, a protection that is missing, or terms that contradict.',
    ),
  category: z.enum(riskCategories),
  what: z.string().describe('What it is.'),
  why: z.string().describe('Why it matters.'),
  ask: z.string().describe('What to ask for instead.'),
  applies_to: z.array(z.enum(documentKinds)).nullable().describe('Kinds of document that it reads; null for all.'),
  enabled: z.boolean(),
  thresholds: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      value: z.json().describe('In force here; null where nothing is set.'),
      default: z.json(),
    }),
  ),
});
export type DetectorView = z.infer<typeof detectorViewSchema>;

export const detectorView = ({ id, version, detector, enabled, policy }: EffectiveDetector): DetectorView => {
  const defaults = detector.policy.parse({}) as Record<string, unknown>;
  return {
    detector: id,
    version,
    title: detector.title,
    kind: detector.kind,
    category: detector.category,
    what: detector.what,
    why: detector.why,
    ask: detector.ask,
    applies_to: detector.appliesTo === undefined ? null : [...detector.appliesTo],
    enabled,
    thresholds: Object.entries(detector.policy.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
      name,
      description: schema.description ?? '',
      value: jsonOf(policy[name]),
      default: jsonOf(defaults[name]),
    })),
  };
};

const jsonOf = (value: unknown): z.output<ReturnType<typeof z.json>> => {
  const checked = z.json().safeParse(value ?? null);
  return checked.success ? checked.data : String(value);
};
