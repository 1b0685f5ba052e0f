import { describeIssues } from '../capability/invoke.ts';
import { repeated } from '../capability/repeated.ts';
import { type AnyPlugin, PLUGIN_API } from './define.ts';
import { portNames } from './ports.ts';

/** A plugin that the configuration wants, before it is started. */
export type PluginEntry = {
  readonly plugin: AnyPlugin;
  /** Where it comes from: our own, or the path or package name that the configuration lists. */
  readonly origin: 'builtin' | string;
  /** As configured, undefined where nobody set any; validated against the plugin's own schema. */
  readonly options: unknown;
  /** file: or package URL of the module that exports it, for parsers that run in a process of their own. */
  readonly module: string;
};

/**
 * Everything that is wrong with this set of plugins, found without starting any. Options that nobody set
 * are only checked where the plugin is going to start: an endpoint that is not used needs no address.
 */
export const findPluginProblems = (
  entries: readonly PluginEntry[],
  starts: (entry: PluginEntry) => boolean,
): string[] => [
  ...entries.flatMap((entry) => {
    const { plugin, origin, options } = entry;
    const label = origin === 'builtin' ? plugin.name : `${plugin.name} (${origin})`;
    const problems: string[] = [];
    if (plugin.api !== PLUGIN_API) {
      problems.push(`${label} was written for plugin API ${plugin.api}; this Dossier has ${PLUGIN_API}`);
    }
    if (!/^[a-z][a-z0-9-]*$/.test(plugin.name)) problems.push(`${label} has a name that is not lower case with dashes`);
    const unknown = plugin.needs.filter((need) => !portNames.includes(need));
    if (unknown.length > 0) problems.push(`${label} needs ${unknown.join(', ')}, which this Dossier does not have`);
    if (plugin.provides.includes('detector') && plugin.needs.length > 0) {
      problems.push(
        `${label} brings a detector and needs ${plugin.needs.join(', ')}: a detector sees what it is given`,
      );
    }
    const parsed = plugin.options.safeParse(options ?? {});
    if (!parsed.success && (options !== undefined || starts(entry))) {
      problems.push(...describeIssues(parsed.error).map((issue) => `plugins.options.${plugin.name}: ${issue}`));
    }
    return problems;
  }),
  ...repeated(entries.map(({ plugin }) => plugin.name)).map((name) => `two plugins are named ${name}`),
];
