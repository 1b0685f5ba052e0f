import test from 'ava';
import type { PluginHost } from '../../../core/plugin/host.ts';
import type { ClauseModel } from '../../../core/ports/clauses.ts';
import type { Embedder } from '../../../core/ports/embedder.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { ParserPool } from '../../../core/sandbox/pool.ts';
import type { ScheduleStatus } from '../../../core/schedule/schedule.ts';
import { checkHealth } from '../../../core/system/health.ts';
import { wordClauses } from '../../support/clauses.ts';
import { createTestClock } from '../../support/clock.ts';

const embedder: Embedder = { space: { id: 'new', dimensions: 2 }, embed: async () => [] };

const now = Date.UTC(2026, 4, 1, 8);
const idle: ScheduleStatus = { workers: [], next: undefined, failing: [] };

const check = (
  vectors: number,
  current: Embedder | undefined = embedder,
  problems: string[] = [],
  {
    model = wordClauses('words'),
    unlabelled = 0,
    schedule = idle,
  }: { model?: ClauseModel | undefined; unlabelled?: number; schedule?: ScheduleStatus } = {},
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
    schedule: async () => schedule,
    clock: createTestClock(now),
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

test('who reminds, and since when nobody does, is noted', async (t) => {
  const noteOf = async (schedule: Partial<ScheduleStatus>) =>
    (await check(10, embedder, [], { schedule: { ...idle, ...schedule } })).notes;
  const workers = [{ worker: 'host:1:1', startedAt: now - 1000 }];
  const minute = 60_000;
  t.deepEqual(await noteOf({ workers, next: now + minute }), []);
  t.regex(
    (await noteOf({ next: now + minute }))[0] ?? '',
    /^The next wake-up is due at 2026-05-01T08:01.*dossier worker/,
  );
  t.regex(
    (await noteOf({ next: now - minute }))[0] ?? '',
    /^A wake-up has been due since 2026-05-01T07:59.*dossier worker/,
  );
  t.deepEqual(await noteOf({ workers, next: now - minute }), [], 'it is just being attended to');
  t.regex((await noteOf({ workers, next: now - 10 * minute }))[0] ?? '', /though a worker runs/);
  const failing = [{ wake: 'diary.pages', code: 'model_failed', retryAt: now + minute }];
  t.regex((await noteOf({ workers, failing }))[0] ?? '', /diary\.pages failed \(model_failed\).*08:01/);
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
    schedule: async () => idle,
    clock: createTestClock(now),
  });
