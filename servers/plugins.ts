import path from 'node:path';
import { plugin as obligation } from '../agents/obligation/index.ts';
import { plugin as retrieval } from '../agents/retrieval/index.ts';
import { plugin as risk } from '../agents/risk/index.ts';
import type { LoadedConfig } from '../core/config/load.ts';
import { DossierError } from '../core/errors/error.ts';
import { deferPlugin, type PluginSummary } from '../core/plugin/deferred.ts';
import type { AnyPlugin } from '../core/plugin/define.ts';
import { loadExternalPlugins } from '../core/plugin/load.ts';
import type { PluginEntry } from '../core/plugin/problems.ts';
import { plugin as openaiEmbedder } from '../plugins/embedders/openai.ts';
import { plugin as transformersEmbedder } from '../plugins/embedders/transformers.ts';
import manifest from '../plugins/manifest.json' with { type: 'json' };
import { plugin as openaiModel } from '../plugins/models/openai.ts';
import { plugin as consoleNotifier } from '../plugins/notifiers/console.ts';
import { plugin as fileNotifier } from '../plugins/notifiers/file.ts';
import { plugin as postmark } from '../plugins/notifiers/postmark.ts';
import { plugin as slack } from '../plugins/notifiers/slack.ts';
import { plugin as smtp } from '../plugins/notifiers/smtp.ts';
import { plugin as webPush } from '../plugins/notifiers/web-push.ts';
import { plugin as webhook } from '../plugins/notifiers/webhook.ts';

const root = new URL('../', import.meta.url);
const extension = path.extname(import.meta.filename);

/** By the file that exports a plugin, without extension: TypeScript here, JavaScript once built. */
const moduleOf = (file: string): string => new URL(`${file}${extension}`, root).href;

/** Those of plugins/ that have neither options nor needs: `npm run docs` writes down what is known without their code. */
const deferred = (manifest as readonly (PluginSummary & { readonly module: string })[]).map(
  ({ module, ...summary }): readonly [AnyPlugin, string] => [
    deferPlugin(summary, async () => ((await import(moduleOf(module))) as { readonly plugin: AnyPlugin }).plugin),
    module,
  ],
);

/** Our own plugins. */
const builtin: readonly (readonly [AnyPlugin, string])[] = [
  ...deferred,
  [transformersEmbedder, 'plugins/embedders/transformers'],
  [openaiEmbedder, 'plugins/embedders/openai'],
  [openaiModel, 'plugins/models/openai'],
  [postmark, 'plugins/notifiers/postmark'],
  [smtp, 'plugins/notifiers/smtp'],
  [webPush, 'plugins/notifiers/web-push'],
  [webhook, 'plugins/notifiers/webhook'],
  [slack, 'plugins/notifiers/slack'],
  [fileNotifier, 'plugins/notifiers/file'],
  [consoleNotifier, 'plugins/notifiers/console'],
  [retrieval, 'agents/retrieval/index'],
  [risk, 'agents/risk/index'],
  [obligation, 'agents/obligation/index'],
];

/** Every plugin that this configuration knows: the built-in ones, and those that it lists. */
export const pluginEntries = async ({ config, file }: LoadedConfig): Promise<readonly PluginEntry[]> => {
  const { options, external } = config.plugins;
  const folder = file === undefined ? process.cwd() : path.dirname(path.resolve(file));
  const entries: PluginEntry[] = [
    ...builtin.map(([plugin, module]) => ({
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
