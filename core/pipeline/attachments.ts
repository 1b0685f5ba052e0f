import { eachRecord } from '../document/each.ts';
import { fileNameOf } from '../document/file-name.ts';
import { attachmentSource, sha256Of } from '../document/identity.ts';
import type { ChildDocument, ParseWarning } from '../document/parsed.ts';
import { type Attachment, type DocumentVersion, documents, type SourceRecord, sources } from '../document/record.ts';
import { untilCommitted } from '../document/until-committed.ts';
import type { Principal } from '../identity/principal.ts';
import { remove, type Stored, update } from '../ports/records.ts';
import { deleteDocument } from './control.ts';
import { depthOf, TOO_DEEP } from './depth.ts';
import type { PipelineParts } from './parts.ts';
import { receiveFile } from './receive.ts';
import { tidy } from './tidy.ts';

/**
 * What a file holds beside its own text becomes documents of their own, each read by its own parser: found when the
 * file is parsed, received before it is published, so that a document that is ready has all of its attachments.
 */
type Found = { readonly attachments: Attachment[]; readonly warnings: readonly ParseWarning[] };

/** Stores what was found in a document. Empty files are nothing to read; those that stand too deep are only counted. */
export const storeAttachments = async (
  parts: PipelineParts,
  principal: Principal,
  documentId: string,
  children: readonly ChildDocument[],
): Promise<Found> => {
  const files = children.filter(({ bytes }) => bytes.byteLength > 0);
  if (files.length === 0) return { attachments: [], warnings: [] };
  if ((await depthOf(parts.store, principal, documentId)) >= parts.attachmentDepth) {
    return { attachments: [], warnings: [tooDeep(files.length, parts.attachmentDepth)] };
  }
  const attachments = new Map<string, Attachment>();
  for (const { name, bytes } of files) {
    const sha256 = sha256Of(bytes);
    if (attachments.has(sha256)) continue;
    await parts.store.blobs.put(principal, bytes);
    attachments.set(sha256, { name: fileNameOf(name), sha256, bytes: bytes.byteLength });
  }
  return { attachments: [...attachments.values()], warnings: [] };
};

const tooDeep = (count: number, depth: number): ParseWarning => ({
  code: TOO_DEEP,
  message:
    `${count} attached file(s) were not read: attachments are read ${depth} level(s) deep ` +
    '(limits.max_attachment_depth).',
});

/**
 * Makes the attachments of a version documents, and lets go of those that only the version before it had.
 * False where an original is not there any more (the last document with the same bytes was deleted just now): then
 * the version has to be parsed again.
 */
export const receiveAttachments = async (
  parts: PipelineParts,
  principal: Principal,
  documentId: string,
  { attachments, receivedAt }: DocumentVersion,
): Promise<boolean> => {
  const known = await attachmentSources(parts, principal, documentId);
  if (attachments.length > 0) {
    const depth = (await depthOf(parts.store, principal, documentId)) + 1;
    for (const { name, sha256 } of attachments) {
      const bytes = await parts.store.blobs.get(principal, sha256);
      if (bytes === undefined) return false;
      const path = attachmentSource(documentId, sha256);
      const attachedTo = { parent: documentId, depth };
      const file = { name, bytes, sha256, path, modifiedMs: parts.clock.now(), attachedTo };
      await receiveFile(parts, principal, file, receivedAt);
    }
  }
  const kept = new Set(attachments.map(({ sha256 }) => attachmentSource(documentId, sha256)));
  for (const source of known) if (!kept.has(source.value.path)) await detach(parts, principal, source);
  return true;
};

/** What is attached to a document now, in no order. */
export const attachmentSources = ({ store }: Pick<PipelineParts, 'store'>, principal: Principal, parent: string) =>
  Array.fromAsync(eachRecord(store.records, principal, sources, { where: { parent } }));

const detach = (parts: PipelineParts, principal: Principal, source: Stored<SourceRecord>): Promise<void> =>
  untilCommitted(async () => {
    const { store } = parts;
    const { documentId } = source.value;
    const document = await store.records.get(principal, documents, documentId);
    if (document === undefined) return;
    if ((await store.records.count(principal, sources, { documentId })) > 1) {
      const writes = [remove(sources, source.id), update(documents, document, document.value)];
      await store.records.commit(principal, { writes });
      return;
    }
    for (const each of await deleteDocument(parts, principal, document)) await tidy(store, principal, each);
  });
