import { z } from 'zod';
import { eachRecord } from '../document/each.ts';
import { documentStates, documents } from '../document/record.ts';
import { blobsOf, isUnderWay } from '../document/states.ts';
import { DossierError } from '../errors/error.ts';
import type { Principal } from '../identity/principal.ts';
import type { Clock } from '../ports/clock.ts';
import { toInstant } from '../ports/clock.ts';
import { type Collection, insert, remove, type Write } from '../ports/records.ts';
import { jobKinds, pipelineJob } from './outbox.ts';
import type { Storage } from './parts.ts';
import { removeUnused } from './tidy.ts';

/** A blob that no record pointed to when it was seen. It may belong to a document that is just coming in. */
const orphanSchema = z.object({ seenAt: z.string() });
export type Orphan = z.infer<typeof orphanSchema>;

export const orphans: Collection<Orphan> = { name: 'core.orphans', schema: orphanSchema, indexes: [] };

/** How long a blob must have been seen without a record before it is removed. */
export const ORPHAN_GRACE_MILLISECONDS = 60 * 60 * 1000;

/** Documents on their way whose job is gone are given one again. With whole commits there are none: the last net. */
export const resumeStranded = async ({ records, jobs }: Storage, principal: Principal): Promise<number> => {
  let resumed = 0;
  const where = { state: { in: documentStates.filter(isUnderWay) } };
  for await (const { id, value } of eachRecord(records, principal, documents, { where })) {
    const spec = pipelineJob(id, value.latest);
    const job = await jobs.get(principal, jobKinds.pipeline, spec.key);
    if (job?.state === 'waiting' || job?.state === 'running') continue;
    await records.commit(principal, { writes: [], jobs: [spec] });
    resumed++;
  }
  return resumed;
};

/**
 * Removes blobs that no record points to, once an earlier sweep has seen them so an hour ago or longer.
 * Such blobs are what a process leaves that was killed between storing a file and recording it.
 */
export const sweepBlobs = async (store: Storage, clock: Clock, principal: Principal): Promise<number> => {
  const { records, blobs } = store;
  const used = await usedBlobs(store, principal);
  const known = new Map<string, string>();
  for await (const { id, value } of eachRecord(records, principal, orphans)) known.set(id, value.seenAt);

  const due = toInstant(clock.now() - ORPHAN_GRACE_MILLISECONDS);
  const writes: Write[] = [];
  let removed = 0;
  for await (const sha256 of blobs.list(principal)) {
    const seenAt = known.get(sha256);
    if (used.has(sha256)) continue;
    if (seenAt === undefined) writes.push(insert(orphans, sha256, { seenAt: toInstant(clock.now()) }));
    else if (seenAt > due) known.delete(sha256);
    else if (
      await removeUnused(blobs, principal, sha256, async () => (await usedBlobs(store, principal)).has(sha256))
    ) {
      removed++;
    }
  }
  // What is left in `known` was removed just now, is in use again, or is gone.
  for (const sha256 of known.keys()) writes.push(remove(orphans, sha256));
  for (let start = 0; start < writes.length; start += 500) {
    await commitUnlessRaced(store, principal, writes.slice(start, start + 500));
  }
  return removed;
};

const usedBlobs = async ({ records }: Storage, principal: Principal): Promise<ReadonlySet<string | null>> => {
  const used = new Set<string | null>();
  for await (const { value } of eachRecord(records, principal, documents)) {
    for (const version of [value.latest, value.live]) {
      for (const sha256 of version ? blobsOf(version) : []) used.add(sha256);
    }
  }
  return used;
};

/** Two processes may sweep at once; what one has noted the other need not. */
const commitUnlessRaced = async (
  { records }: Storage,
  principal: Principal,
  writes: readonly Write[],
): Promise<void> => {
  try {
    await records.commit(principal, { writes });
  } catch (thrown) {
    if (DossierError.from(thrown).code !== 'conflict') throw thrown;
  }
};
