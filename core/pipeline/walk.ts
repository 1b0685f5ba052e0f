import type { DocumentState, DocumentVersion } from '../document/record.ts';
import { blobsOf } from '../document/states.ts';
import { DossierError } from '../errors/error.ts';
import type { Principal } from '../identity/principal.ts';
import { type JobOutcome, type JobRun, MAX_ATTEMPTS } from '../jobs/worker.ts';
import { toInstant } from '../ports/clock.ts';
import type { JobSpec } from '../ports/jobs.ts';
import type { Fence } from './fence.ts';
import { eventJobs, fillJob, labelKind, tidyJob } from './outbox.ts';
import type { PipelineParts } from './parts.ts';
import { analyseStage } from './stages/analyse.ts';
import { chunkStage } from './stages/chunk.ts';
import { embedStage } from './stages/embed.ts';
import { parseStage } from './stages/parse.ts';
import { publishStage } from './stages/publish.ts';
import type { Stage } from './stages/stage.ts';
import { tidy } from './tidy.ts';

/** One worker's walk of one version of a document through the stages. */
export type Walk = {
  readonly parts: PipelineParts;
  readonly principal: Principal;
  readonly documentId: string;
  readonly version: number;
  readonly run: JobRun;
};

/** What is done next, by the state that has been reached. */
const stages: Partial<Record<DocumentState, Stage>> = {
  scanned: parseStage,
  parsed: chunkStage,
  chunked: embedStage,
  embedded: analyseStage,
  analysed: publishStage,
};

/** Times that a walk may fall back to an earlier state before it counts as a defect. */
const MAX_RETURNS = 2;

/** From the state that is recorded to `ready`. Throws what a stage throws. */
export const walkStages = async (walk: Walk, fence: Fence): Promise<JobOutcome> => {
  const { parts, principal, documentId, version, run } = walk;
  // A document whose reading takes its process down each time is given up here.
  if (fence.current().value.latest.attempts > MAX_ATTEMPTS) throw new DossierError('internal');
  for (let returns = 0; ; ) {
    const { state } = fence.current().value;
    const stage = stages[state];
    if (stage === undefined) return { end: 'done' };
    run.signal.throwIfAborted();
    const progress = (fraction: number) =>
      parts.progress.report({ workspace: principal.workspace, documentId, version, state, fraction });
    progress(0);
    const document = fence.current();
    const { signal } = run;
    const work = { parts, principal, documentId, version: document.value.latest, document, signal, progress };
    const { patch, to = stage.to } = await stage.run(work);
    if (to !== stage.to && ++returns > MAX_RETURNS) throw new DossierError('internal');
    // Attempts are counted anew at each stage: what goes on is not broken, however often its process is ended.
    const attempts = to === stage.to ? 1 : document.value.latest.attempts;
    const advanced = to === 'ready' ? await finish(walk, fence) : await fence.advance(to, { ...patch, attempts });
    if (!advanced) return leave(walk, blobsMade(patch));
  }
};

/** What a stage stored and was not to keep. */
const blobsMade = ({ parsedSha256, attachments = [] }: Partial<DocumentVersion> = {}): string[] => [
  ...(parsedSha256 ? [parsedSha256] : []),
  ...attachments.map(({ sha256 }) => sha256),
];

/** The version becomes live, the agents are told, and what the one before it kept may go: all in one commit. */
const finish = async ({ parts, principal, documentId, version }: Walk, fence: Fence): Promise<boolean> => {
  const { live: before, latest } = fence.current().value;
  const left = before === null ? [] : [{ documentId, version: before.version, blobs: blobsOf(before) }];
  const event = { type: 'document.ready' as const, documentId, version };
  const unlabelled = await labelJobs(parts, principal, documentId);
  const jobs = [...eventJobs(parts.agents(), event, latest.run), ...left.map(tidyJob), ...unlabelled];
  const patch = { error: null, finishedAt: toInstant(parts.clock.now()) };
  if (!(await fence.advance('ready', patch, { live: true, jobs }))) return false;
  for (const each of left) await tidy(parts.store, principal, each);
  parts.progress.report({ workspace: principal.workspace, documentId, version, state: 'ready', fraction: 1 });
  return true;
};

/** For a document whose clause model failed, or is another one since, when it is published. */
const labelJobs = async (
  { clauses, store }: PipelineParts,
  principal: Principal,
  documentId: string,
): Promise<readonly JobSpec[]> => {
  const model = clauses.current();
  const unlabelled = model && (await store.passages.withoutLabels(principal, model.id, { documentId, limit: 1 }));
  return model && unlabelled && unlabelled.length > 0 ? [fillJob(labelKind(model.id), documentId)] : [];
};

/** Nothing (more) to do for this version here: leaves no trace of it, unless another worker has taken it over. */
export const leave = async (
  { parts, principal, documentId, version, run }: Walk,
  blobs: readonly string[] = [],
): Promise<JobOutcome> => {
  const lease = await run.lease();
  parts.progress.forget(principal.workspace, documentId);
  // Another worker's parsed text may be the same blob, not recorded yet.
  await tidy(parts.store, principal, { documentId, version, blobs: lease === 'lost' ? [] : blobs });
  if (lease === 'lost') return { end: 'lost' };
  return { end: lease === 'cancel' ? 'cancelled' : 'done' };
};
