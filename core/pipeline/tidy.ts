import { z } from 'zod';
import { documents } from '../document/record.ts';
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
  if (document === undefined) await store.passages.remove(principal, documentId);
  else if (document.live === null && !isUnderWay(document.state)) await store.passages.remove(principal, documentId);
  else if (document.live?.version !== version && !(document.latest.version === version && isUnderWay(document.state)))
    await store.passages.unstage(principal, documentId, version);

  const own = [document?.live?.parsedSha256, document?.latest.parsedSha256];
  for (const sha256 of left.blobs) {
    if (sha256 !== null && !own.includes(sha256) && !(await isOriginal(store, principal, sha256))) {
      await store.blobs.remove(principal, sha256);
    }
  }
};

/** Whether some document's live or latest bytes are these. */
const isOriginal = async ({ records }: Storage, principal: Principal, sha256: string): Promise<boolean> =>
  (await records.count(principal, documents, { sha256 })) > 0 ||
  (await records.count(principal, documents, { liveSha256: sha256 })) > 0;

const payloadSchema = z.object({ document_id: z.string(), version: z.int(), blobs: z.array(z.string()) });

/** For what a process committed to tidy up and was killed before it had. */
export const tidyHandler =
  (store: Storage): JobHandler =>
  async (job) => {
    const { document_id: documentId, version, blobs } = payloadSchema.parse(job.payload);
    await tidy(store, jobPrincipal(job.workspace), { documentId, version, blobs });
    return { end: 'done' };
  };
