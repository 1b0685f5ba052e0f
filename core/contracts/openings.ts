import type { LiveDocument } from '../document/chosen.ts';
import type { Documents } from '../document/documents.ts';
import { eachRecord } from '../document/each.ts';
import { keptVersions, versionId } from '../document/kept-versions.ts';
import { DossierError } from '../errors/error.ts';
import type { Principal } from '../identity/principal.ts';
import { type Collection, insert, type Records, remove, update, type Write } from '../ports/records.ts';
import { READER_VERSION } from '../reading/facts.ts';
import { readingLimit, withinTime } from '../reading/within-time.ts';
import { readOpening } from './opening.ts';
import type { OpeningRecord } from './records.ts';

/** Where openings are kept: `openings` is the agent's own collection. */
export type OpeningsPorts = {
  readonly records: Records;
  readonly documents: Pick<Documents, 'get' | 'parsed'>;
  readonly openings: Collection<OpeningRecord>;
};

/** How documents begin, by id: what is stored, and what had to be read for it. One that takes too long to read is left out. */
export const openingsOf = async (
  ports: OpeningsPorts,
  principal: Principal,
  live: readonly LiveDocument[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, OpeningRecord>> => {
  const stored = new Map<string, OpeningRecord>();
  for await (const { id, value } of eachRecord(ports.records, principal, ports.openings)) {
    if (value.reader === READER_VERSION) stored.set(id, value);
  }
  const found = new Map<string, OpeningRecord>();
  for (const each of live) {
    signal.throwIfAborted();
    const known = stored.get(versionId(each.document.id, each.live.version));
    const opening = known ?? (await openingOrNone(ports, principal, each));
    if (opening) found.set(each.document.id, opening);
  }
  return found;
};

const openingOrNone = async (
  ports: OpeningsPorts,
  principal: Principal,
  live: LiveDocument,
): Promise<OpeningRecord | undefined> => {
  try {
    return await storeOpening(ports, principal, live);
  } catch (thrown) {
    if (DossierError.from(thrown).code !== 'reading_timeout') throw thrown;
    return undefined;
  }
};

/**
 * How the documents begin that may belong to the same contract as this one, itself included: those that amend, and all
 * where it amends itself. Only what is stored: what was never read joins when somebody asks for the risks.
 */
export const openingsBeside = async (
  { records, openings }: OpeningsPorts,
  principal: Principal,
  own: OpeningRecord,
): Promise<ReadonlyMap<string, OpeningRecord>> => {
  const found = new Map<string, OpeningRecord>();
  const query = own.amends ? {} : { where: { amends: true } };
  for await (const { value } of eachRecord(records, principal, openings, query)) {
    const known = found.get(value.documentId);
    if (value.reader === READER_VERSION && (known === undefined || known.version < value.version))
      found.set(value.documentId, value);
  }
  return found.set(own.documentId, own);
};

/** Reads and keeps how a version begins; undefined where it is gone. May be called again. Throws `reading_timeout`. */
export const storeOpening = async (
  { records, documents, openings }: OpeningsPorts,
  principal: Principal,
  { document, live }: LiveDocument,
): Promise<OpeningRecord | undefined> => {
  const parsed = await documents.parsed(principal, document.id, live.version);
  if (parsed === undefined) return undefined;
  const value = withinTime(() => readOpening(document, live, parsed.text), readingLimit(parsed.text.length));
  const id = versionId(document.id, live.version);
  const stored = await records.get(principal, openings, id);
  const writes = [stored ? update(openings, stored, value) : insert(openings, id, value)];
  try {
    await records.commit(principal, { writes });
  } catch (thrown) {
    // Somebody else has just read the same.
    if (DossierError.from(thrown).code !== 'conflict') throw thrown;
  }
  // Deleted while it was read: nothing of it stays.
  if ((await documents.get(principal, document.id)) !== undefined) return value;
  await removeOlderOpenings({ records, documents, openings }, principal, document.id);
  return undefined;
};

/** Takes out how versions began that are gone; all of them where the document is. May be called again. */
export const removeOlderOpenings = async (
  { records, documents, openings }: OpeningsPorts,
  principal: Principal,
  documentId: string,
): Promise<void> => {
  const kept = keptVersions(await documents.get(principal, documentId));
  const writes: Write[] = [];
  for await (const { id, value } of eachRecord(records, principal, openings, { where: { documentId } }))
    if (!kept.has(value.version)) writes.push(remove(openings, id));
  if (writes.length > 0) await records.commit(principal, { writes });
};
