import { setImmediate as nextTurn } from 'node:timers/promises';
import { definePlugin } from '../../core/plugin/define.ts';
import type { Embedder } from '../../core/ports/embedder.ts';
import description from '../shared/static-vectors/model.json' with { type: 'json' };

/** Texts that are embedded before other work gets a turn: a few tens of milliseconds. */
const TEXTS_PER_TURN = 128;

export const plugin = definePlugin({
  name: 'builtin',
  version: '1.0.0',
  summary: 'Static token vectors that ship with Dossier: nothing to download, thousands of passages a second.',
  provides: ['embedder'],
  setup: () => ({ embedder: createBuiltinEmbedder() }),
});

const createBuiltinEmbedder = (): Embedder => ({
  space: { id: `builtin-${description.version}-${description.dimensions}`, dimensions: description.dimensions },
  async embed(texts, _kind, signal) {
    const { loadStaticModel } = await import('../shared/static-vectors/static-model.ts');
    const model = await loadStaticModel();
    const vectors: Float32Array[] = [];
    for (const text of texts) {
      if (vectors.length % TEXTS_PER_TURN === TEXTS_PER_TURN - 1) await nextTurn();
      signal?.throwIfAborted();
      vectors.push(model(text));
    }
    return vectors;
  },
});
