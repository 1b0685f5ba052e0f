import { writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
import { loadExternalPlugins, pluginOf } from '../../../core/plugin/load.ts';
import { temporaryFolder } from '../../support/folder.ts';

const ours = new URL('../../../core/index.ts', import.meta.url).href;
const whole = `import { definePlugin } from '${ours}';
export const plugin = definePlugin({ name: 'acme', version: '1.0.0', summary: 'Test.', provides: [], setup: () => ({}) });`;

test('a plugin is loaded by a path relative to the configuration, with its options', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(path.join(folder, 'acme.ts'), whole);
  const [entry] = await loadExternalPlugins(['./acme.ts'], folder, { acme: { a: 1 }, other: {} });
  t.like(entry, { origin: './acme.ts', options: { a: 1 }, plugin: { name: 'acme', needs: [] } });
});

test('every plugin that cannot be loaded is named, without what it said', async (t) => {
  const folder = temporaryFolder(t);
  const files = {
    'throws.ts': 'throw new Error("SECRET");',
    'syntax.ts': 'export const plugin = {',
    'none.ts': 'export const other = 1;',
    // As if written by hand: what definePlugin fills in is missing.
    'shape.ts': "export const plugin = { api: 1, name: 'x', version: '1', summary: 'X.', provides: [], setup() {} };",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const names = [...Object.keys(files).map((name) => `./${name}`), './absent.ts', 'no-such-package-here'];
  const error = await t.throwsAsync(loadExternalPlugins(names, folder, {}), { instanceOf: DossierError });
  t.is(error?.code, 'plugins_invalid');
  for (const name of names) t.true(error?.message.includes(name), name);
  t.regex(error?.message ?? '', /shape\.ts does not export a plugin made by definePlugin/);
  t.false(error?.message.includes('SECRET'));
});

test('what a plugin imports and does not find is named', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(path.join(folder, 'needy.ts'), "import 'acme-toolkit';\nexport const plugin = {};");
  const error = await t.throwsAsync(loadExternalPlugins(['./needy.ts'], folder, {}), { instanceOf: DossierError });
  t.regex(error?.message ?? '', /\.\/needy\.ts cannot be loaded \(acme-toolkit is not there\)/);
});

test('a plugin for another API version passes here: the host says which', (t) => {
  const setup = () => ({});
  const options = { safeParse: () => ({}) };
  const plugin = { api: 99, name: 'x', version: '1', summary: 'X.', options, needs: [], provides: [], setup };
  t.is(pluginOf({ plugin })?.name, 'x');
  for (const module of [undefined, null, {}, { plugin: null }, { default: plugin }]) t.is(pluginOf(module), undefined);
});
