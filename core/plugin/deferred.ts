import { z } from 'zod';
import { DossierError } from '../errors/error.ts';
import { type AnyPlugin, type ContributionKind, definePlugin } from './define.ts';
import type { PortName } from './ports.ts';

/** What is known of a plugin before its code is loaded. */
export type PluginSummary = {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly provides: readonly ContributionKind[];
  readonly needs?: readonly PortName[];
  /** Whether it has options, and whether it can do without; their schema is known by its code only. */
  readonly options?: 'optional' | 'required';
};

const noOptions = z.strictObject({});
const missingOptions = z.strictObject({}).refine(() => false, 'its options have to be set');

/**
 * A plugin whose code is loaded when it starts: to list and check a hundred plugins, nobody waits for a hundred modules.
 * Only where nobody set any options, because they are checked before. One that has to have some is idle without them.
 * Its start fails with `plugins_invalid` where the code is not what the summary says: name and version are recorded with
 * what a plugin produces.
 */
export const deferPlugin = (
  { name, version, summary, provides, needs = [], options }: PluginSummary,
  load: () => Promise<AnyPlugin>,
): AnyPlugin =>
  definePlugin({
    name,
    version,
    summary,
    provides,
    needs,
    options: options === 'required' ? missingOptions : noOptions,
    setup: async (context) => {
      const plugin = await load();
      if (plugin.name !== name || plugin.version !== version) {
        const problem = `${name} ${version} is ${plugin.name} ${plugin.version} by its code`;
        throw new DossierError('plugins_invalid', { problems: [problem] });
      }
      // Nobody set any, or they would not be deferred: the defaults are the code's.
      return plugin.setup({ ...(context as object), options: plugin.options.parse({}) } as never) as never;
    },
  });
