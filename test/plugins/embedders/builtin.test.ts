import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { silentLogger } from '../../../core/ports/logger.ts';
import { plugin } from '../../../plugins/embedders/builtin.ts';
import { createWordPiece } from '../../../plugins/shared/static-vectors/wordpiece.ts';
import { testEmbedder } from '../../contracts/embedder.ts';

const artefacts = join(import.meta.dirname, '../../../plugins/shared/static-vectors');

const create = async () => (await plugin.setup({ options: {}, ports: {}, log: silentLogger })).embedder;

testEmbedder(test, create);

/** What the Python code makes of a text: its tokens, or the first numbers of its vector. */
type Golden = { readonly text: string; readonly tokens?: readonly string[]; readonly start?: readonly number[] };

const golden = readFileSync(join(import.meta.dirname, 'builtin.golden.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Golden);

test('texts become the pieces that the Python tokenizer makes of them', (t) => {
  const vocabulary = readFileSync(join(artefacts, 'vocabulary.txt'), 'utf8').trimEnd().split('\n');
  const wordPiece = createWordPiece(new Map(vocabulary.map((token, id) => [token, id])));
  const cases = golden.flatMap(({ text, tokens }) => (tokens ? [{ text, tokens }] : []));
  t.true(cases.length > 20);
  for (const { text, tokens } of cases) {
    const pieces = wordPiece(text).map((id) => vocabulary[id]);
    t.deepEqual(pieces, [...tokens], JSON.stringify(text));
  }
});

test('vectors are those of the training code', async (t) => {
  const embedder = await create();
  const cases = golden.flatMap(({ text, start }) => (start ? [{ text, start }] : []));
  t.true(cases.length > 3);
  for (const { text, start } of cases) {
    const [vector] = await embedder.embed([text], 'passage');
    for (const [d, value] of start.entries()) {
      t.true(Math.abs((vector?.[d] ?? Number.NaN) - value) < 1e-4, `${JSON.stringify(text)} [${d}]`);
    }
  }
});

test('what ships is at most eight megabytes', (t) => {
  const bytes = ['vectors.bin', 'vocabulary.txt', 'model.json'].map((name) => statSync(join(artefacts, name)).size);
  t.true(bytes.reduce((sum, size) => sum + size, 0) <= 8_000_000);
});
