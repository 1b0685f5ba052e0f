import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { silentLogger } from '../../../core/ports/logger.ts';
import { plugin } from '../../../plugins/embedders/transformers.ts';
import { testEmbedder } from '../../contracts/embedder.ts';
import { temporaryFolder } from '../../support/folder.ts';

const models = join(import.meta.dirname, '../../../../shared/models');

const create = async (input: Record<string, unknown>) => {
  const options = plugin.options.parse(input);
  return (await plugin.setup({ options, ports: {}, log: silentLogger })).embedder;
};

testEmbedder(test, async (t) => {
  if (!existsSync(join(models, 'all-MiniLM-L6-v2'))) {
    t.log(`skipped: there is no all-MiniLM-L6-v2 in ${models}`);
    return undefined;
  }
  const embedder = await create({ model_folder: models });
  t.teardown(async () => embedder.close?.());
  return embedder;
});

test('a folder without the model is said at the start, with the folder', async (t) => {
  const folder = temporaryFolder(t);
  const error = await t.throwsAsync(create({ model: 'no-such-model', model_folder: folder }));
  t.like(error, { code: 'model_missing', details: { model: 'no-such-model', folder } });
});

test('nothing is downloaded unless that is allowed', async (t) => {
  const error = await t.throwsAsync(create({ model: 'sentence-transformers/all-MiniLM-L6-v2' }));
  t.like(error, { code: 'model_missing' });
});
