import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { DossierError } from '../errors/error.ts';
import type { AnyPlugin } from './define.ts';
import type { PluginEntry } from './problems.ts';

/**
 * Loads the plugins that the configuration lists: a package name, or a path relative to the configuration file.
 * Each module exports `plugin`. Loading runs the module's code, so only what the user listed is ever loaded.
 * Throws `plugins_invalid` with every plugin that cannot be loaded.
 */
export const loadExternalPlugins = async (
  names: readonly string[],
  folder: string,
  options: Readonly<Record<string, unknown>>,
): Promise<PluginEntry[]> => {
  const problems: string[] = [];
  const entries: PluginEntry[] = [];
  for (const name of names) {
    try {
      const module = resolve(name, folder);
      const plugin = pluginOf(await import(module));
      if (plugin === undefined) problems.push(`${name} does not export a plugin made by definePlugin`);
      else entries.push({ plugin, origin: name, options: options[plugin.name], module });
    } catch (thrown) {
      problems.push(`${name} cannot be loaded (${reason(thrown)})`);
    }
  }
  if (problems.length > 0) throw new DossierError('plugins_invalid', { problems });
  return entries;
};

const resolve = (name: string, folder: string): string => {
  const isPath = name.startsWith('.') || path.isAbsolute(name);
  if (isPath) return pathToFileURL(path.resolve(folder, name)).href;
  return pathToFileURL(createRequire(path.join(folder, 'config.json')).resolve(name)).href;
};

export const pluginOf = (module: unknown): AnyPlugin | undefined => {
  const plugin = typeof module === 'object' && module !== null && 'plugin' in module ? module.plugin : undefined;
  if (!shape.safeParse(plugin).success) return undefined;
  return plugin as AnyPlugin;
};

/** What the host looks at before it knows whether the plugin was written for it. */
const shape = z.object({
  api: z.number(),
  name: z.string(),
  version: z.string(),
  summary: z.string(),
  options: z.object({ safeParse: z.function() }),
  needs: z.array(z.string()),
  provides: z.array(z.string()),
  setup: z.function(),
});

const reason = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return 'it threw something that is not an error';
  // Its own file, or a package that it imports and that is not installed where it lies.
  const [, missing] = /^Cannot find (?:package|module) '([^']+)'/.exec(thrown.message) ?? [];
  if (missing !== undefined) return `${missing} is not there`;
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.name;
};
