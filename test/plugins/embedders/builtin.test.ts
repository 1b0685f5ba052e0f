import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { silentLogger } from '../../../core/ports/logger.ts';
import { createWordPiece } from '../../../plugins/embedders/builtin/wordpiece.ts';
import { plugin } from '../../../plugins/embedders/builtin.ts';
import { testEmbedder } from '../../contracts/embedder.ts';

const artefacts = join(import.meta.dirname, '../../../plugins/embedders/builtin');

const create = async () => (await plugin.setup({ options: {}, ports: {}, log: silentLogger })).embedder;

testEmbedder(test, create);

type Golden = {
  readonly tokens: readonly { readonly text: string; readonly tokens: readonly string[] }[];
  readonly vectors: readonly { readonly text: string; readonly start: readonly number[] }[];
};

const golden = JSON.parse(readFileSync(join(import.meta.dirname, 'builtin.golden.json'), 'utf8')) as Golden;

test('texts become the pieces that the Python tokenizer makes of them', (t) => {
  const vocabulary = readFileSync(join(artefacts, 'vocabulary.txt'), 'utf8').trimEnd().split('\n');
  const wordPiece = createWordPiece(new Map(vocabulary.map((token, id) => [token, id])));
  for (const { text, tokens } of golden.tokens) {
    t.deepEqual(
      wordPiece(text).map((id) => vocabulary[id]),
      [...tokens],
      JSON.stringify(text),
    );
  }
});

test('vectors are those of the training code', async (t) => {
  const embedder = await create();
  const vectors = await embedder.embed(
    golden.vectors.map(({ text }) => text),
    'passage',
  );
  for (const [row, { text, start }] of golden.vectors.entries()) {
    for (const [d, value] of start.entries()) {
      t.true(Math.abs((vectors[row]?.[d] ?? Number.NaN) - value) < 1e-4, `${JSON.stringify(text)} [${d}]`);
    }
  }
});

test('what ships is at most eight megabytes', (t) => {
  const bytes = ['vectors.bin', 'vocabulary.txt', 'model.json'].map((name) => statSync(join(artefacts, name)).size);
  t.true(bytes.reduce((sum, size) => sum + size, 0) <= 8_000_000);
});
