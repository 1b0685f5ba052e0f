import type { DocumentVersion } from '../../core/document/record.ts';
import { documents } from '../../core/document/record.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import type { VectorSpace } from '../../core/ports/passages.ts';
import { insert } from '../../core/ports/records.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Made } from './collection.ts';

/** The space of their labels. */
export const LABELS = 'bench';

/** Puts documents into a store as the pipeline leaves them, without reading files. */
export const loadDocuments = async (store: Store, space: VectorSpace, made: readonly Made[]): Promise<void> => {
  const { passages, records } = store;
  await passages.openSpace(localPrincipal, space);
  for (const document of made) {
    const { documentId } = document;
    await passages.stage(localPrincipal, documentId, 1, document.passages);
    await passages.publish(localPrincipal, documentId, 1);
    const vectors = document.passages.map(({ id }, index) => ({
      id,
      vector: document.vectors[index] ?? new Float32Array(space.dimensions),
    }));
    await passages.putVectors(localPrincipal, space, vectors);
    await passages.putLabels(localPrincipal, LABELS, documentId, 1, document.labels);
  }
  const writes = made.map((document) => insert(documents, document.documentId, recordOf(document)));
  await records.commit(localPrincipal, { writes });
};

const AT = '2026-01-01T00:00:00.000Z';

const recordOf = ({ number, passages }: Made) => {
  const sha256 = number.toString(16).padStart(64, '0');
  const name = `document-${number}.txt`;
  const version: DocumentVersion = {
    version: 1,
    state: 'ready',
    name,
    sha256,
    bytes: passages.length * 800,
    mediaType: 'text/plain',
    parser: { plugin: 'text', version: '1.0.0', score: 1 },
    parsedSha256: null,
    title: null,
    pages: 1,
    characters: passages.length * 1000,
    chunks: passages.length,
    warnings: [],
    languages: null,
    attachments: [],
    error: null,
    run: 'bench',
    attempts: 1,
    receivedAt: AT,
    finishedAt: AT,
  };
  return {
    name,
    state: version.state,
    sha256,
    liveSha256: sha256,
    live: version,
    latest: version,
    parent: null,
    createdAt: AT,
    updatedAt: AT,
  };
};
