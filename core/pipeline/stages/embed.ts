import { embedMissing } from '../embed.ts';
import type { Stage } from './stage.ts';

/** Without an embedder the document is found by its words alone. */
export const embedStage: Stage = {
  to: 'embedded',
  async run({ parts, principal, documentId, version, signal, progress }) {
    const embedder = parts.embedding.current();
    if (embedder !== undefined) {
      const target = { documentId, version: version.version };
      await embedMissing(parts.store.passages, embedder, principal, target, signal, (embedded) =>
        progress(Math.min(1, embedded / version.chunks)),
      );
    }
    return {};
  },
};
