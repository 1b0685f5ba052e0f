import type { Principal } from '../identity/principal.ts';
import { type Collection, insert, type Records, remove, type Stored, update, type Write } from '../ports/records.ts';
import type { Documents } from './documents.ts';
import { keptVersions, versionId } from './kept-versions.ts';
import { eachOfDocuments } from './of-documents.ts';
import { untilCommitted } from './until-committed.ts';

type OfVersion = { readonly documentId: string; readonly version: number };

type RecordsPort = { readonly records: Records };
type Ports = RecordsPort & { readonly documents: Pick<Documents, 'get'> };

/** Where an agent keeps what it made of documents: collections of its own, both with an index on `documentId`. */
type Kept<A extends OfVersion, F extends OfVersion> = {
  /** That a version was read, and with what: one record each. */
  readonly analyses: Collection<A>;
  /** What was found in the versions. */
  readonly findings: Collection<F>;
  /** Names one among those of its version. */
  readonly nameOf: (found: F) => string;
};

export type AnalysisStore<A extends OfVersion, F extends OfVersion> = {
  /**
   * Puts an analysis in the place of the one before, with what was found, and takes out that of versions that are gone: in
   * one commit. Where the document was deleted meanwhile nothing stays.
   */
  storeAnalysis(ports: Ports, principal: Principal, analysis: A, found: readonly F[]): Promise<void>;
  /** Takes out what was found in versions that are gone. May be called again. */
  removeOlderAnalyses(ports: Ports, principal: Principal, documentId: string): Promise<void>;
  /** Takes out all that was found in a document, whatever its version. May be called again. */
  removeAnalyses(ports: RecordsPort, principal: Principal, documentId: string): Promise<void>;
};

/** Keeps what an agent finds in versions of documents, each version apart, so that one on its way does not replace the live one. */
export const analysisStore = <A extends OfVersion, F extends OfVersion>({
  analyses,
  findings,
  nameOf,
}: Kept<A, F>): AnalysisStore<A, F> => {
  const idOf = (found: F): string => `${found.version}:${nameOf(found)}`;

  const storedOf = async ({ records }: RecordsPort, principal: Principal, documentId: string) => ({
    analyses: await Array.fromAsync(eachOfDocuments(records, principal, analyses, [documentId])),
    findings: await Array.fromAsync(eachOfDocuments(records, principal, findings, [documentId])),
  });

  const tryStore = async (
    { records, documents }: Ports,
    principal: Principal,
    analysis: A,
    found: readonly F[],
  ): Promise<void> => {
    const { documentId, version } = analysis;
    const kept = keptVersions(await documents.get(principal, documentId));
    const before = await storedOf({ records }, principal, documentId);
    const known = new Map(before.findings.map((each) => [each.id, each]));
    const next = new Set(found.map(idOf));
    const id = versionId(documentId, version);
    const stored = before.analyses.find((each) => each.id === id);
    const writes: Write[] = [
      stored ? update(analyses, stored, analysis) : insert(analyses, id, analysis),
      ...found.map((each) => {
        const same = known.get(idOf(each));
        return same ? update(findings, same, each) : insert(findings, idOf(each), each);
      }),
      ...before.findings
        .filter((each) => (each.value.version === version ? !next.has(each.id) : !kept.has(each.value.version)))
        .map((each) => remove(findings, each.id)),
      ...before.analyses
        .filter(({ value }) => value.version !== version && !kept.has(value.version))
        .map((each) => remove(analyses, each.id)),
    ];
    await records.commit(principal, { writes });
  };

  const removeWhere = async (
    ports: RecordsPort,
    principal: Principal,
    documentId: string,
    isWanted: (stored: Stored<OfVersion>) => boolean,
  ): Promise<void> => {
    const before = await storedOf(ports, principal, documentId);
    const writes = [
      ...before.analyses.filter(isWanted).map(({ id }) => remove(analyses, id)),
      ...before.findings.filter(isWanted).map(({ id }) => remove(findings, id)),
    ];
    if (writes.length > 0) await ports.records.commit(principal, { writes });
  };

  const removeAnalyses: AnalysisStore<A, F>['removeAnalyses'] = (ports, principal, documentId) =>
    removeWhere(ports, principal, documentId, () => true);

  return {
    storeAnalysis: async (ports, principal, analysis, found) => {
      await untilCommitted(() => tryStore(ports, principal, analysis, found));
      const document = await ports.documents.get(principal, analysis.documentId);
      if (document === undefined) await removeAnalyses(ports, principal, analysis.documentId);
    },
    removeOlderAnalyses: async (ports, principal, documentId) => {
      const kept = keptVersions(await ports.documents.get(principal, documentId));
      await removeWhere(ports, principal, documentId, ({ value }) => !kept.has(value.version));
    },
    removeAnalyses,
  };
};
