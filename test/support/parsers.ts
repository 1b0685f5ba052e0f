import { loadConfig } from '../../core/config/load.ts';
import type { ParserModule } from '../../core/sandbox/messages.ts';
import { pluginEntries } from '../../servers/plugins.ts';

/** Every parser that Dossier brings, in the order in which the application knows them. */
export const builtInParsers = async (): Promise<readonly ParserModule[]> =>
  (await pluginEntries(loadConfig({ environment: {}, flags: { data: '/' } })))
    .filter(({ plugin }) => plugin.provides.includes('parser'))
    .map(({ plugin, module }) => ({
      plugin: plugin.name,
      version: plugin.version,
      module,
      options: plugin.options.parse({}) as Readonly<Record<string, unknown>>,
      external: false,
    }));
