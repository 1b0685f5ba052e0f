import type { z } from 'zod';
import { describeIssues } from '../../../core/capability/invoke.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { toInstant } from '../../../core/ports/clock.ts';
import type { AnyDetector, NamedDetector } from '../../../core/ports/detector.ts';
import { insert, update } from '../../../core/ports/records.ts';
import type { RiskPorts } from '../ports.ts';
import { type EffectivePolicy, loadPolicy } from './effective.ts';
import { POLICY_ID, type PolicyRecord, policies } from './records.ts';

type DetectorPolicy = PolicyRecord['detectors'][string];

export type PolicyChange = {
  /** By detector: whether it runs, and thresholds by name; what is not named stays as it is. */
  readonly detectors: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Detectors that go back to their defaults first. */
  readonly reset: readonly string[];
  /** What was found wrong with it before: it is said together with what is wrong besides. */
  readonly problems: readonly string[];
};

/**
 * Changes what the workspace wants of its detectors: all of it or nothing. Throws `invalid_input` with every detector
 * that does not run, every threshold that it does not have and every value that it does not take.
 */
export const changePolicy = async (
  ports: Pick<RiskPorts, 'records' | 'detectors' | 'clock'>,
  principal: Principal,
  change: PolicyChange,
): Promise<EffectivePolicy> => {
  const { records, detectors, clock } = ports;
  const stored = await records.get(principal, policies, POLICY_ID);
  const next = changed(await detectors.all(), stored?.value.detectors ?? {}, change);
  const value = { detectors: next, updatedAt: toInstant(clock.now()), updatedBy: principal.user };
  await records.commit(principal, {
    writes: [stored ? update(policies, stored, value) : insert(policies, POLICY_ID, value)],
  });
  return loadPolicy(ports, principal);
};

const changed = (
  running: readonly NamedDetector[],
  set: PolicyRecord['detectors'],
  { detectors, reset, problems: unread }: PolicyChange,
): PolicyRecord['detectors'] => {
  const problems = [...unread];
  const known = new Map(running.map((each) => [each.id, each]));
  const next = new Map(Object.entries(set));
  for (const id of reset) {
    // One that runs no longer can still be forgotten.
    if (!known.has(id) && !next.has(id)) problems.push(unknownDetector(id));
    next.delete(id);
  }
  for (const [id, fields] of Object.entries(detectors)) {
    const detector = known.get(id);
    if (detector === undefined) problems.push(unknownDetector(id));
    else {
      const { policy, issues } = merged(detector, next.get(id), fields);
      problems.push(...issues);
      next.set(id, policy);
    }
  }
  if (problems.length > 0) throw new DossierError('invalid_input', { problems });
  return Object.fromEntries([...next].filter(([, policy]) => !isDefault(policy)).sort(([a], [b]) => (a < b ? -1 : 1)));
};

const unknownDetector = (id: string): string => `${id}: no such detector runs; risks detectors lists them`;

/** `enabled` is every detector's; all other fields are thresholds of its own. A null goes back to the default. */
const merged = (
  { id, detector }: NamedDetector,
  before: DetectorPolicy | undefined,
  { enabled, ...fields }: Readonly<Record<string, unknown>>,
): { policy: DetectorPolicy; issues: readonly string[] } => {
  const wanted = Object.entries({ ...before?.thresholds, ...fields }).filter(([, value]) => value !== null);
  const thresholds = Object.fromEntries(wanted);
  const checked = detector.policy.strict().safeParse(thresholds);
  const issues = checked.success ? [] : thresholdIssues(id, detector.policy, checked.error);
  if (enabled !== undefined && enabled !== null && typeof enabled !== 'boolean')
    issues.push(`${id}.enabled: neither true nor false`);
  const on = enabled === null ? undefined : typeof enabled === 'boolean' ? enabled : before?.enabled;
  const policy = { ...(on === undefined ? {} : { enabled: on }), thresholds } as DetectorPolicy;
  return { policy, issues };
};

/** One that the detector does not have is named beside those that it has. */
const thresholdIssues = (id: string, { shape }: AnyDetector['policy'], error: z.ZodError): string[] => {
  const names = ['enabled', ...Object.keys(shape)].join(', ');
  const unknown = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const others = error.issues.filter(({ code }) => code !== 'unrecognized_keys');
  return [
    ...unknown.map((name) => `${id}.${name}: there is no such threshold; it has ${names}`),
    ...describeIssues({ issues: others }).map((issue) => `${id}.${issue}`),
  ];
};

const isDefault = ({ enabled = true, thresholds }: DetectorPolicy): boolean =>
  enabled && Object.keys(thresholds).length === 0;
