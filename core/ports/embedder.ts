import type { VectorSpace } from './passages.ts';

/**
 * Turns texts into vectors. Called by the pipeline for passages and by retrieval for questions,
 * with any number of texts; it batches as it likes.
 */
export type Embedder = {
  /** Changes whenever the same text would get another vector: model, weights, pooling, dimensions. */
  readonly space: VectorSpace;
  /** One L2-normalized vector of `space.dimensions` numbers per text, in order. Throws a coded error. */
  embed(texts: readonly string[], kind: 'passage' | 'query', signal?: AbortSignal): Promise<readonly Float32Array[]>;
  /** Releases what it holds. May be called twice. */
  close?(): Promise<void>;
};

/** The configured embedder as agents see it: it may be absent, and then search goes by words alone. */
export type Embedding = {
  /** undefined where the configured embedder failed to start or none is configured; health says why. */
  current(): Embedder | undefined;
};
