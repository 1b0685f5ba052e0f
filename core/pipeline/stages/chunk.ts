import { decodeParsed } from '../../document/parsed-blob.ts';
import { DossierError } from '../../errors/error.ts';
import type { Stage } from './stage.ts';

export const chunkStage: Stage = {
  to: 'chunked',
  async run({ parts, principal, documentId, version }) {
    const stored =
      version.parsedSha256 === null ? undefined : await parts.store.blobs.get(principal, version.parsedSha256);
    if (stored === undefined) return { to: 'scanned' };
    const passages = parts.chunk({
      documentId,
      version: version.version,
      sha256: version.sha256,
      parsed: await decodeParsed(stored),
    });
    if (passages.length === 0) throw new DossierError('no_passages');
    await parts.store.passages.stage(principal, documentId, version.version, passages);
    return { patch: { chunks: passages.length } };
  },
};
