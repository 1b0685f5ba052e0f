import { describeIssues } from '../../../core/capability/invoke.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { NamedDetector } from '../../../core/ports/detector.ts';
import type { Stored } from '../../../core/ports/records.ts';
import type { RiskPorts } from '../ports.ts';
import { POLICY_ID, type PolicyRecord, policies } from './records.ts';

/** A detector as this workspace wants it. */
export type EffectiveDetector = NamedDetector & {
  readonly enabled: boolean;
  /** Complete thresholds, in the detector's own shape. */
  readonly policy: Readonly<Record<string, unknown>>;
  /** Names of the thresholds that differ from the defaults. */
  readonly changed: readonly string[];
};

export type EffectivePolicy = {
  readonly detectors: readonly EffectiveDetector[];
  /** The record that it follows from, undefined where nothing was ever changed. */
  readonly stored: Stored<PolicyRecord> | undefined;
  /** What of the record no longer fits, a sentence each: a detector that does not run, a threshold that it no longer has. */
  readonly problems: readonly string[];
};

export const loadPolicy = async (
  { records, detectors }: Pick<RiskPorts, 'records' | 'detectors'>,
  principal: Principal,
): Promise<EffectivePolicy> =>
  effectivePolicy(await detectors.all(), await records.get(principal, policies, POLICY_ID));

/** Detectors by id, each with what the workspace has set, or with its defaults where that no longer fits. */
export const effectivePolicy = (
  running: readonly NamedDetector[],
  stored: Stored<PolicyRecord> | undefined,
): EffectivePolicy => {
  const problems: string[] = [];
  const set = stored?.value.detectors ?? {};
  const detectors = [...running].sort(byId).map((each): EffectiveDetector => {
    const { enabled = true, thresholds = {} } = set[each.id] ?? {};
    const checked = each.detector.policy.strict().safeParse(thresholds);
    if (checked.success) return { ...each, enabled, policy: checked.data, changed: Object.keys(thresholds).sort() };
    problems.push(
      ...describeIssues(checked.error).map(
        (issue) => `${each.id}: ${issue}; its defaults are used until it is set again`,
      ),
    );
    return { ...each, enabled, policy: each.detector.policy.parse({}), changed: [] };
  });
  const unknown = Object.keys(set).filter((id) => !running.some((each) => each.id === id));
  problems.push(...unknown.sort().map((id) => `${id}: no such detector runs`));
  return { detectors, stored, problems };
};

const byId = (a: NamedDetector, b: NamedDetector): number => (a.id < b.id ? -1 : 1);
