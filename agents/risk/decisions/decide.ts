import { eachRecord } from '../../../core/document/each.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { toInstant } from '../../../core/ports/clock.ts';
import { insert, update } from '../../../core/ports/records.ts';
import { type FindingRecord, findings } from '../findings/records.ts';
import { type FindingView, findingView } from '../findings/view.ts';
import type { RiskPorts } from '../ports.ts';
import { type DecisionRecord, decisions, type Status } from './records.ts';
import { standingOf } from './standing.ts';

type Ports = Pick<RiskPorts, 'records' | 'documents' | 'clock'>;

export type Decided = { readonly documentId: string; readonly name: string; readonly finding: FindingView };

/**
 * Writes down what somebody decided on a finding. The same decision for the same reason is not written down twice.
 * Throws `not_found` for a finding that no document has now, `conflict` where somebody else decides at the same time.
 */
export const decide = async (
  ports: Ports,
  principal: Principal,
  id: string,
  { status, reason }: { readonly status: Status; readonly reason: string | undefined },
): Promise<Decided> => {
  const { records, clock } = ports;
  const { finding, name } = await findingOf(ports, principal, id);
  const stored = await records.get(principal, decisions, id);
  const { documentId, detector, key, ordinal, of, version, severity } = finding;
  const last = stored?.value.history.at(-1);
  const same = last?.status === status && last.reason === (reason ?? null);
  const decision = {
    status,
    reason: reason ?? null,
    by: principal.user,
    decidedAt: toInstant(clock.now()),
    version,
    severity,
  };
  const history = [...(stored?.value.history ?? []), ...(same ? [] : [decision])];
  const value: DecisionRecord = { documentId, detector, key, ordinal, of, history };
  // Nobody has decided on it, and nobody does now.
  const idle = stored === undefined && status === 'open';
  if (!idle) {
    await records.commit(principal, {
      writes: [stored ? update(decisions, stored, value) : insert(decisions, id, value)],
    });
  }
  const decided = new Map<string, DecisionRecord>();
  for await (const each of eachRecord(records, principal, decisions, { where: { documentId } }))
    decided.set(each.id, each.value);
  const names = new Map<string, string>();
  for (const { documentId: other } of finding.evidence) {
    const found = await ports.documents.get(principal, other);
    if (found) names.set(other, found.value.live?.name ?? found.value.name);
  }
  const view = findingView(finding, standingOf(finding, decided), (other) => names.get(other));
  return { documentId, name, finding: view };
};

/** The finding as the version says it that people see now. */
const findingOf = async (
  { records, documents }: Ports,
  principal: Principal,
  id: string,
): Promise<{ finding: FindingRecord; name: string }> => {
  for await (const { value: finding } of eachRecord(records, principal, findings, { where: { finding: id } })) {
    const live = (await documents.get(principal, finding.documentId))?.value.live;
    if (live && live.version === finding.version) return { finding, name: live.name };
  }
  throw new DossierError('not_found', { what: 'finding', id });
};
