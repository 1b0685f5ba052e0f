import test from 'ava';
import { z } from 'zod';
import { deferPlugin } from '../../../core/plugin/deferred.ts';
import { defineDetector, definePlugin } from '../../../core/plugin/define.ts';

const plugin = definePlugin({
  name: 'toy',
  version: '1.2.0',
  summary: 'Test.',
  provides: ['detector'],
  setup: () => ({
    detector: defineDetector({
      title: 'Toy',
      kind: 'present',
      category: 'payment',
      what: 'What.',
      why: 'Why.',
      ask: 'Ask.',
      policy: z.object({}),
      detect: () => [],
    }),
  }),
});

const summary = { name: 'toy', version: '1.2.0', summary: 'Test.', provides: ['detector'] } as const;

test('the code is loaded when the plugin starts, not when it is listed', async (t) => {
  let loaded = 0;
  const deferred = deferPlugin(summary, async () => {
    loaded += 1;
    return plugin;
  });
  t.deepEqual([deferred.name, deferred.version, deferred.provides, loaded], ['toy', '1.2.0', ['detector'], 0]);
  const { detector } = await deferred.setup({} as never);
  t.is(detector?.title, 'Toy');
  t.is(loaded, 1);
});

test('code of another version than was written down does not start', async (t) => {
  const stale = deferPlugin({ ...summary, version: '1.1.0' }, async () => plugin);
  await t.throwsAsync(async () => stale.setup({} as never), { message: /toy 1\.1\.0 is toy 1\.2\.0 by its code/ });
});
