import test from 'ava';
import type { PluginHost } from '../../../core/plugin/host.ts';
import type { Embedder } from '../../../core/ports/embedder.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { ParserPool } from '../../../core/sandbox/pool.ts';
import { checkHealth } from '../../../core/system/health.ts';

const embedder: Embedder = { space: { id: 'new', dimensions: 2 }, embed: async () => [] };

const check = (vectors: number, current: Embedder | undefined = embedder, problems: string[] = []) =>
  checkHealth({
    version: '1.0.0',
    store: {
      health: async () => ({ engine: 'test', ok: problems.length === 0, details: {}, problems }),
      passages: {
        count: async () => 10,
        spaces: async () => [
          { id: 'old', vectors: 10 },
          { id: 'new', vectors },
        ],
      },
    } as unknown as Store,
    host: {
      embedding: { current: () => current },
      statuses: [
        {
          name: 'broken',
          status: 'failed',
          error: { code: 'package_missing', message: 'It needs a package.', hint: 'Install it.' },
        },
      ],
    } as unknown as PluginHost,
    parsers: { problems: async () => [{ plugin: 'rtf', problem: 'syntax error' }] } as unknown as ParserPool,
  });

test('a plugin that failed is a problem, and says what to do', async (t) => {
  const { ok, problems } = await check(10);
  t.false(ok);
  t.deepEqual(problems, ['The plugin broken does not run: It needs a package. Install it.']);
});

test('passages without vectors of the embedder in force are noted, not a problem', async (t) => {
  t.deepEqual((await check(10)).notes, []);
  t.regex((await check(4)).notes[0] ?? '', /^6 of 10 passages/);
  t.regex((await checkWithout()).notes[0] ?? '', /words alone/);
});

test('a damaged store is reported, and nothing more is asked of it', async (t) => {
  const { problems, notes } = await check(0, embedder, ['dossier.db is corrupt']);
  t.true(problems.includes('dossier.db is corrupt'));
  t.deepEqual(notes, []);
});

const checkWithout = () =>
  checkHealth({
    version: '1.0.0',
    store: { health: async () => ({ engine: 'test', ok: true, details: {}, problems: [] }) } as unknown as Store,
    host: { embedding: { current: () => undefined }, statuses: [] } as unknown as PluginHost,
    parsers: { problems: async () => [] } as unknown as ParserPool,
  });
