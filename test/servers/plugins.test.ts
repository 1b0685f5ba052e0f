import test from 'ava';
import { loadConfig } from '../../core/config/load.ts';
import { findPlugins } from '../../scripts/manifest.ts';
import { pluginEntries } from '../../servers/plugins.ts';

test('every plugin that lies in plugins/ is one of ours, from the file that exports it', async (t) => {
  const entries = await pluginEntries(loadConfig({ environment: {}, flags: { data: '/nowhere' } }));
  const ours = new Map(entries.map(({ plugin, module }) => [plugin.name, module]));
  const found = await findPlugins();
  t.true(found.length > 90);
  for (const { module, plugin } of found) t.true(ours.get(plugin.name)?.endsWith(`/${module}.ts`), module);
});

test('a file and its plugin have one name', async (t) => {
  for (const { module, plugin } of await findPlugins()) {
    if (!/^plugins\/(?:detectors|parsers|clauses|notifiers)\//.test(module)) continue;
    t.is(module.split('/').at(-1), plugin.name);
  }
});
