import { sandboxLimitsOf } from '../core/config/limits.ts';
import { loadConfig } from '../core/config/load.ts';
import type { AnyPlugin } from '../core/plugin/define.ts';
import { parserModule } from '../core/plugin/host.ts';
import { silentLogger } from '../core/ports/logger.ts';
import type { Parser } from '../core/ports/parser.ts';
import { systemClock } from '../core/ports/system-clock.ts';
import type { ParserModule } from '../core/sandbox/messages.ts';
import { createParserPool, type ParserPool } from '../core/sandbox/pool.ts';
import type { FileRead, SandboxLimits } from '../core/sandbox/worker.ts';
import { pluginEntries } from '../servers/plugins.ts';

const loaded = loadConfig({ environment: {}, flags: { data: '/' } });

/** As they are where nobody has configured anything. */
export const defaultLimits = sandboxLimitsOf(loaded.config);

/** Every parser that Dossier brings, in the order in which the application knows them. */
export const builtInParsers = async (): Promise<readonly ParserModule[]> =>
  (await pluginEntries(loaded)).filter(({ plugin }) => plugin.provides.includes('parser')).map(parserModule);

/** The parser as this process can call it, without a sandbox. */
export const parserOf = async ({ module, options }: ParserModule): Promise<Parser> => {
  const { plugin } = (await import(module)) as { plugin: AnyPlugin };
  const { parser } = await plugin.setup({ options, ports: {}, log: silentLogger } as never);
  if (parser === undefined) throw new Error(`${plugin.name} brings no parser.`);
  return parser;
};

/** A pool as the application has it, but for processes that stay. */
export const createPool = (
  parsers: readonly ParserModule[],
  size: number,
  {
    limits = defaultLimits,
    onRead,
  }: { readonly limits?: SandboxLimits; readonly onRead?: (read: FileRead) => void } = {},
): ParserPool =>
  createParserPool({
    parsers,
    log: silentLogger,
    clock: systemClock,
    limits,
    size,
    idleSeconds: 600,
    ...(onRead === undefined ? {} : { onRead }),
  });
