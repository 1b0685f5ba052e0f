import type { DocumentVersion } from '../document/record.ts';
import type { DocumentEvent } from '../plugin/define.ts';
import type { JobSpec } from '../ports/jobs.ts';
import type { NamedAgent } from './parts.ts';

/** Kinds of job that the pipeline's worker runs. */
export const jobKinds = {
  /** Walks one version of a document through its stages. */
  pipeline: 'pipeline',
  /** Tells one agent of a document that became ready or went. */
  event: 'event',
  /** Takes out of the index and the blobs what no record points to any more. */
  tidy: 'tidy',
} as const;

/**
 * Gives a ready document's passages vectors in one space. A kind for each space, because only a process with that
 * embedder can do it.
 */
export const embedKind = (spaceId: string): string => `embed ${spaceId}`;

/** Gives a ready document's passages the labels of one clause model. A kind for each model, for the same reason. */
export const labelKind = (modelId: string): string => `label ${modelId}`;

/** The key of the job that walks this version through the pipeline. */
export const pipelineKey = (documentId: string, { version, run }: DocumentVersion): string =>
  `${documentId}:${version}:${run}`;

export const pipelineJob = (documentId: string, version: DocumentVersion): JobSpec => ({
  kind: jobKinds.pipeline,
  key: pipelineKey(documentId, version),
  payload: { document_id: documentId, version: version.version, run: version.run },
});

/**
 * One job per agent that listens, so that one that fails is retried alone. The run keeps apart what happens to a
 * document that was deleted and came back while an agent is still busy with its former life.
 */
export const eventJobs = (agents: readonly NamedAgent[], event: DocumentEvent, run: string): JobSpec[] =>
  agents
    .filter(({ agent }) => agent.on?.[event.type] !== undefined)
    .map(({ name }) => ({
      kind: jobKinds.event,
      key: `${event.type}:${event.documentId}:${event.version}:${run}:${name}`,
      payload: { type: event.type, document_id: event.documentId, version: event.version, agent: name },
    }));

/** What may have been left behind: a version that ended or was replaced, and blobs that it may have been the last to use. */
export type Leftovers = {
  readonly documentId: string;
  readonly version: number;
  readonly blobs: readonly (string | null)[];
};

export const tidyJob = ({ documentId, version, blobs }: Leftovers): JobSpec => ({
  kind: jobKinds.tidy,
  key: [documentId, version, ...present(blobs).map((sha256) => sha256.slice(0, 16))].join(':'),
  payload: { document_id: documentId, version, blobs: present(blobs) },
});

/** Longer than a walk that was interrupted goes on unknowingly, even in a process that was held up. */
const INTERRUPTED_MILLISECONDS = 60_000;

/**
 * For a version that was taken from under a worker: now, and once more when the worker must have noticed, because it
 * may put passages into the index in between and be killed before it can take them out again.
 */
export const interruptedTidyJobs = (left: Leftovers, now: number): JobSpec[] => {
  const job = tidyJob(left);
  return [job, { ...job, key: `${job.key}:later`, runAt: now + INTERRUPTED_MILLISECONDS }];
};

/** Gives a ready document what it lacks of a model; `kind` says of which. */
export const fillJob = (kind: string, documentId: string): JobSpec => ({
  kind,
  key: documentId,
  payload: { document_id: documentId },
});

const present = (blobs: readonly (string | null)[]): string[] => blobs.filter((sha256) => sha256 !== null);
