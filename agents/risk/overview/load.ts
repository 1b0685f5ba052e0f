import { eachRecord } from '../../../core/document/each.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { Collection } from '../../../core/ports/records.ts';
import { type DecisionRecord, decisions } from '../decisions/records.ts';
import { type FindingRecord, findings } from '../findings/records.ts';
import type { RiskPorts } from '../ports.ts';

/** Ids in one query. */
const AT_ONCE = 100;

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
  const found = await ofDocuments({ records }, principal, findings, documentIds);
  const decided = await ofDocuments({ records }, principal, decisions, documentIds);
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

const ofDocuments = async <T extends { documentId: string }>(
  { records }: Pick<RiskPorts, 'records'>,
  principal: Principal,
  collection: Collection<T>,
  documentIds: readonly string[],
) => {
  const found: { id: string; value: T }[] = [];
  for (let from = 0; from < documentIds.length; from += AT_ONCE) {
    const where = { documentId: { in: documentIds.slice(from, from + AT_ONCE) } } as never;
    for await (const { id, value } of eachRecord(records, principal, collection, { where })) found.push({ id, value });
  }
  return found;
};
