import { eachRecord } from '../document/each.ts';
import { documents, type StoredDocument, sources } from '../document/record.ts';
import { blobsOf, derivedBlobs, isEnd, receivedVersion, withLatest } from '../document/states.ts';
import { untilCommitted } from '../document/until-committed.ts';
import { DossierError } from '../errors/error.ts';
import type { Principal } from '../identity/principal.ts';
import { toInstant } from '../ports/clock.ts';
import { type Commit, remove, update, type Write } from '../ports/records.ts';
import {
  eventJobs,
  interruptedTidyJobs,
  jobKinds,
  type Leftovers,
  pipelineJob,
  pipelineKey,
  tidyJob,
} from './outbox.ts';
import type { PipelineParts } from './parts.ts';
import { tidy } from './tidy.ts';

/** A change to a document, and what is to be done once it is committed. */
export type Change = {
  readonly commit: Commit;
  /** What it leaves to tidy up. */
  readonly left: readonly Leftovers[];
  /** Documents that it deletes: whatever walk they are on is over. */
  readonly gone: readonly StoredDocument[];
};

/** A failed or cancelled version from its start, with the languages that it was to be read in unless others are named. */
export const restarted = (
  document: StoredDocument,
  at: string,
  languages: readonly string[] | null = document.value.latest.languages,
): Change => begun(document, document.value.latest.version, languages, at);

/** The same bytes once more, as the next version: the one before goes on answering until then. */
export const readAgain = (document: StoredDocument, languages: readonly string[] | null, at: string): Change =>
  begun(document, document.value.latest.version + 1, languages, at);

const begun = (document: StoredDocument, version: number, languages: readonly string[] | null, at: string): Change => {
  const latest = receivedVersion(version, { ...document.value.latest, languages }, at);
  return {
    commit: {
      writes: [update(documents, document, withLatest(document.value, latest, at))],
      jobs: [pipelineJob(document.id, latest)],
    },
    left: [],
    gone: [],
  };
};

/**
 * The document goes, with its sources, its passages and its blobs, and the agents are told. What was attached to it
 * and is known from nowhere else goes with it.
 */
export const removed = async (
  parts: Pick<PipelineParts, 'store' | 'agents' | 'clock'>,
  principal: Principal,
  document: StoredDocument,
): Promise<Change> => {
  const going = await withAttachments(parts.store, principal, document);
  const changes = going.documents.map((each) => removal(parts, each));
  return {
    commit: {
      writes: [...changes.flatMap(({ commit }) => commit.writes), ...going.writes],
      jobs: changes.flatMap(({ commit }) => commit.jobs ?? []),
    },
    left: changes.flatMap(({ left }) => left),
    gone: going.documents,
  };
};

/** Deletes it now, and gives what is left to tidy up. Throws `conflict` when someone else changes it meanwhile. */
export const deleteDocument = async (
  parts: Pick<PipelineParts, 'store' | 'agents' | 'clock'>,
  principal: Principal,
  document: StoredDocument,
): Promise<readonly Leftovers[]> => {
  const { commit, left, gone } = await removed(parts, principal, document);
  await parts.store.records.commit(principal, commit);
  for (const each of gone) await interrupt(parts.store, principal, each);
  return left;
};

const removal = (
  { agents, clock }: Pick<PipelineParts, 'agents' | 'clock'>,
  document: StoredDocument,
): Omit<Change, 'gone'> => {
  const { latest, live, state } = document.value;
  const blobs = [...blobsOf(latest), ...(live === null ? [] : blobsOf(live))];
  const left = { documentId: document.id, version: latest.version, blobs: [...new Set(blobs)] };
  const event = { type: 'document.deleted' as const, documentId: document.id, version: latest.version };
  const tidying = isEnd(state) ? [tidyJob(left)] : interruptedTidyJobs(left, clock.now());
  return {
    commit: {
      writes: [remove(documents, document.id, document.revision)],
      jobs: [...eventJobs(agents(), event, latest.run), ...tidying],
    },
    left: [left],
  };
};

/** A document and all that has no other source than it, and the writes that take their sources away. */
const withAttachments = async (
  { records }: Pick<PipelineParts['store'], 'records'>,
  principal: Principal,
  document: StoredDocument,
): Promise<{ documents: StoredDocument[]; writes: Write[] }> => {
  const going = new Map([[document.id, document]]);
  const staying = new Map<string, StoredDocument>();
  const writes = new Map<string, Write>();
  // Grows while it is walked: what is attached to what goes is looked at in turn.
  for (const { id } of going.values()) {
    for await (const source of eachRecord(records, principal, sources, { where: { documentId: id } })) {
      writes.set(source.id, remove(sources, source.id));
    }
    for await (const source of eachRecord(records, principal, sources, { where: { parent: id } })) {
      writes.set(source.id, remove(sources, source.id));
      const { documentId } = source.value;
      const child = await records.get(principal, documents, documentId);
      if (child === undefined || going.has(documentId)) continue;
      const others = await Array.fromAsync(eachRecord(records, principal, sources, { where: { documentId } }));
      if (others.every((other) => writes.has(other.id))) {
        going.set(documentId, child);
        staying.delete(documentId);
      } else staying.set(documentId, child);
    }
  }
  // Tied to the revision, so that it does not lose its last source elsewhere at the same time.
  for (const child of staying.values()) writes.set(child.id, update(documents, child, child.value));
  return { documents: [...going.values()], writes: [...writes.values()] };
};

export type Control = {
  /** Stops a document that is on its way. One that has come to its end stays as it is. */
  cancel(principal: Principal, documentId: string): Promise<StoredDocument>;
  /** Starts a failed or cancelled document again. Any other stays as it is. */
  retry(principal: Principal, documentId: string): Promise<StoredDocument>;
  /**
   * Reads a document once more, with other languages to recognize or, with null, those of the configuration. One that
   * is ready goes on answering as it is until then. Throws `not_ready` for one that is being read.
   */
  reread(principal: Principal, documentId: string, languages: readonly string[] | null): Promise<StoredDocument>;
  /** Deletes a document at whatever stage it is, and what was attached to it and is known from nowhere else. */
  remove(principal: Principal, documentId: string): Promise<StoredDocument>;
};

/** Throws `not_found` for what the workspace does not have. */
export const getDocument = async (
  { records }: Pick<PipelineParts['store'], 'records'>,
  principal: Principal,
  documentId: string,
): Promise<StoredDocument> => {
  const document = await records.get(principal, documents, documentId);
  if (document === undefined) throw new DossierError('not_found', { what: 'document', id: documentId });
  return document;
};

/** Stops the walk of the document's latest version, wherever it runs. */
export const interrupt = (
  { jobs }: Pick<PipelineParts['store'], 'jobs'>,
  principal: Principal,
  { id, value }: StoredDocument,
): Promise<boolean> => jobs.cancel(principal, jobKinds.pipeline, pipelineKey(id, value.latest));

/**
 * A document that is being published is left alone for the moment that this takes: replaced or cancelled now,
 * what can be found and what the record says could come apart.
 */
export const awaitPublished = async (
  { store, clock }: Pick<PipelineParts, 'store' | 'clock'>,
  principal: Principal,
  document: StoredDocument,
): Promise<StoredDocument | undefined> => {
  let now: StoredDocument | undefined = document;
  for (let tries = 0; now?.value.state === 'analysed'; tries++) {
    if (tries >= 100) throw new DossierError('not_ready', { id: document.id, state: 'analysed' });
    await clock.sleep(100);
    now = await store.records.get(principal, documents, document.id);
  }
  return now;
};

export const createControl = (parts: PipelineParts, changed: () => void): Control => {
  const { store, clock } = parts;
  const settle = async (principal: Principal, left: readonly Leftovers[]) => {
    changed();
    for (const each of left) await tidy(store, principal, each);
  };

  return {
    cancel: (principal, documentId) =>
      untilCommitted(async () => {
        const found = await getDocument(store, principal, documentId);
        const document = await awaitPublished(parts, principal, found);
        if (document === undefined) throw new DossierError('not_found', { what: 'document', id: documentId });
        const { latest, state } = document.value;
        if (isEnd(state)) return document;
        const at = toInstant(clock.now());
        const left = { documentId, version: latest.version, blobs: derivedBlobs(latest) };
        const nothing = { parsedSha256: null, attachments: [], chunks: 0 };
        const cancelled = { ...latest, ...nothing, state: 'cancelled' as const, finishedAt: at };
        const value = withLatest(document.value, cancelled, at);
        const jobs = interruptedTidyJobs(left, clock.now());
        await store.records.commit(principal, { writes: [update(documents, document, value)], jobs });
        await interrupt(store, principal, document);
        await settle(principal, [left]);
        parts.progress.report({
          workspace: principal.workspace,
          documentId,
          version: latest.version,
          state: 'cancelled',
          fraction: 1,
        });
        return getDocument(store, principal, documentId);
      }),

    retry: (principal, documentId) =>
      untilCommitted(async () => {
        const document = await getDocument(store, principal, documentId);
        if (document.value.state !== 'failed' && document.value.state !== 'cancelled') return document;
        await store.records.commit(principal, restarted(document, toInstant(clock.now())).commit);
        changed();
        return getDocument(store, principal, documentId);
      }),

    reread: (principal, documentId, languages) =>
      untilCommitted(async () => {
        const document = await getDocument(store, principal, documentId);
        const { state } = document.value;
        if (!isEnd(state)) throw new DossierError('not_ready', { id: documentId, state });
        const at = toInstant(clock.now());
        const { commit } = state === 'ready' ? readAgain(document, languages, at) : restarted(document, at, languages);
        await store.records.commit(principal, commit);
        changed();
        return getDocument(store, principal, documentId);
      }),

    remove: (principal, documentId) =>
      untilCommitted(async () => {
        const document = await getDocument(store, principal, documentId);
        await settle(principal, await deleteDocument(parts, principal, document));
        return document;
      }),
  };
};
