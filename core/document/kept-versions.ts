import type { StoredDocument } from './record.ts';

/** Versions of a document that are there: the live one, and the one on its way. */
export const keptVersions = (document: StoredDocument | undefined): ReadonlySet<number> =>
  new Set([document?.value.live?.version, document?.value.latest.version].filter((each) => each !== undefined));

/** The id of what is stored of one version. */
export const versionId = (documentId: string, version: number): string => `${documentId}:${version}`;
