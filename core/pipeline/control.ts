import { eachRecord } from '../document/each.ts';
import { documents, type StoredDocument, sources } from '../document/record.ts';
import { isEnd, receivedVersion, withLatest } from '../document/states.ts';
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

/** A change to a document, and what it leaves to tidy up once it is committed. */
export type Change = { readonly commit: Commit; readonly left: readonly Leftovers[] };

/** Calls again with the document as it is then, as long as someone else changes it in between. */
export const untilCommitted = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (thrown) {
      if (DossierError.from(thrown).code !== 'conflict' || tries >= 20) throw thrown;
    }
  }
};

/** A failed or cancelled version from its start. */
export const restarted = (document: StoredDocument, at: string): Change => {
  const latest = receivedVersion(document.value.latest.version, document.value.latest, at);
  return {
    commit: {
      writes: [update(documents, document, withLatest(document.value, latest, at))],
      jobs: [pipelineJob(document.id, latest)],
    },
    left: [],
  };
};

/** The document goes, with its sources, its passages and its blobs, and the agents are told. */
export const removed = async (
  { store, agents, clock }: Pick<PipelineParts, 'store' | 'agents' | 'clock'>,
  principal: Principal,
  document: StoredDocument,
): Promise<Change> => {
  const { latest, live, state } = document.value;
  const writes: Write[] = [remove(documents, document.id, document.revision)];
  for await (const source of eachRecord(store.records, principal, sources, { where: { documentId: document.id } })) {
    writes.push(remove(sources, source.id));
  }
  const blobs = [latest.sha256, latest.parsedSha256, live?.sha256 ?? null, live?.parsedSha256 ?? null];
  const left = { documentId: document.id, version: latest.version, blobs: [...new Set(blobs)] };
  const event = { type: 'document.deleted' as const, documentId: document.id, version: latest.version };
  const tidying = isEnd(state) ? [tidyJob(left)] : interruptedTidyJobs(left, clock.now());
  return { commit: { writes, jobs: [...eventJobs(agents(), event, latest.run), ...tidying] }, left: [left] };
};

export type Control = {
  /** Stops a document that is on its way. One that has come to its end stays as it is. */
  cancel(principal: Principal, documentId: string): Promise<StoredDocument>;
  /** Starts a failed or cancelled document again. Any other stays as it is. */
  retry(principal: Principal, documentId: string): Promise<StoredDocument>;
  /** Deletes a document at whatever stage it is. */
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
        const left = { documentId, version: latest.version, blobs: [latest.parsedSha256] };
        const cancelled = { ...latest, state: 'cancelled' as const, parsedSha256: null, chunks: 0, finishedAt: at };
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

    remove: (principal, documentId) =>
      untilCommitted(async () => {
        const document = await getDocument(store, principal, documentId);
        const { commit, left } = await removed(parts, principal, document);
        await store.records.commit(principal, commit);
        await interrupt(store, principal, document);
        await settle(principal, left);
        return document;
      }),
  };
};
