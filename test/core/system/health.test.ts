import test from 'ava';
import type { PluginHost } from '../../../core/plugin/host.ts';
import type { ClauseModel } from '../../../core/ports/clauses.ts';
import type { Embedder } from '../../../core/ports/embedder.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { ParserPool } from '../../../core/sandbox/pool.ts';
import { checkHealth } from '../../../core/system/health.ts';
import { wordClauses } from '../../support/clauses.ts';

const embedder: Embedder = { space: { id: 'new', dimensions: 2 }, embed: async () => [] };

const check = (
  vectors: number,
  current: Embedder | undefined = embedder,
  problems: string[] = [],
  { model = wordClauses('words'), unlabelled = 0 }: { model?: ClauseModel | undefined; unlabelled?: number } = {},
) =>
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
        withoutLabels: async () =>
          Array.from({ length: unlabelled }, (_, i) => ({ documentId: `doc_${i}`, version: 1 })),
      },
    } as unknown as Store,
    host: {
      embedding: { current: () => current },
      clauses: { current: () => model },
      statuses: async () => [
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

test('documents that the clause model in force has not read are noted, not a problem', async (t) => {
  t.deepEqual((await check(10)).notes, []);
  const { problems, notes } = await check(10, embedder, [], { unlabelled: 1 });
  t.regex(notes[0] ?? '', /^1 document has not been read by the configured clause model/);
  t.is(problems.length, 1, 'that of the plugin that failed');
  t.regex((await check(10, embedder, [], { unlabelled: 12 })).notes[0] ?? '', /^12 documents have/);
  t.regex((await checkWithout()).notes[1] ?? '', /No clause model runs/);
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
    host: {
      embedding: { current: () => undefined },
      clauses: { current: () => undefined },
      statuses: async () => [],
    } as unknown as PluginHost,
    parsers: { problems: async () => [] } as unknown as ParserPool,
  });
