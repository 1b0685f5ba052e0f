import { documentIdOf, sourceIdOf } from '../document/identity.ts';
import { type DocumentRecord, documents, type SourceRecord, type StoredDocument, sources } from '../document/record.ts';
import { blobsOf, receivedVersion, withLatest } from '../document/states.ts';
import { untilCommitted } from '../document/until-committed.ts';
import type { Principal } from '../identity/principal.ts';
import { toInstant } from '../ports/clock.ts';
import { insert, type Stored, update, type Write } from '../ports/records.ts';
import { awaitPublished, type Change, interrupt, readAgain, removed, restarted } from './control.ts';
import { depthOf, TOO_DEEP } from './depth.ts';
import { interruptedTidyJobs, pipelineJob } from './outbox.ts';
import type { PipelineParts } from './parts.ts';
import { tidy } from './tidy.ts';

/** A file as it was read: its bytes, and where they came from. */
export type IncomingFile = {
  /** What people call it: the file's name without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Absolute path, `uploadSource(sha256)`, or `attachmentSource(parent, sha256)`. */
  readonly path: string;
  readonly modifiedMs: number;
  /** For what is attached to a document: which one, and how deep in attachments it stands, from 1. */
  readonly attachedTo?: { readonly parent: string; readonly depth: number };
};

export type Receipt = {
  readonly document: StoredDocument;
  /**
   * `new`: bytes and path were unknown. `changed`: a known file has other bytes, this is its next version.
   * `known`: the same bytes at the same path. `duplicate`: the bytes were known from elsewhere.
   */
  readonly outcome: 'new' | 'changed' | 'known' | 'duplicate';
};

/**
 * Takes a file in: stores its bytes, finds or makes its document, and commits the document, its source and the job
 * that reads it as one. What failed or was cancelled before `retryBefore` (an instant) is tried again.
 */
export const receiveFile = async (
  parts: PipelineParts,
  principal: Principal,
  file: IncomingFile,
  retryBefore: string,
): Promise<Receipt> => {
  const { store } = parts;
  await store.blobs.put(principal, file.bytes);
  const receipt = await untilCommitted(async () => {
    const decision = await decide(parts, principal, file, retryBefore);
    await store.records.commit(principal, decision.commit);
    for (const document of decision.interrupted) await interrupt(store, principal, document);
    for (const each of decision.left) await tidy(store, principal, each);
    const document = await store.records.get(principal, documents, decision.documentId);
    return document && { document, outcome: decision.outcome };
  });
  // Between storing the bytes and the commit, the last document with the same bytes may have been deleted.
  if (!(await store.blobs.has(principal, file.sha256))) await store.blobs.put(principal, file.bytes);
  // Deleted again by someone else before it could be read back: as if it had never been here.
  return receipt ?? receiveFile(parts, principal, file, retryBefore);
};

type Decision = Change & {
  readonly documentId: string;
  readonly outcome: Receipt['outcome'];
  /** Documents whose walk is over with this commit. */
  readonly interrupted: readonly StoredDocument[];
};

const decide = async (
  parts: PipelineParts,
  principal: Principal,
  file: IncomingFile,
  retryBefore: string,
): Promise<Decision> => {
  const { records } = parts.store;
  const source = await records.get(principal, sources, sourceIdOf(file.path));
  const found = source && (await records.get(principal, documents, source.value.documentId));
  const owner = found && (await awaitPublished(parts, principal, found));
  const now = parts.clock.now();
  const at = toInstant(now);
  const [holder] = (await records.find(principal, documents, { where: { sha256: file.sha256 }, limit: 1 })).items;

  if (holder !== undefined) {
    const replaced = owner !== undefined && owner.id !== holder.id;
    const gone = replaced && (await isOnlySource(parts, principal, owner)) ? owner : undefined;
    const removal = gone && (await removed(parts, principal, gone));
    const again = isRetried(holder, retryBefore)
      ? restarted(holder, at)
      : (await isCloser(parts, principal, holder, file))
        ? readAgain(holder, holder.value.latest.languages, at)
        : undefined;
    const standing = file.attachedTo === undefined ? { ...holder.value, parent: null } : holder.value;
    // The path's source stays, but belongs to the other document from now on.
    const going = removal?.commit.writes.filter(({ id }) => id !== source?.id) ?? [];
    // Also where nothing about it changes, so that nobody deletes it or gives it other bytes at the same time.
    const linked = owner?.id === holder.id ? [] : [update(documents, holder, standing)];
    const writes = [...going, sourceWrite(file, holder.id, at, source), ...(again?.commit.writes ?? linked)];
    return {
      documentId: holder.id,
      outcome: owner?.id === holder.id ? 'known' : 'duplicate',
      commit: { writes, jobs: [...(removal?.commit.jobs ?? []), ...(again?.commit.jobs ?? [])] },
      left: removal?.left ?? [],
      gone: removal?.gone ?? [],
      interrupted: removal?.gone ?? [],
    };
  }
  return owner !== undefined && (await isOnlySource(parts, principal, owner))
    ? nextVersion(file, owner, now, source)
    : newDocument(parts, principal, file, at, source);
};

const nextVersion = (
  file: IncomingFile,
  owner: StoredDocument,
  now: number,
  source: Stored<SourceRecord> | undefined,
): Decision => {
  const at = toInstant(now);
  const before = owner.value.latest;
  const { languages } = before;
  const latest = receivedVersion(before.version + 1, { ...file, bytes: file.bytes.byteLength, languages }, at);
  const left =
    owner.value.live?.version === before.version
      ? []
      : [{ documentId: owner.id, version: before.version, blobs: blobsOf(before) }];
  return {
    documentId: owner.id,
    outcome: 'changed',
    commit: {
      writes: [update(documents, owner, withLatest(owner.value, latest, at)), sourceWrite(file, owner.id, at, source)],
      jobs: [pipelineJob(owner.id, latest), ...left.flatMap((each) => interruptedTidyJobs(each, now))],
    },
    left,
    gone: [],
    interrupted: left.length > 0 ? [owner] : [],
  };
};

const newDocument = async (
  { store: { records } }: PipelineParts,
  principal: Principal,
  file: IncomingFile,
  at: string,
  source: Stored<SourceRecord> | undefined,
): Promise<Decision> => {
  let documentId = documentIdOf(file.sha256);
  for (let attempt = 2; await records.get(principal, documents, documentId); attempt++) {
    documentId = documentIdOf(file.sha256, attempt);
  }
  const latest = receivedVersion(1, { ...file, bytes: file.bytes.byteLength, languages: null }, at);
  const value: DocumentRecord = {
    name: latest.name,
    state: latest.state,
    sha256: latest.sha256,
    liveSha256: null,
    live: null,
    latest,
    parent: file.attachedTo?.parent ?? null,
    createdAt: at,
    updatedAt: at,
  };
  return {
    documentId,
    outcome: 'new',
    commit: {
      writes: [insert(documents, documentId, value), sourceWrite(file, documentId, at, source)],
      jobs: [pipelineJob(documentId, latest)],
    },
    left: [],
    gone: [],
    interrupted: [],
  };
};

const sourceWrite = (
  file: IncomingFile,
  documentId: string,
  at: string,
  source: Stored<SourceRecord> | undefined,
): Write => {
  const value: SourceRecord = {
    path: file.path,
    documentId,
    sha256: file.sha256,
    bytes: file.bytes.byteLength,
    modifiedMs: file.modifiedMs,
    seenAt: at,
    parent: file.attachedTo?.parent ?? null,
    depth: file.attachedTo?.depth ?? 0,
  };
  return source ? update(sources, source, value) : insert(sources, sourceIdOf(file.path), value);
};

/**
 * Whether a document that stood too deep in attachments for its own ones to be read is now known from nearer by:
 * then it is read again.
 */
const isCloser = async (
  { store }: PipelineParts,
  principal: Principal,
  { id, value: { latest } }: StoredDocument,
  { attachedTo }: IncomingFile,
): Promise<boolean> =>
  latest.state === 'ready' &&
  latest.warnings.some(({ code }) => code === TOO_DEEP) &&
  (attachedTo?.depth ?? 0) < (await depthOf(store, principal, id));

/** Whether the path that was read is the only place where the document's bytes came from. */
const isOnlySource = async ({ store }: PipelineParts, principal: Principal, { id }: StoredDocument): Promise<boolean> =>
  (await store.records.count(principal, sources, { documentId: id })) <= 1;

const isRetried = ({ value: { latest } }: StoredDocument, before: string): boolean =>
  (latest.state === 'failed' || latest.state === 'cancelled') && (latest.finishedAt ?? '') < before;
