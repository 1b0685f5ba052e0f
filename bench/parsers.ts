import { sandboxLimitsOf } from '../core/config/limits.ts';
import { loadConfig } from '../core/config/load.ts';
import { silentLogger } from '../core/ports/logger.ts';
import type { Parser } from '../core/ports/parser.ts';
import { systemClock } from '../core/ports/system-clock.ts';
import type { ParserModule } from '../core/sandbox/messages.ts';
import { createParserPool, type ParserPool } from '../core/sandbox/pool.ts';
import type { FileRead } from '../core/sandbox/worker.ts';
import { pluginEntries } from '../servers/plugins.ts';

export type LoadedParser = { readonly module: ParserModule; readonly parser: Parser };

const loaded = loadConfig({ environment: {}, flags: { data: '/' } });

/** As they are where nobody has configured anything. */
export const limits = sandboxLimitsOf(loaded.config);

/** Every parser that Dossier brings, as the sandbox loads it and as this process can call it. */
export const loadParsers = async (): Promise<readonly LoadedParser[]> => {
  const parsers: LoadedParser[] = [];
  for (const { plugin, module } of await pluginEntries(loaded)) {
    if (!plugin.provides.includes('parser')) continue;
    const options = plugin.options.parse({}) as Readonly<Record<string, unknown>>;
    const { parser } = await plugin.setup({ options, ports: {}, log: silentLogger } as never);
    if (parser === undefined) throw new Error(`${plugin.name} brings no parser.`);
    const { name, version } = plugin;
    parsers.push({ module: { plugin: name, version, module, options, external: false }, parser });
  }
  return parsers;
};

/** A pool as the application has it, but for processes that stay. */
export const createPool = (
  parsers: readonly LoadedParser[],
  size: number,
  onRead?: (read: FileRead) => void,
): ParserPool =>
  createParserPool({
    parsers: parsers.map(({ module }) => module),
    log: silentLogger,
    clock: systemClock,
    limits,
    size,
    idleSeconds: 600,
    ...(onRead === undefined ? {} : { onRead }),
  });
