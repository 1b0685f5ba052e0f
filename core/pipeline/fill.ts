import { z } from 'zod';
import { eachRecord } from '../document/each.ts';
import { documents } from '../document/record.ts';
import { jobPrincipal, type Principal } from '../identity/principal.ts';
import type { JobHandler } from '../jobs/worker.ts';
import type { JobSpec } from '../ports/jobs.ts';
import { fillJob } from './outbox.ts';
import type { PipelineParts, Storage } from './parts.ts';

/**
 * What the published passages of every document should have from the model that is in force: vectors, labels. A document
 * lacks it after a change of model, and where the model failed when the document came in.
 */
export type Filling = {
  /** Kind of its jobs. It names the model: only a process that has it can do them. */
  readonly kind: string;
  /** Called before anything is looked for. */
  open(principal: Principal): Promise<void>;
  /** Whether the document lacks it; without one, whether any document of the workspace does. */
  lacks(principal: Principal, documentId?: string): Promise<boolean>;
  /** Gives the published version of the document what it lacks. */
  fill(principal: Principal, documentId: string, signal: AbortSignal): Promise<void>;
  /** Forgets what models before made: called once no document lacks what this one makes. */
  dropReplaced(principal: Principal): Promise<void>;
};

/** Jobs that are enqueued in one commit. */
const BATCH = 100;

const payloadSchema = z.object({ document_id: z.string() });

/** Gives one document what it lacks. */
export const fillHandler =
  ({ jobs }: Pick<Storage, 'jobs'>, filling: Filling): JobHandler =>
  async (job, { signal }) => {
    const principal = jobPrincipal(job.workspace);
    const { document_id: documentId } = payloadSchema.parse(job.payload);
    await filling.fill(principal, documentId, signal);
    // Looking through all passages after each document would take longer than filling them.
    const { waiting } = await jobs.counts(principal, job.kind);
    if (waiting === 0) await dropReplaced(filling, principal);
    return { end: 'done' };
  };

/** What models before made is of use to nobody once every published document has what this one makes. */
const dropReplaced = async (filling: Filling, principal: Principal): Promise<boolean> => {
  if (await filling.lacks(principal)) return false;
  await filling.dropReplaced(principal);
  return true;
};

/** One job for each ready document that lacks something; none while none does. */
export const enqueueFilling = async (
  { records }: Pick<Storage, 'records'>,
  filling: Filling,
  principal: Principal,
  signal: AbortSignal,
): Promise<number> => {
  await filling.open(principal);
  if (await dropReplaced(filling, principal)) return 0;
  let enqueued = 0;
  let batch: JobSpec[] = [];
  const enqueue = async () => {
    if (batch.length > 0) await records.commit(principal, { writes: [], jobs: batch });
    enqueued += batch.length;
    batch = [];
  };
  for await (const { id, value } of eachRecord(records, principal, documents)) {
    signal.throwIfAborted();
    if (value.live === null || !(await filling.lacks(principal, id))) continue;
    batch.push(fillJob(filling.kind, id));
    if (batch.length >= BATCH) await enqueue();
  }
  await enqueue();
  return enqueued;
};

/** How often to look whether the jobs are done. */
const WATCH_MILLISECONDS = 200;

/** Enqueues what is missing and resolves when it is made, or when the rest waits for another try later. */
export const settleFilling = async (
  { store, clock }: Pick<PipelineParts, 'store' | 'clock'>,
  filling: Filling,
  principal: Principal,
  wake: () => void,
  signal: AbortSignal,
): Promise<void> => {
  await enqueueFilling(store, filling, principal, signal);
  wake();
  for (;;) {
    const { waiting, running } = await store.jobs.counts(principal, filling.kind);
    if (waiting + running === 0) return;
    const due = await store.jobs.nextDue([filling.kind]);
    if (running === 0 && due !== undefined && due > clock.now()) return;
    await clock.sleep(WATCH_MILLISECONDS, signal);
  }
};
