import path from 'node:path';
import { plugin as obligation } from '../agents/obligation/index.ts';
import { plugin as retrieval } from '../agents/retrieval/index.ts';
import { plugin as risk } from '../agents/risk/index.ts';
import type { LoadedConfig } from '../core/config/load.ts';
import type { Config } from '../core/config/schema.ts';
import { DossierError } from '../core/errors/error.ts';
import { deferPlugin, type PluginSummary } from '../core/plugin/deferred.ts';
import type { AnyPlugin } from '../core/plugin/define.ts';
import { loadExternalPlugins } from '../core/plugin/load.ts';
import type { PluginEntry } from '../core/plugin/problems.ts';
import manifest from '../plugins/manifest.json' with { type: 'json' };

const root = new URL('../', import.meta.url);
const extension = path.extname(import.meta.filename);

/** By the file that exports a plugin, without extension: TypeScript here, JavaScript once built. */
const moduleOf = (file: string): string => new URL(`${file}${extension}`, root).href;

/** Those of plugins/: `npm run docs` writes down what is known of them without their code. */
const summaries = manifest as readonly (PluginSummary & { readonly module: string })[];

/** A plugin's code is loaded here only where its options are to be checked: they are set, or it is chosen. */
const ownPlugin = async (
  { module, ...summary }: (typeof summaries)[number],
  { plugins, embedder, clauses, model }: Config,
): Promise<AnyPlugin> => {
  const load = async () => ((await import(moduleOf(module))) as { readonly plugin: AnyPlugin }).plugin;
  const { name, options } = summary;
  const isSet = Object.hasOwn(plugins.options, name) || [embedder, clauses, model].includes(name);
  return isSet && options !== undefined ? load() : deferPlugin(summary, load);
};

const agents: readonly (readonly [AnyPlugin, string])[] = [
  [retrieval, 'agents/retrieval/index'],
  [risk, 'agents/risk/index'],
  [obligation, 'agents/obligation/index'],
];

/** Every plugin that this configuration knows: the built-in ones, and those that it lists. */
export const pluginEntries = async ({ config, file }: LoadedConfig): Promise<readonly PluginEntry[]> => {
  const { options, external } = config.plugins;
  const folder = file === undefined ? process.cwd() : path.dirname(path.resolve(file));
  const own = await Promise.all(
    summaries.map(async (summary) => [await ownPlugin(summary, config), summary.module] as const),
  );
  const entries: PluginEntry[] = [
    ...[...own, ...agents].map(([plugin, module]) => ({
      plugin,
      origin: 'builtin' as const,
      options: options[plugin.name],
      module: moduleOf(module),
    })),
    ...(await loadExternalPlugins(external, folder, options)),
  ];
  const unknown = Object.keys(options).filter((name) => !entries.some(({ plugin }) => plugin.name === name));
  if (unknown.length > 0) {
    throw new DossierError('config_invalid', {
      problems: unknown.map((name) => `plugins.options.${name}: there is no such plugin`),
    });
  }
  return entries;
};
