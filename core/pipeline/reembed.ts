import { z } from 'zod';
import { eachRecord } from '../document/each.ts';
import { documents } from '../document/record.ts';
import { jobPrincipal, type Principal } from '../identity/principal.ts';
import type { JobHandler } from '../jobs/worker.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { JobSpec } from '../ports/jobs.ts';
import { embedMissing } from './embed.ts';
import { embedJob, embedKind } from './outbox.ts';
import type { PipelineParts, Storage } from './parts.ts';

/** Jobs that are enqueued in one commit. */
const BATCH = 100;

const payloadSchema = z.object({ document_id: z.string() });

/** Gives the published passages of one document vectors in the embedder's space. */
export const embedHandler =
  (store: Storage, embedder: Embedder): JobHandler =>
  async (job, { signal }) => {
    const principal = jobPrincipal(job.workspace);
    const { document_id: documentId } = payloadSchema.parse(job.payload);
    await embedMissing(store.passages, embedder, principal, { documentId }, signal, () => {});
    // Looking through all passages after each document would take longer than embedding them.
    const { waiting } = await store.jobs.counts(principal, job.kind);
    if (waiting === 0) await dropReplacedSpaces(store, principal, embedder);
    return { end: 'done' };
  };

/** One job for each ready document that the embedder's space does not cover; none while it covers all. */
export const enqueueReembedding = async (
  { store, embedding }: Pick<PipelineParts, 'store' | 'embedding'>,
  principal: Principal,
  signal: AbortSignal,
): Promise<number> => {
  const embedder = embedding.current();
  if (embedder === undefined) return 0;
  const { passages, records } = store;
  await passages.openSpace(principal, embedder.space);
  if (await dropReplacedSpaces(store, principal, embedder)) return 0;
  let enqueued = 0;
  let batch: JobSpec[] = [];
  const enqueue = async () => {
    if (batch.length > 0) await records.commit(principal, { writes: [], jobs: batch });
    enqueued += batch.length;
    batch = [];
  };
  for await (const { id, value } of eachRecord(records, principal, documents)) {
    signal.throwIfAborted();
    if (value.live === null) continue;
    const missing = await passages.withoutVector(principal, embedder.space, { documentId: id, limit: 1 });
    if (missing.length === 0) continue;
    batch.push(embedJob(id, embedder.space.id));
    if (batch.length >= BATCH) await enqueue();
  }
  await enqueue();
  return enqueued;
};

/** How often to look whether the jobs are done. */
const WATCH_MILLISECONDS = 200;

/** Enqueues what is missing and resolves when it is made, or when the rest waits for another try later. */
export const settleReembedding = async (
  { store, embedding, clock }: Pick<PipelineParts, 'store' | 'embedding' | 'clock'>,
  principal: Principal,
  wake: () => void,
  signal: AbortSignal,
): Promise<void> => {
  const embedder = embedding.current();
  if (embedder === undefined) return;
  await enqueueReembedding({ store, embedding }, principal, signal);
  wake();
  const kind = embedKind(embedder.space.id);
  for (;;) {
    const { waiting, running } = await store.jobs.counts(principal, kind);
    if (waiting + running === 0) return;
    const due = await store.jobs.nextDue([kind]);
    if (running === 0 && due !== undefined && due > clock.now()) return;
    await clock.sleep(WATCH_MILLISECONDS, signal);
  }
};

/** Vectors of other spaces are of use to nobody once every published passage has one in this space. */
const dropReplacedSpaces = async (
  { passages }: Storage,
  principal: Principal,
  { space }: Embedder,
): Promise<boolean> => {
  if ((await passages.withoutVector(principal, space, { limit: 1 })).length > 0) return false;
  for (const { id } of await passages.spaces(principal)) {
    if (id !== space.id) await passages.dropSpace(principal, id);
  }
  return true;
};
