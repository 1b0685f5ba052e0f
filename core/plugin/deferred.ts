import { DossierError } from '../errors/error.ts';
import { type AnyPlugin, type ContributionKind, definePlugin } from './define.ts';

/** What is known of a plugin that has no options and needs no port before its code is loaded. */
export type PluginSummary = {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly provides: readonly ContributionKind[];
};

/**
 * A plugin whose code is loaded when it starts: to list and check a hundred plugins, nobody waits for a hundred modules.
 * Its start fails with `plugins_invalid` where the code is not what the summary says: name and version are recorded with
 * what a plugin produces.
 */
export const deferPlugin = (
  { name, version, summary, provides }: PluginSummary,
  load: () => Promise<AnyPlugin>,
): AnyPlugin =>
  definePlugin({
    name,
    version,
    summary,
    provides,
    setup: async (context) => {
      const plugin = await load();
      if (plugin.name !== name || plugin.version !== version) {
        const problem = `${name} ${version} is ${plugin.name} ${plugin.version} by its code`;
        throw new DossierError('plugins_invalid', { problems: [problem] });
      }
      return plugin.setup(context as never) as never;
    },
  });
