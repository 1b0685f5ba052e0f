import path from 'node:path';
import test from 'ava';
import { z } from 'zod';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { type AnyPlugin, definePlugin } from '../../../core/plugin/define.ts';
import type { HostSetup } from '../../../core/plugin/host.ts';
import type { PluginPorts } from '../../../core/plugin/ports.ts';
import type { Collection, Records } from '../../../core/ports/records.ts';
import { createTestClock } from '../../support/clock.ts';
import { agentPlugin, capability, entry, start } from './starting.ts';

test('all problems of all plugins are said at once, and nothing is started', async (t) => {
  let started = 0;
  const setup = () => {
    started += 1;
    return {};
  };
  const base = { version: '1.0.0', summary: 'Test.', provides: [] as const, setup };
  const old = { ...definePlugin({ ...base, name: 'old' }), api: 99 } as unknown as AnyPlugin;
  const needy = { ...definePlugin({ ...base, name: 'needy' }), needs: ['teleporter'] } as unknown as AnyPlugin;
  const strict = definePlugin({ ...base, name: 'strict', options: z.strictObject({ size: z.number() }) });
  const error = await t.throwsAsync(
    start(
      [
        entry(old),
        entry(needy),
        entry(strict, { colour: 'red' }),
        entry(strict, { size: 1 }),
        entry(definePlugin({ ...base, name: 'Bad Name' })),
      ],
      {
        embedder: 'nowhere',
      },
    ),
    { instanceOf: DossierError },
  );
  t.is(error?.code, 'plugins_invalid');
  for (const part of [
    'old was written for plugin API 99',
    'teleporter',
    'strict: size',
    'two plugins are named strict',
    'Bad Name',
    'embedder is "nowhere"',
  ]) {
    t.true(error?.message.includes(part), part);
  }
  t.is(started, 0);
});

test('a plugin that fails to start is reported and leaves the rest running', async (t) => {
  const broken = definePlugin({
    name: 'broken',
    version: '1.0.0',
    summary: 'Test.',
    provides: ['agent'],
    setup: () => {
      throw new DossierError('package_missing', { package: 'left-pad' });
    },
  });
  const host = await start([entry(broken), entry(agentPlugin('fine', capability('fine.go')))]);
  t.deepEqual(
    (await host.statuses()).map(({ name, status }) => [name, status]),
    [
      ['broken', 'failed'],
      ['fine', 'running'],
    ],
  );
  t.is((await host.statuses())[0]?.error?.code, 'package_missing');
  t.deepEqual(
    host.capabilities.map(({ name }) => name),
    ['fine.go'],
  );
});

test('a plugin that returns less than it provides has failed', async (t) => {
  const empty = { ...agentPlugin('empty'), setup: () => ({}) } as AnyPlugin;
  const host = await start([entry(empty)]);
  t.is((await host.statuses())[0]?.status, 'failed');
});

test('a plugin sees only the ports it declares and only its own collections', async (t) => {
  const reached: string[] = [];
  const records = {
    get: async (_principal: unknown, collection: Collection<object>) => {
      reached.push(collection.name);
      return undefined;
    },
  } as unknown as Records;
  const collection = (name: `${string}.${string}`): Collection<object> => ({ name, schema: z.object({}), indexes: [] });
  let ports: Partial<PluginPorts> = {};
  const agent = definePlugin({
    name: 'reader',
    version: '1.0.0',
    summary: 'Test.',
    needs: ['records'],
    provides: ['agent'],
    setup: (context) => {
      ports = context.ports;
      return { agent: { capabilities: [] } };
    },
  });
  await start([entry(agent)], { ports: { records, clock: createTestClock() } as unknown as HostSetup['ports'] });
  t.deepEqual(Object.keys(ports), ['records']);
  await ports.records?.get(localPrincipal, collection('reader.notes'), '1');
  t.throws(() => ports.records?.get(localPrincipal, collection('core.documents'), '1'), { instanceOf: DossierError });
  t.throws(() => ports.records?.get(localPrincipal, collection('readerx.notes'), '1'), { instanceOf: DossierError });
  t.deepEqual(reached, ['reader.notes']);
});

test('a plugin that asks for a folder is given one of its own, in the data folder', async (t) => {
  const folders: string[] = [];
  const writer = (name: string) =>
    definePlugin({
      name,
      version: '1.0.0',
      summary: 'Test.',
      needs: ['folder'],
      provides: ['agent'],
      setup: ({ ports }) => {
        folders.push(ports.folder.path);
        return { agent: { capabilities: [] } };
      },
    });
  await start([entry(writer('one')), entry(writer('two'))], { data: path.resolve('/data') });
  t.deepEqual(folders, [path.resolve('/data/plugins/one'), path.resolve('/data/plugins/two')]);
});

test('each plugin wakes its own agent, whose wakes have names that can be stored', async (t) => {
  const woken: string[] = [];
  const agentWith = (name: string, wake: string) =>
    definePlugin({
      name,
      version: '1.0.0',
      summary: 'Test.',
      needs: ['schedule'],
      provides: ['agent'],
      setup: async ({ ports }) => {
        await ports.schedule.wake(localPrincipal, wake, 1);
        return { agent: { capabilities: [], wakes: { [wake]: async () => undefined } } };
      },
    });
  const host = await start([entry(agentWith('diary', 'pages')), entry(agentWith('clock', 'Strike One'))], {
    schedule: (agent) => ({
      wake: async (_principal, name) => {
        woken.push(`${agent}.${name}`);
      },
    }),
  });
  t.deepEqual(woken, ['diary.pages', 'clock.Strike One']);
  t.deepEqual(
    (await host.statuses()).map(({ name, status }) => [name, status]),
    [
      ['diary', 'running'],
      ['clock', 'failed'],
    ],
  );
});

test('closing twice closes plugins once', async (t) => {
  let closed = 0;
  const plugin = definePlugin({
    name: 'closer',
    version: '1.0.0',
    summary: 'Test.',
    provides: ['agent'],
    setup: () => ({
      agent: {
        capabilities: [],
        close: async () => {
          closed += 1;
        },
      },
    }),
  });
  const host = await start([entry(plugin)]);
  await host.close();
  await host.close();
  t.is(closed, 1);
});
