import { eachRecord } from '../../../core/document/each.ts';
import { keptVersions, versionId } from '../../../core/document/kept-versions.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { insert, remove, type Stored, update, type Write } from '../../../core/ports/records.ts';
import { type AnalysisRecord, analyses, type FindingRecord, findings } from '../findings/records.ts';
import type { RiskPorts } from '../ports.ts';

type Ports = Pick<RiskPorts, 'records' | 'documents'>;

/** How often it is tried again when another process stores the same analysis at the same time. */
const attempts = 5;

/**
 * Puts an analysis in the place of the one before, with its findings, and takes out those of versions that are gone: in
 * one commit. Where the document was deleted meanwhile nothing stays.
 */
export const storeAnalysis = async (
  ports: Ports,
  principal: Principal,
  analysis: AnalysisRecord,
  found: readonly FindingRecord[],
): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await tryStore(ports, principal, analysis, found);
      break;
    } catch (thrown) {
      if (DossierError.from(thrown).code !== 'conflict' || attempt === attempts) throw thrown;
    }
  }
  const document = await ports.documents.get(principal, analysis.documentId);
  if (document === undefined) await removeAnalyses(ports, principal, analysis.documentId);
};

const tryStore = async (
  { records, documents }: Ports,
  principal: Principal,
  analysis: AnalysisRecord,
  found: readonly FindingRecord[],
): Promise<void> => {
  const { documentId, version } = analysis;
  const kept = keptVersions(await documents.get(principal, documentId));
  const before = await recordsOf({ records }, principal, documentId);
  const known = new Map(before.findings.map((each) => [each.id, each]));
  const next = new Set(found.map(findingRecordId));
  const stored = before.analyses.find((each) => each.id === versionId(documentId, version));
  const writes: Write[] = [
    stored ? update(analyses, stored, analysis) : insert(analyses, versionId(documentId, version), analysis),
    ...found.map((each) => {
      const id = findingRecordId(each);
      const same = known.get(id);
      return same ? update(findings, same, each) : insert(findings, id, each);
    }),
    ...before.findings
      .filter(({ id, value }) => (value.version === version ? !next.has(id) : !kept.has(value.version)))
      .map(({ id }) => remove(findings, id)),
    ...before.analyses
      .filter(({ value }) => value.version !== version && !kept.has(value.version))
      .map(({ id }) => remove(analyses, id)),
  ];
  await records.commit(principal, { writes });
};

/** Takes out what was found in versions that are gone. May be called again. */
export const removeOlderAnalyses = async (
  { records, documents }: Ports,
  principal: Principal,
  documentId: string,
): Promise<void> => {
  const kept = keptVersions(await documents.get(principal, documentId));
  const before = await recordsOf({ records }, principal, documentId);
  const isOld = ({ value }: { value: { version: number } }): boolean => !kept.has(value.version);
  const writes = [
    ...before.analyses.filter(isOld).map(({ id }) => remove(analyses, id)),
    ...before.findings.filter(isOld).map(({ id }) => remove(findings, id)),
  ];
  if (writes.length > 0) await records.commit(principal, { writes });
};

/** Takes out all that was found in a document, whatever its version. May be called again. */
export const removeAnalyses = async (
  { records }: Pick<RiskPorts, 'records'>,
  principal: Principal,
  documentId: string,
): Promise<void> => {
  const { analyses: before, findings: found } = await recordsOf({ records }, principal, documentId);
  const writes = [...before.map(({ id }) => remove(analyses, id)), ...found.map(({ id }) => remove(findings, id))];
  if (writes.length > 0) await records.commit(principal, { writes });
};

const recordsOf = async (
  { records }: Pick<RiskPorts, 'records'>,
  principal: Principal,
  documentId: string,
): Promise<{ analyses: readonly Stored<AnalysisRecord>[]; findings: readonly Stored<FindingRecord>[] }> => ({
  analyses: await Array.fromAsync(eachRecord(records, principal, analyses, { where: { documentId } })),
  findings: await Array.fromAsync(eachRecord(records, principal, findings, { where: { documentId } })),
});

const findingRecordId = ({ version, finding }: FindingRecord): string => `${version}:${finding}`;
