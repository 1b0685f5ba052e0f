import { createHash } from 'node:crypto';
import { contractsIn } from '../../../core/contracts/family.ts';
import { openingsOf } from '../../../core/contracts/openings.ts';
import type { OpeningRecord } from '../../../core/contracts/records.ts';
import { type LiveDocument, liveDocuments } from '../../../core/document/chosen.ts';
import { versionId } from '../../../core/document/kept-versions.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { toInstant } from '../../../core/ports/clock.ts';
import type { Logger } from '../../../core/ports/logger.ts';
import { READER_VERSION } from '../../../core/reading/facts.ts';
import { readVersion } from '../../../core/reading/read-version.ts';
import { type AnalysisRecord, analyses } from '../findings/records.ts';
import { openings } from '../openings.ts';
import { type EffectivePolicy, loadPolicy } from '../policy/effective.ts';
import type { RiskPorts } from '../ports.ts';
import { lookThrough } from './look-through.ts';
import { storeAnalysis } from './store.ts';

type Context = { readonly log: Logger; readonly signal: AbortSignal };

export type Analysed = LiveDocument & { readonly analysis: AnalysisRecord };

/**
 * These documents looked through with the detectors, thresholds, clause model and related documents of now. What was
 * stored and still holds is not done again. One that is deleted meanwhile is left out.
 */
export const currentAnalyses = async (
  ports: RiskPorts,
  principal: Principal,
  chosen: readonly LiveDocument[],
  context: Context & { readonly progress: (done: number) => void },
): Promise<{ readonly analysed: readonly Analysed[]; readonly policy: EffectivePolicy }> => {
  const policy = await loadPolicy(ports, principal);
  const all = await liveDocuments(ports.documents, principal);
  const known = await openingsOf({ ...ports, openings }, principal, all, context.signal);
  const relatedTo = contractsIn(known);
  const analysed: Analysed[] = [];
  for (const [index, each] of chosen.entries()) {
    context.signal.throwIfAborted();
    const related = relatedTo(each.document.id);
    const analysis = await analysisOf(ports, principal, each, { policy, related, ...context });
    if (analysis) analysed.push({ ...each, analysis });
    context.progress(index + 1);
  }
  return { analysed, policy };
};

type Setting = Context & { readonly policy: EffectivePolicy; readonly related: readonly OpeningRecord[] };

/** The stored analysis of a version where it still holds, else a new one; undefined where the version is gone. */
export const analysisOf = async (
  ports: RiskPorts,
  principal: Principal,
  { document, live: { version } }: LiveDocument,
  setting: Setting,
): Promise<AnalysisRecord | undefined> => {
  const stored = await ports.records.get(principal, analyses, versionId(document.id, version));
  const model = ports.clauses.current()?.id ?? null;
  if (stored?.value.fingerprint === fingerprintOf(setting, model)) return stored.value;
  return analyse(ports, principal, { document, version, setting });
};

type Target = { readonly document: LiveDocument['document']; readonly version: number; readonly setting: Setting };

const analyse = async (
  ports: RiskPorts,
  principal: Principal,
  { document, version, setting }: Target,
): Promise<AnalysisRecord | undefined> => {
  const read = await readVersion(ports, principal, document, version, setting);
  if (read === undefined) return undefined;
  const others = await Promise.all(
    setting.related.map(async (each) => {
      const other = await ports.documents.get(principal, each.documentId);
      return other && readVersion(ports, principal, other, each.version, setting);
    }),
  );
  const related = others.flatMap((each) => each?.document ?? []);
  const { log, signal } = setting;
  const { documents } = ports;
  const subject = { document: read.document, related };
  const { found, troubles } = await lookThrough(subject, setting.policy.detectors, {
    documents,
    principal,
    log,
    signal,
  });
  const analysis: AnalysisRecord = {
    documentId: document.id,
    version,
    fingerprint: fingerprintOf(setting, read.clauseModel),
    kind: read.document.kind,
    kindProbability: read.document.kindProbability,
    parties: read.document.parties.map(({ name, aliases }) => ({ name, aliases: [...aliases] })),
    clauseModel: read.clauseModel,
    related: related.map((each) => ({ documentId: each.documentId, version: each.version })),
    beside: related.length > 0,
    troubles: [...troubles],
    analysedAt: toInstant(ports.clock.now()),
  };
  await storeAnalysis(ports, principal, analysis, found);
  log.info({ document_id: document.id, version, found: found.length, troubles: troubles.length }, 'looked through');
  return analysis;
};

/** It rises when the same detectors would come to other findings here. */
const ANALYSIS_VERSION = 1;

/** Names everything that decides what is found in a version, so that a change of any of it is noticed. */
const fingerprintOf = ({ policy, related }: Pick<Setting, 'policy' | 'related'>, clauseModel: string | null): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ANALYSIS_VERSION,
        READER_VERSION,
        clauseModel,
        related.map((each) => [each.documentId, each.version]),
        policy.detectors.map((each) => [each.id, each.version, each.enabled, each.enabled ? each.policy : null]),
      ]),
    )
    .digest('hex');
