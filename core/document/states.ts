import { randomUUID } from 'node:crypto';
import type { DocumentRecord, DocumentState, DocumentVersion } from './record.ts';

const ends: readonly DocumentState[] = ['ready', 'failed', 'cancelled'];

/** Whether nothing more happens to a version in this state by itself. */
export const isEnd = (state: DocumentState): boolean => ends.includes(state);

/** States on the way, in order. */
export const isUnderWay = (state: DocumentState): boolean => !isEnd(state);

/** The version of a document with this number, while it is live or latest. */
export const versionOf = (document: DocumentRecord, version: number): DocumentVersion | undefined =>
  document.latest.version === version
    ? document.latest
    : document.live?.version === version
      ? document.live
      : undefined;

/** The record with another latest version; what queries use follows it. */
export const withLatest = (document: DocumentRecord, latest: DocumentVersion, at: string): DocumentRecord => ({
  ...document,
  name: latest.name,
  state: latest.state,
  sha256: latest.sha256,
  latest,
  updatedAt: at,
});

/** A name for a walk through the pipeline. */
const newRun = (): string => randomUUID().slice(0, 8);

/** Blobs that a version has beside its original: they go when it comes to nothing. */
export const derivedBlobs = ({ parsedSha256, attachments }: DocumentVersion): (string | null)[] => [
  parsedSha256,
  ...attachments.map(({ sha256 }) => sha256),
];

export const blobsOf = (version: DocumentVersion): (string | null)[] => [version.sha256, ...derivedBlobs(version)];

/** What is known of a file before anything has read it. */
export const receivedVersion = (
  version: number,
  file: {
    readonly name: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly languages: readonly string[] | null;
  },
  at: string,
): DocumentVersion => ({
  version,
  state: 'received',
  name: file.name,
  sha256: file.sha256,
  bytes: file.bytes,
  mediaType: null,
  parser: null,
  parsedSha256: null,
  title: null,
  pages: 0,
  characters: 0,
  chunks: 0,
  warnings: [],
  languages: file.languages && [...file.languages],
  attachments: [],
  error: null,
  run: newRun(),
  attempts: 0,
  receivedAt: at,
  finishedAt: null,
});
