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

test('one with options starts with the defaults of its code, and one that has to have some does not without them', async (t) => {
  const told: unknown[] = [];
  const optional = definePlugin({
    name: 'toy',
    version: '1.2.0',
    summary: 'Test.',
    options: z.strictObject({ limit: z.int().default(3) }),
    needs: ['clock'],
    provides: ['agent'],
    setup: ({ options }) => {
      told.push(options);
      return { agent: { capabilities: [] } };
    },
  });
  const known = { ...summary, needs: ['clock'], options: 'optional' } as const;
  const deferred = deferPlugin(known, async () => optional);
  t.deepEqual(deferred.needs, ['clock']);
  t.true(deferred.options.safeParse({}).success);
  await deferred.setup({ options: {} } as never);
  t.deepEqual(told, [{ limit: 3 }]);
  t.false(deferPlugin({ ...known, options: 'required' }, async () => optional).options.safeParse({}).success);
});
