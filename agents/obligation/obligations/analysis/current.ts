import { createHash } from 'node:crypto';
import type { OpeningRecord } from '../../../../core/contracts/records.ts';
import type { LiveDocument } from '../../../../core/document/chosen.ts';
import { eachRecord } from '../../../../core/document/each.ts';
import { versionId } from '../../../../core/document/kept-versions.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import { toInstant } from '../../../../core/ports/clock.ts';
import type { ReadDocument } from '../../../../core/ports/detector.ts';
import type { Logger } from '../../../../core/ports/logger.ts';
import { READER_VERSION } from '../../../../core/reading/facts.ts';
import { readVersion } from '../../../../core/reading/read-version.ts';
import { DEADLINES_VERSION } from '../../deadlines/read/read-deadline.ts';
import type { Facts } from '../../model/terms.ts';
import type { ObligationPorts } from '../../ports.ts';
import { factsOf } from '../../terms/facts/store.ts';
import { TERMS_VERSION } from '../../terms/terms-of.ts';
import { adoptReadings } from '../lifecycle/adopt.ts';
import { states } from '../lifecycle/records.ts';
import { readObligations } from '../read/read.ts';
import { type Analysis, analyses, type Reading } from '../records.ts';
import { type Family, familyOfAll } from './family.ts';
import { checkedReadings } from './read.ts';
import { storeAnalysis } from './store.ts';

/** It rises when the same document would give other obligations. */
const OBLIGATIONS_VERSION = 2;

export type Setting = { readonly timezone: string; readonly log: Logger; readonly signal: AbortSignal };

export type Analysed = LiveDocument & { readonly analysis: Analysis };

/**
 * These documents read with what reads them now, with their amendments and with what was said of events. What was stored
 * and still holds is not read again. One that is deleted meanwhile is left out.
 */
export const currentAnalyses = async (
  ports: ObligationPorts,
  principal: Principal,
  chosen: readonly LiveDocument[],
  { progress, ...setting }: Setting & { readonly progress: (done: number) => void },
): Promise<readonly Analysed[]> => {
  const family = await familyOfAll(ports, principal, setting.signal);
  const analysed: Analysed[] = [];
  for (const [index, each] of chosen.entries()) {
    setting.signal.throwIfAborted();
    const analysis = await analysisOf(ports, principal, each, { ...setting, family });
    if (analysis) analysed.push({ ...each, analysis });
    progress(index + 1);
  }
  return analysed;
};

/** The stored analysis of a version where it still holds, else a new one; undefined where the version is gone. */
export const analysisOf = async (
  ports: ObligationPorts,
  principal: Principal,
  { document, live: { version } }: LiveDocument,
  setting: Setting & { readonly family: Family },
): Promise<Analysis | undefined> => {
  const related = setting.family(document.id);
  const facts = await factsOf(ports, principal, [document.id, ...related.map(({ documentId }) => documentId)]);
  const today = toInstant(ports.clock.now()).slice(0, 10);
  const { timezone } = setting;
  const deciding = { timezone, today, related, facts };
  const stored = await ports.records.get(principal, analyses, versionId(document.id, version));
  const model = ports.clauses.current()?.id ?? null;
  if (stored?.value.fingerprint === fingerprintOf(deciding, model)) return stored.value;
  const read = await readVersion(ports, principal, document, version, setting);
  if (read === undefined) return undefined;
  const others = await readRelated(ports, principal, related, setting);
  const found = await readObligations({ document: read.document, related: others, facts, today, timezone });
  const decided = await Array.fromAsync(
    eachRecord(ports.records, principal, states, { where: { documentId: document.id } }),
  );
  const checked = await checkedReadings(
    ports.documents,
    principal,
    { document: read.document, related: others },
    found,
    decided.map(({ value }) => value.reading),
  );
  const analysis: Analysis = {
    documentId: document.id,
    version,
    fingerprint: fingerprintOf(deciding, read.clauseModel),
    parties: read.document.parties.map(({ name, aliases }) => ({ name, aliases: [...aliases] })),
    related: others.map((each) => ({ documentId: each.documentId, version: each.version })),
    beside: others.length > 0,
    clauseModel: read.clauseModel,
    counts: countsOf(checked.found),
    dropped: checked.dropped,
    analysedAt: toInstant(ports.clock.now()),
  };
  await storeAnalysis(ports, principal, analysis, checked.found);
  const live = (await ports.documents.get(principal, document.id))?.value.live;
  if (live?.version === version) await adoptReadings(ports, principal, document.id);
  setting.log.info({ document_id: document.id, version, found: checked.found.length }, 'read for obligations');
  return analysis;
};

const readRelated = async (
  ports: ObligationPorts,
  principal: Principal,
  related: readonly OpeningRecord[],
  setting: Setting,
): Promise<readonly ReadDocument[]> => {
  const found: ReadDocument[] = [];
  for (const each of related) {
    const stored = await ports.documents.get(principal, each.documentId);
    const read = stored && (await readVersion(ports, principal, stored, each.version, setting));
    if (read !== undefined) found.push(read.document);
  }
  return found;
};

const countsOf = (found: readonly Reading[]): Analysis['counts'] => {
  const counts = { dated: 0, open: 0, none: 0 };
  for (const { tier } of found) counts[tier]++;
  return counts;
};

type Deciding = {
  readonly timezone: string;
  readonly today: string;
  readonly related: readonly OpeningRecord[];
  readonly facts: Facts;
};

/** Names everything that decides what is read in a version. The year is one: days of periods are kept for some years ahead. */
const fingerprintOf = ({ timezone, today, related, facts }: Deciding, clauseModel: string | null): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        [OBLIGATIONS_VERSION, READER_VERSION, TERMS_VERSION, DEADLINES_VERSION],
        clauseModel,
        timezone,
        today.slice(0, 4),
        related.map((each) => [each.documentId, each.version]),
        [...facts].sort(([a], [b]) => (a < b ? -1 : 1)),
      ]),
    )
    .digest('hex');
