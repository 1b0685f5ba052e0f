import test from 'ava';
import { z } from 'zod';
import { DossierError } from '../../../core/errors/error.ts';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { PluginHost } from '../../../core/plugin/host.ts';
import type { ClauseAccess, ClauseModel } from '../../../core/ports/clauses.ts';
import { wordClauses } from '../../support/clauses.ts';
import { entry, start } from './starting.ts';

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
