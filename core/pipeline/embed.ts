import { namesElsewhere } from '../document/table.ts';
import { DossierError } from '../errors/error.ts';
import type { Principal } from '../identity/principal.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Passages } from '../ports/passages.ts';

/** Passages that are embedded and stored together; what is stored is not computed again after a stop. */
const BATCH = 32;

/**
 * Gives passages that lack one a vector in the embedder's space: of a document's version, or of its published
 * version without one. Starts where an earlier run stopped.
 */
export const embedMissing = async (
  passages: Passages,
  embedder: Embedder,
  principal: Principal,
  target: { readonly documentId: string; readonly version?: number },
  signal: AbortSignal,
  progress: (embedded: number) => void,
): Promise<void> => {
  await passages.openSpace(principal, embedder.space);
  for (let embedded = 0; ; ) {
    signal.throwIfAborted();
    const batch = await passages.withoutVector(principal, embedder.space, { ...target, limit: BATCH });
    if (batch.length === 0) return;
    const vectors = await embedder.embed(
      batch.map((passage) => [namesElsewhere(passage), passage.text].filter((part) => part !== undefined).join('\n')),
      'passage',
      signal,
    );
    const embeddings = batch.flatMap(({ id }, index) => {
      const vector = vectors[index];
      return vector === undefined ? [] : [{ id, vector }];
    });
    if (embeddings.length < batch.length) {
      throw new DossierError('model_invalid', { problem: 'it returned fewer vectors than texts' });
    }
    await passages.putVectors(principal, embedder.space, embeddings);
    embedded += batch.length;
    progress(embedded);
  }
};
