import path from 'node:path';
import { plugin as retrieval } from '../agents/retrieval/index.ts';
import { plugin as risk } from '../agents/risk/index.ts';
import type { LoadedConfig } from '../core/config/load.ts';
import { DossierError } from '../core/errors/error.ts';
import type { AnyPlugin } from '../core/plugin/define.ts';
import { loadExternalPlugins } from '../core/plugin/load.ts';
import type { PluginEntry } from '../core/plugin/problems.ts';
import { plugin as builtinEmbedder } from '../plugins/embedders/builtin.ts';
import { plugin as openaiEmbedder } from '../plugins/embedders/openai.ts';
import { plugin as transformersEmbedder } from '../plugins/embedders/transformers.ts';
import { plugin as openaiModel } from '../plugins/models/openai.ts';
import { plugin as csv } from '../plugins/parsers/csv.ts';
import { plugin as docx } from '../plugins/parsers/docx.ts';
import { plugin as eml } from '../plugins/parsers/eml.ts';
import { plugin as html } from '../plugins/parsers/html.ts';
import { plugin as jpeg } from '../plugins/parsers/jpeg.ts';
import { plugin as markdown } from '../plugins/parsers/markdown.ts';
import { plugin as msg } from '../plugins/parsers/msg.ts';
import { plugin as pdf } from '../plugins/parsers/pdf.ts';
import { plugin as png } from '../plugins/parsers/png.ts';
import { plugin as text } from '../plugins/parsers/text.ts';
import { plugin as xls } from '../plugins/parsers/xls.ts';
import { plugin as xlsx } from '../plugins/parsers/xlsx.ts';

/** Our own plugins and the files that export them, without extension: TypeScript here, JavaScript once built. */
const builtin: readonly (readonly [AnyPlugin, string])[] = [
  [pdf, 'plugins/parsers/pdf'],
  [png, 'plugins/parsers/png'],
  [jpeg, 'plugins/parsers/jpeg'],
  [docx, 'plugins/parsers/docx'],
  [eml, 'plugins/parsers/eml'],
  [msg, 'plugins/parsers/msg'],
  [html, 'plugins/parsers/html'],
  [markdown, 'plugins/parsers/markdown'],
  [xlsx, 'plugins/parsers/xlsx'],
  [xls, 'plugins/parsers/xls'],
  [csv, 'plugins/parsers/csv'],
  [text, 'plugins/parsers/text'],
  [builtinEmbedder, 'plugins/embedders/builtin'],
  [transformersEmbedder, 'plugins/embedders/transformers'],
  [openaiEmbedder, 'plugins/embedders/openai'],
  [openaiModel, 'plugins/models/openai'],
  [retrieval, 'agents/retrieval/index'],
  [risk, 'agents/risk/index'],
];

const root = new URL('../', import.meta.url);
const extension = path.extname(import.meta.filename);

/** Every plugin that this configuration knows: the built-in ones, and those that it lists. */
export const pluginEntries = async ({ config, file }: LoadedConfig): Promise<readonly PluginEntry[]> => {
  const { options, external } = config.plugins;
  const folder = file === undefined ? process.cwd() : path.dirname(path.resolve(file));
  const entries: PluginEntry[] = [
    ...builtin.map(([plugin, module]) => ({
      plugin,
      origin: 'builtin' as const,
      options: options[plugin.name],
      module: new URL(`${module}${extension}`, root).href,
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
