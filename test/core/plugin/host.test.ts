import test from 'ava';
import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { type AnyPlugin, defineDetector, definePlugin } from '../../../core/plugin/define.ts';
import { type HostSetup, type PluginHost, startPlugins } from '../../../core/plugin/host.ts';
import type { PluginPorts } from '../../../core/plugin/ports.ts';
import type { PluginEntry } from '../../../core/plugin/problems.ts';
import type { ClauseAccess, ClauseModel } from '../../../core/ports/clauses.ts';
import type { AnyDetector, Detectors } from '../../../core/ports/detector.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import type { Collection, Records } from '../../../core/ports/records.ts';
import { wordClauses } from '../../support/clauses.ts';
import { createTestClock } from '../../support/clock.ts';

const capability = (name: string, path?: `/${string}`) =>
  defineCapability({
    name,
    title: name,
    summary: name,
    input: z.object({}),
    output: z.object({}),
    scope: 'things:read',
    effect: 'read',
    ...(path ? { http: { method: 'get', path } } : {}),
    run: async () => ({}),
  });

const agentPlugin = (name: string, ...capabilities: ReturnType<typeof capability>[]) =>
  definePlugin({
    name,
    version: '1.0.0',
    summary: 'Test.',
    provides: ['agent'],
    setup: () => ({ agent: { capabilities } }),
  });

const entry = (plugin: AnyPlugin, options: unknown = {}, origin = 'builtin'): PluginEntry => ({
  plugin,
  origin,
  options,
  module: `file:///plugins/${plugin.name}.ts`,
});

const start = (entries: PluginEntry[], setup: Partial<HostSetup> = {}) =>
  startPlugins({
    entries,
    embedder: undefined,
    clauses: undefined,
    model: undefined,
    ports: { clock: createTestClock() } as unknown as HostSetup['ports'],
    log: silentLogger,
    ...setup,
  });

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

test('options that nobody set are only asked for when the plugin starts', async (t) => {
  const remote = definePlugin({
    name: 'remote',
    version: '1.0.0',
    summary: 'Test.',
    options: z.strictObject({ address: z.string() }),
    provides: ['embedder'],
    setup: () => ({ embedder: { space: { id: 'remote', dimensions: 2 }, embed: async () => [] } }),
  });
  const unset = { ...entry(remote), options: undefined };
  t.is((await (await start([unset])).statuses())[0]?.status, 'idle');
  await t.throwsAsync(start([unset], { embedder: 'remote' }), { message: /remote: address/ });
  await t.throwsAsync(start([entry(remote, { adress: 'typo' })]), { message: /remote: / });
});

test('only the chosen embedder starts; the others are idle and can be listed', async (t) => {
  const started: string[] = [];
  const embedder = (name: string) =>
    definePlugin({
      name,
      version: '1.0.0',
      summary: 'Test.',
      provides: ['embedder'],
      setup: () => {
        started.push(name);
        return { embedder: { space: { id: name, dimensions: 2 }, embed: async () => [] } };
      },
    });
  let seen: string | undefined;
  const agent = definePlugin({
    name: 'reader',
    version: '1.0.0',
    summary: 'Test.',
    needs: ['embedding'],
    provides: ['agent'],
    setup: ({ ports }) => {
      seen = ports.embedding.current()?.space.id;
      return { agent: { capabilities: [] } };
    },
  });
  const host = await start([entry(agent), entry(embedder('one')), entry(embedder('two'))], { embedder: 'two' });
  t.deepEqual(started, ['two']);
  t.is(seen, 'two');
  t.deepEqual(
    (await host.statuses()).map(({ name, status }) => `${name} ${status}`),
    ['reader running', 'one idle', 'two running'],
  );
});

const clausesPlugin = (name: string, setup: () => ClauseModel = () => wordClauses(name)) =>
  definePlugin({
    name,
    version: '1.0.0',
    summary: 'Test.',
    provides: ['clauses'],
    setup: () => ({ clauses: setup() }),
  });

test('only the chosen clause model starts, and agents find it; one that fails leaves the rest running', async (t) => {
  let access: ClauseAccess | undefined;
  const agent = definePlugin({
    name: 'reader',
    version: '1.0.0',
    summary: 'Test.',
    needs: ['clauses'],
    provides: ['agent'],
    setup: ({ ports }) => {
      access = ports.clauses;
      return { agent: { capabilities: [] } };
    },
  });
  const broken = clausesPlugin('broken', () => {
    throw new DossierError('package_missing', { package: 'weights' });
  });
  const twice = wordClauses('twice');
  const doubled = clausesPlugin('doubled', () => ({ ...twice, taxonomy: [...twice.taxonomy, ...twice.taxonomy] }));
  const entries = [entry(agent), entry(clausesPlugin('one')), entry(broken), entry(doubled)];
  const states = async (host: PluginHost) => (await host.statuses()).map(({ name, status }) => `${name} ${status}`);

  t.deepEqual(await states(await start(entries)), ['reader running', 'one idle', 'broken idle', 'doubled idle']);
  t.is(access?.current(), undefined);
  t.deepEqual((await states(await start(entries, { clauses: 'one' }))).slice(0, 2), ['reader running', 'one running']);
  t.is(access?.current()?.id, 'one');
  t.deepEqual((await states(await start(entries, { clauses: 'broken' }))).slice(0, 3), [
    'reader running',
    'one idle',
    'broken failed',
  ]);
  t.is(access?.current(), undefined);
  const statuses = await (await start(entries, { clauses: 'doubled' })).statuses();
  t.regex(statuses.at(-1)?.error?.message ?? '', /two clause types with the id rent/);
  await t.throwsAsync(start(entries, { clauses: 'three' }), { message: /clauses is "three".* one, broken, doubled/ });
});

const detector = (patch: Partial<AnyDetector> = {}): AnyDetector => ({
  ...defineDetector({
    title: 'Long notice',
    kind: 'present',
    category: 'termination',
    what: 'What it is.',
    why: 'Why it matters.',
    ask: 'What to ask for.',
    policy: z.strictObject({ most_days: z.int().default(60) }),
    detect: ({ policy }) => (policy.most_days > 0 ? [] : []),
  }),
  ...patch,
});

const detectorPlugin = (name: string, made: () => AnyDetector = detector, version = '1.0.0') =>
  definePlugin({ name, version, summary: 'Test.', provides: ['detector'], setup: () => ({ detector: made() }) });

test('every detector starts under the name and version of its plugin; those that fail are named and left out', async (t) => {
  let detectors: Detectors | undefined;
  const agent = definePlugin({
    name: 'risk',
    version: '1.0.0',
    summary: 'Test.',
    needs: ['detectors'],
    provides: ['agent'],
    setup: ({ ports }) => {
      detectors = ports.detectors;
      return { agent: { capabilities: [] } };
    },
  });
  const throwing = detectorPlugin('throwing', () => {
    throw new Error('no');
  });
  const unset = detectorPlugin('unset', () => detector({ policy: z.object({ days: z.int() }) }));
  const odd = detectorPlugin('odd', () => detector({ category: 'weather' as AnyDetector['category'] }));
  const host = await start(
    [agent, detectorPlugin('long-notice', detector, '2.1.0'), throwing, unset, odd, detectorPlugin('other')].map(
      (plugin) => entry(plugin),
    ),
  );
  t.deepEqual(
    (await detectors?.all())?.map(({ id, version, detector: { title } }) => [id, version, title]),
    [
      ['long-notice', '2.1.0', 'Long notice'],
      ['other', '1.0.0', 'Long notice'],
    ],
  );
  t.deepEqual(
    (await host.statuses()).map(({ name, status }) => `${name} ${status}`),
    ['risk running', 'long-notice running', 'throwing failed', 'unset failed', 'odd failed', 'other running'],
  );
  t.regex((await host.statuses())[3]?.error?.message ?? '', /unset has a threshold without a default/);
  t.regex((await host.statuses())[4]?.error?.message ?? '', /odd is no detector: category/);
});

test('detectors start when somebody asks for them, once', async (t) => {
  let started = 0;
  let detectors: Detectors | undefined;
  const counted = detectorPlugin('counted', () => {
    started += 1;
    return detector();
  });
  const agent = definePlugin({
    name: 'risk',
    version: '1.0.0',
    summary: 'Test.',
    needs: ['detectors'],
    provides: ['agent'],
    setup: ({ ports }) => {
      detectors = ports.detectors;
      return { agent: { capabilities: [] } };
    },
  });
  const host = await start([entry(counted), entry(agent)]);
  t.is(started, 0);
  await Promise.all([detectors?.all(), detectors?.all(), host.statuses()]);
  t.is(started, 1);
});

test('a detector reads what it is given and asks for no port', async (t) => {
  const nosy = { ...detectorPlugin('nosy'), needs: ['records'] } as AnyPlugin;
  await t.throwsAsync(start([entry(nosy)]), { message: /nosy brings a detector and needs records/ });
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
