import { eachOfDocuments } from '../../../core/document/of-documents.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { type DecisionRecord, decisions } from '../decisions/records.ts';
import { type FindingRecord, findings } from '../findings/records.ts';
import type { RiskPorts } from '../ports.ts';

export type Loaded = {
  /** Of all their versions, by document. */
  readonly findings: ReadonlyMap<string, readonly FindingRecord[]>;
  /** By document, then by finding. */
  readonly decisions: ReadonlyMap<string, ReadonlyMap<string, DecisionRecord>>;
};

/** What is stored of these documents. */
export const loadRisks = async (
  { records }: Pick<RiskPorts, 'records'>,
  principal: Principal,
  documentIds: readonly string[],
): Promise<Loaded> => {
  const found = await Array.fromAsync(eachOfDocuments(records, principal, findings, documentIds));
  const decided = await Array.fromAsync(eachOfDocuments(records, principal, decisions, documentIds));
  const byDocument = Map.groupBy(decided, ({ value }) => value.documentId);
  return {
    findings: Map.groupBy(
      found.map(({ value }) => value),
      ({ documentId }) => documentId,
    ),
    decisions: new Map(
      [...byDocument].map(([id, group]) => [id, new Map(group.map((each) => [each.id, each.value] as const))]),
    ),
  };
};
