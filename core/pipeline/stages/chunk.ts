import type { ParseWarning } from '../../document/parsed.ts';
import { decodeParsed } from '../../document/parsed-blob.ts';
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
    await parts.store.passages.stage(principal, documentId, version.version, passages);
    const warnings = passages.length === 0 ? reasonFor(version.warnings) : version.warnings;
    return { patch: { chunks: passages.length, warnings } };
  },
};

/** A file without text is ready, and says why it answers nothing: the parser knows best, else it is blank. */
const reasonFor = (warnings: readonly ParseWarning[]): ParseWarning[] =>
  warnings.length > 0 ? [...warnings] : [{ code: 'blank', message: 'There is no text in the file.' }];
