import { eachRecord } from '../../../../core/document/each.ts';
import { keptVersions, versionId } from '../../../../core/document/kept-versions.ts';
import { DossierError } from '../../../../core/errors/error.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import { insert, remove, type Stored, update, type Write } from '../../../../core/ports/records.ts';
import type { ObligationPorts } from '../../ports.ts';
import { type Analysis, analyses, type Reading, readings } from '../records.ts';

type Ports = Pick<ObligationPorts, 'records' | 'documents'>;

/** How often it is tried again when another process stores the same analysis at the same time. */
const attempts = 5;

/**
 * Puts what was read in a version in the place of what was read before, and takes out that of versions that are gone: in
 * one commit. Where the document was deleted meanwhile nothing stays.
 */
export const storeAnalysis = async (
  ports: Ports,
  principal: Principal,
  analysis: Analysis,
  found: readonly Reading[],
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
  analysis: Analysis,
  found: readonly Reading[],
): Promise<void> => {
  const { documentId, version } = analysis;
  const kept = keptVersions(await documents.get(principal, documentId));
  const before = await recordsOf({ records }, principal, documentId);
  const known = new Map(before.readings.map((each) => [each.id, each]));
  const next = new Set(found.map(readingId));
  const stored = before.analyses.find((each) => each.id === versionId(documentId, version));
  const writes: Write[] = [
    stored ? update(analyses, stored, analysis) : insert(analyses, versionId(documentId, version), analysis),
    ...found.map((each) => {
      const id = readingId(each);
      const same = known.get(id);
      return same ? update(readings, same, each) : insert(readings, id, each);
    }),
    ...before.readings
      .filter(({ id, value }) => (value.version === version ? !next.has(id) : !kept.has(value.version)))
      .map(({ id }) => remove(readings, id)),
    ...before.analyses
      .filter(({ value }) => value.version !== version && !kept.has(value.version))
      .map(({ id }) => remove(analyses, id)),
  ];
  await records.commit(principal, { writes });
};

/** Takes out what was read in versions that are gone. May be called again. */
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
    ...before.readings.filter(isOld).map(({ id }) => remove(readings, id)),
  ];
  if (writes.length > 0) await records.commit(principal, { writes });
};

/** Takes out all that was read in a document, whatever its version. May be called again. */
export const removeAnalyses = async (
  { records }: Pick<ObligationPorts, 'records'>,
  principal: Principal,
  documentId: string,
): Promise<void> => {
  const before = await recordsOf({ records }, principal, documentId);
  const writes = [
    ...before.analyses.map(({ id }) => remove(analyses, id)),
    ...before.readings.map(({ id }) => remove(readings, id)),
  ];
  if (writes.length > 0) await records.commit(principal, { writes });
};

const recordsOf = async (
  { records }: Pick<ObligationPorts, 'records'>,
  principal: Principal,
  documentId: string,
): Promise<{ analyses: readonly Stored<Analysis>[]; readings: readonly Stored<Reading>[] }> => ({
  analyses: await Array.fromAsync(eachRecord(records, principal, analyses, { where: { documentId } })),
  readings: await Array.fromAsync(eachRecord(records, principal, readings, { where: { documentId } })),
});

const readingId = ({ version, obligation }: Reading): string => `${version}:${obligation}`;
