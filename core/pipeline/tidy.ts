import { z } from 'zod';
import { eachRecord } from '../document/each.ts';
import { type DocumentState, documents } from '../document/record.ts';
import { isUnderWay } from '../document/states.ts';
import { jobPrincipal, type Principal } from '../identity/principal.ts';
import type { JobHandler } from '../jobs/worker.ts';
import type { Leftovers } from './outbox.ts';
import type { Storage } from './parts.ts';

/**
 * Takes what no record points to any more out of the index and the blobs. It looks at the record as it is now,
 * so it is right whenever and however often it runs, also after the same bytes have come in again.
 */
export const tidy = async (store: Storage, principal: Principal, left: Leftovers): Promise<void> => {
  const { documentId, version } = left;
  const document = (await store.records.get(principal, documents, documentId))?.value;
  if (document === undefined || (document.live === null && !isUnderWay(document.state)))
    await store.passages.remove(principal, documentId);
  else if (!(document.latest.version === version && isUnderWay(document.state)))
    await store.passages.unstage(principal, documentId, version);

  for (const sha256 of left.blobs) {
    if (sha256 !== null)
      await removeUnused(store.blobs, principal, sha256, () => isUsed(store, principal, documentId, sha256));
  }
};

/**
 * Removes a blob. A document that needs it can come in between the look and the removal, here or in another process:
 * then it is put back. Whoever stores a blob looks in turn, after the commit, whether it is still there.
 */
export const removeUnused = async (
  blobs: Storage['blobs'],
  principal: Principal,
  sha256: string,
  isUsed: () => Promise<boolean>,
): Promise<boolean> => {
  if (await isUsed()) return false;
  const bytes = await blobs.get(principal, sha256).catch(() => undefined);
  await blobs.remove(principal, sha256);
  if (bytes === undefined || !(await isUsed())) return true;
  await blobs.put(principal, bytes);
  return false;
};

/**
 * Whether these are some document's live or latest bytes, the parsed text of this one, or what was found in one that
 * is still on its way: once it is ready, its attachments are documents of their own.
 */
const isUsed = async (
  { records }: Storage,
  principal: Principal,
  documentId: string,
  sha256: string,
): Promise<boolean> => {
  const document = (await records.get(principal, documents, documentId))?.value;
  return (
    document?.live?.parsedSha256 === sha256 ||
    document?.latest.parsedSha256 === sha256 ||
    (await records.count(principal, documents, { sha256 })) > 0 ||
    (await records.count(principal, documents, { liveSha256: sha256 })) > 0 ||
    (await isFoundIn(records, principal, sha256))
  );
};

/** States of a version whose attachments are known and not received yet. */
const HOLDING: readonly DocumentState[] = ['parsed', 'chunked', 'embedded', 'analysed'];

const isFoundIn = async (records: Storage['records'], principal: Principal, sha256: string): Promise<boolean> => {
  for await (const { value } of eachRecord(records, principal, documents, { where: { state: { in: HOLDING } } })) {
    if (value.latest.attachments.some((attachment) => attachment.sha256 === sha256)) return true;
  }
  return false;
};

const payloadSchema = z.object({ document_id: z.string(), version: z.int(), blobs: z.array(z.string()) });

/** For what a process committed to tidy up and was killed before it had. */
export const tidyHandler =
  (store: Storage): JobHandler =>
  async (job) => {
    const { document_id: documentId, version, blobs } = payloadSchema.parse(job.payload);
    await tidy(store, jobPrincipal(job.workspace), { documentId, version, blobs });
    return { end: 'done' };
  };
