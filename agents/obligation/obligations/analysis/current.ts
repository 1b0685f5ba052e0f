import { createHash } from 'node:crypto';
import type { OpeningRecord } from '../../../../core/contracts/records.ts';
import type { LiveDocument } from '../../../../core/document/chosen.ts';
import { eachRecord } from '../../../../core/document/each.ts';
import { versionId } from '../../../../core/document/kept-versions.ts';
import type { StoredDocument } from '../../../../core/document/record.ts';
import { DossierError } from '../../../../core/errors/error.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import { toInstant } from '../../../../core/ports/clock.ts';
import type { ReadDocument } from '../../../../core/ports/detector.ts';
import type { Logger } from '../../../../core/ports/logger.ts';
import { insert, type Stored, update } from '../../../../core/ports/records.ts';
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
const OBLIGATIONS_VERSION = 3;

export type Setting = { readonly timezone: string; readonly log: Logger; readonly signal: AbortSignal };

export type Analysed = LiveDocument & {
  readonly analysis: Analysis;
  /** It took too long to read: the analysis is the last one that came to an end, or one without anything. */
  readonly unread: boolean;
};

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
    const found = await analysisOrLast(ports, principal, each, { ...setting, family });
    if (found) analysed.push({ ...each, ...found });
    progress(index + 1);
  }
  return analysed;
};

/** One document that cannot be read costs nobody what others say, nor what was decided on it. */
const analysisOrLast = async (
  ports: ObligationPorts,
  principal: Principal,
  live: LiveDocument,
  setting: Setting & { readonly family: Family },
): Promise<Pick<Analysed, 'analysis' | 'unread'> | undefined> => {
  try {
    const analysis = await analysisOf(ports, principal, live, setting);
    return analysis && { analysis, unread: false };
  } catch (thrown) {
    if (DossierError.from(thrown).code !== 'reading_timeout') throw thrown;
    const last = await ports.records.get(principal, analyses, versionId(live.document.id, live.live.version));
    return last && { analysis: last.value, unread: true };
  }
};

/**
 * The stored analysis of a version where it still holds, else a new one; undefined where the version is gone. Throws
 * `reading_timeout`; what was read before stays then.
 */
export const analysisOf = async (
  ports: ObligationPorts,
  principal: Principal,
  { document, live: { version } }: LiveDocument,
  setting: Setting & { readonly family: Family },
): Promise<Analysis | undefined> => {
  const related = setting.family(document.id);
  const facts = await factsOf(ports, principal, [document.id, ...related.map(({ documentId }) => documentId)]);
  const today = toInstant(ports.clock.now()).slice(0, 10);
  const deciding = { timezone: setting.timezone, today, related, facts };
  const stored = await ports.records.get(principal, analyses, versionId(document.id, version));
  const fingerprint = fingerprintOf(deciding, ports.clauses.current()?.id ?? null);
  if (stored?.value.fingerprint === fingerprint) return stored.value;
  if (stored?.value.tooLong === fingerprint) throw new DossierError('reading_timeout');
  try {
    return await analyse(ports, principal, { document, version, deciding, setting });
  } catch (thrown) {
    if (DossierError.from(thrown).code === 'reading_timeout')
      await noteTooLong(ports, principal, stored, { documentId: document.id, version, tooLong: fingerprint });
    throw thrown;
  }
};

/** Keeps what was read before; where that is nothing, an analysis without anything. Another reading that comes first stays. */
const noteTooLong = async (
  { records, clock }: ObligationPorts,
  principal: Principal,
  stored: Stored<Analysis> | undefined,
  noted: Pick<Analysis, 'documentId' | 'version' | 'tooLong'>,
): Promise<void> => {
  const nothing = { fingerprint: '', parties: [], related: [], beside: false, clauseModel: null, dropped: 0 };
  const counts = { dated: 0, open: 0, none: 0 };
  const value = { ...nothing, counts, analysedAt: toInstant(clock.now()), ...stored?.value, ...noted };
  const id = versionId(noted.documentId, noted.version);
  const write = stored ? update(analyses, stored, value) : insert(analyses, id, value);
  await records.commit(principal, { writes: [write] }).catch((thrown: unknown) => {
    if (DossierError.from(thrown).code !== 'conflict') throw thrown;
  });
};

type Target = {
  readonly document: StoredDocument;
  readonly version: number;
  readonly deciding: Deciding;
  readonly setting: Setting;
};

const analyse = async (
  ports: ObligationPorts,
  principal: Principal,
  { document, version, deciding, setting }: Target,
): Promise<Analysis | undefined> => {
  const read = await readVersion(ports, principal, document, version, setting);
  if (read === undefined) return undefined;
  const { timezone, today, facts } = deciding;
  const others = await readRelated(ports, principal, deciding.related, setting);
  const sources = { document: read.document, related: others, facts, today, timezone };
  const found = await readObligations(sources, setting.signal);
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
    tooLong: null,
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
