import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import { predictMeasurements } from '../../../eval/report/predict.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { applicationOf } from '../application.ts';
import { folderOf } from '../score/corpus.ts';

/** A system that reads nothing, so that nothing is asked of it. */
const ingest = defineCapability({
  name: 'ingest',
  title: 'Ingest',
  summary: 'Ingest files.',
  input: z.strictObject({ paths: z.array(z.string()) }),
  output: z.object({ files: z.array(z.string()) }),
  scope: 'documents:write',
  effect: 'write',
  run: async () => ({ files: [] }),
});

const predict = async (t: ExecutionContext, embedder: string, corpora: string) => {
  const out = path.join(temporaryFolder(t), 'predictions');
  const done: string[] = [];
  await predictMeasurements({
    open: async (data) => applicationOf(data, [ingest]),
    corpora,
    out,
    embedder,
    done: ({ name }) => done.push(name),
    progress: () => {},
    signal: new AbortController().signal,
  });
  return { out, done };
};

test('what belongs to the configured embedder is measured, of the corpora that are there', async (t) => {
  const query = { id: 'a/Insurance', text: 'Is there any insurance?', document: 'a', category: 'Insurance' };
  const corpora = path.join(folderOf(t, {}), 'corpora');
  mkdirSync(corpora);
  await t.throwsAsync(predict(t, 'builtin', corpora), { code: 'path_not_found' });
  const files = { queries: [query], gold: [{ query: query.id, spans: [] }] };
  const cuad = folderOf(t, files, { a: 'No.' });
  symlinkSync(cuad, path.join(corpora, 'cuad'));
  const usual = await predict(t, 'builtin', corpora);
  t.deepEqual(usual.done, ['cuad', 'cuad-reworded']);
  t.deepEqual(readdirSync(usual.out), ['cuad', 'cuad-reworded']);
  t.true(existsSync(path.join(usual.out, 'cuad/clauses.jsonl')));
  t.deepEqual((await predict(t, 'transformers', corpora)).done, ['cuad-reworded-minilm']);
  await t.throwsAsync(predict(t, 'none', corpora), { code: 'invalid_input', message: /embedder none/ });
});
