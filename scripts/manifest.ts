import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { PluginSummary } from '../core/plugin/deferred.ts';
import type { AnyPlugin } from '../core/plugin/define.ts';
import { pluginOf } from '../core/plugin/load.ts';

export const MANIFEST = 'plugins/manifest.json';

const root = path.resolve(import.meta.dirname, '..');

/** Extension points whose plugins lie in folders of their own; elsewhere a folder holds the rooms of one plugin. */
const nested: ReadonlySet<string> = new Set(['detectors']);

/** Every plugin in plugins/, by the file that exports it, without extension. */
export const findPlugins = async (): Promise<readonly { readonly module: string; readonly plugin: AnyPlugin }[]> => {
  const files = readdirSync(path.join(root, 'plugins'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep))
    .filter((parts) => parts.at(-1)?.endsWith('.ts') && parts.length === (nested.has(parts[0] ?? '') ? 3 : 2))
    .map((parts) => ['plugins', ...parts].join('/'))
    .sort();
  const found = await Promise.all(
    files.map(async (file) => {
      const plugin = pluginOf(await import(path.join(root, file)));
      return plugin === undefined ? [] : [{ module: file.replace(/\.ts$/, ''), plugin }];
    }),
  );
  return found.flat();
};

/** Options are a schema, which only the code can tell. */
const optionsOf = ({ options }: AnyPlugin): PluginSummary['options'] =>
  Object.keys(options.shape).length === 0 ? undefined : options.safeParse({}).success ? 'optional' : 'required';

/** What is known of the plugins without their code: plugins/manifest.json. */
export const manifestOf = (found: Awaited<ReturnType<typeof findPlugins>>): string => {
  const entries = found.map(({ module, plugin }) => {
    const { name, version, summary, provides, needs } = plugin;
    const options = optionsOf(plugin);
    const entry: PluginSummary = {
      name,
      version,
      summary,
      provides,
      ...(needs.length === 0 ? {} : { needs }),
      ...(options === undefined ? {} : { options }),
    };
    return { module, ...entry };
  });
  // As the formatter wants it: a short list stays on its line.
  const short = (list: string): string => list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']');
  return `${JSON.stringify(entries, null, 2).replace(/\[\s+"[a-z-]+"(?:,\s+"[a-z-]+")*\s+\]/g, short)}\n`;
};
