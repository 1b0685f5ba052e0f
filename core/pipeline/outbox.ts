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
  /** Gives a ready document's passages vectors in the embedder's space. */
  embed: 'embed',
} as const;

/** The key of the job that walks this version through the pipeline. */
export const pipelineKey = (documentId: string, { version, run }: DocumentVersion): string =>
  `${documentId}:${version}:${run}`;

export const pipelineJob = (documentId: string, version: DocumentVersion): JobSpec => ({
  kind: jobKinds.pipeline,
  key: pipelineKey(documentId, version),
  payload: { document_id: documentId, version: version.version, run: version.run },
});

/** One job per agent that listens, so that one that fails is retried alone. */
export const eventJobs = (agents: readonly NamedAgent[], event: DocumentEvent): JobSpec[] =>
  agents
    .filter(({ agent }) => agent.on?.[event.type] !== undefined)
    .map(({ name }) => ({
      kind: jobKinds.event,
      key: `${event.type}:${event.documentId}:${event.version}:${name}`,
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

export const embedJob = (documentId: string, spaceId: string): JobSpec => ({
  kind: jobKinds.embed,
  key: `${documentId}:${spaceId}`,
  payload: { document_id: documentId },
});

const present = (blobs: readonly (string | null)[]): string[] => blobs.filter((sha256) => sha256 !== null);
