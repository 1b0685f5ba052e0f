import { z } from 'zod';
import { documents } from '../document/record.ts';
import { derivedBlobs, isEnd } from '../document/states.ts';
import { DossierError } from '../errors/error.ts';
import { jobPrincipal } from '../identity/principal.ts';
import { type JobHandler, type JobOutcome, outcomeOf } from '../jobs/worker.ts';
import { toInstant } from '../ports/clock.ts';
import { createFence, type Fence } from './fence.ts';
import { tidyJob } from './outbox.ts';
import type { PipelineParts } from './parts.ts';
import { tidy } from './tidy.ts';
import { leave, type Walk, walkStages } from './walk.ts';

const payloadSchema = z.object({ document_id: z.string(), version: z.int(), run: z.string() });

/** Takes one version of a document to its end: ready, failed, or given back when this process stops. */
export const pipelineHandler =
  (parts: PipelineParts): JobHandler =>
  async (job, run) => {
    const payload = payloadSchema.parse(job.payload);
    const { document_id: documentId, version } = payload;
    const walk: Walk = { parts, principal: jobPrincipal(job.workspace), documentId, version, run };
    const fence = await begin(walk, payload.run);
    if (fence === undefined) return leave(walk);
    try {
      return await walkStages(walk, fence);
    } catch (thrown) {
      return await endEarly(walk, fence, thrown);
    }
  };

/** Counts the attempt. undefined when there is nothing to do: ended already, replaced, cancelled, deleted. */
const begin = async (
  { parts, principal, documentId, version, run }: Walk,
  name: string,
): Promise<Fence | undefined> => {
  const document = await parts.store.records.get(principal, documents, documentId);
  if (document === undefined) return undefined;
  const { latest } = document.value;
  if (latest.version !== version || latest.run !== name || isEnd(latest.state)) return undefined;
  const held = async () => (await run.lease()) === 'held';
  const fence = createFence({ records: parts.store.records, clock: parts.clock }, principal, document, held);
  // Nothing scans yet, so what is received counts as scanned when work on it begins. Scanners go between the two.
  const state = latest.state === 'received' ? 'scanned' : latest.state;
  return (await fence.advance(state, { attempts: latest.attempts + 1 })) ? fence : undefined;
};

const endEarly = async (walk: Walk, fence: Fence, thrown: unknown): Promise<JobOutcome> => {
  const { parts, documentId, version, run } = walk;
  const { latest } = fence.current().value;
  const outcome = outcomeOf(thrown, latest.attempts, run, parts.clock.now());
  const log = parts.log.child({ document_id: documentId, version, stage: latest.state });
  switch (outcome.end) {
    case 'cancelled':
      return leave(walk);
    case 'retry':
      if (run.interruption() === 'stop') {
        // Being asked to stop is no failure of the document.
        return (await fence.advance(latest.state, { attempts: latest.attempts - 1 })) ? outcome : leave(walk);
      }
      log.warn({ code: outcome.error.code, attempt: latest.attempts, err: thrown }, 'will be tried again');
      return outcome;
    case 'failed':
      log.info({ code: outcome.error.code, err: DossierError.from(thrown).cause }, 'document failed');
      return (await fail(walk, fence, outcome)) ? outcome : leave(walk);
    default:
      return outcome;
  }
};

/** The record keeps why; the index and the blobs keep nothing of the version but its original. */
const fail = async (
  { parts, principal, documentId, version }: Walk,
  fence: Fence,
  { error }: Extract<JobOutcome, { end: 'failed' }>,
): Promise<boolean> => {
  const { latest } = fence.current().value;
  const { code, message, hint } = error;
  const left = { documentId, version, blobs: derivedBlobs(latest) };
  const patch = {
    error: { code, message, hint, stage: latest.state },
    parsedSha256: null,
    attachments: [],
    chunks: 0,
    finishedAt: toInstant(parts.clock.now()),
  };
  if (!(await fence.advance('failed', patch, { jobs: [tidyJob(left)] }))) return false;
  await tidy(parts.store, principal, left);
  parts.progress.report({ workspace: principal.workspace, documentId, version, state: 'failed', fraction: 1 });
  return true;
};
