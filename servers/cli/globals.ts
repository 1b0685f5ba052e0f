import type { Command } from 'commander';
import type { Environment } from '../../core/config/environment.ts';
import { type LoadedConfig, loadConfig } from '../../core/config/load.ts';

/** Options that every command takes, before or after its name. */
export type Globals = {
  readonly data?: string;
  readonly config?: string;
  readonly json?: boolean;
  readonly logLevel?: string;
};

/** Of the options above, those followed by a value. */
const VALUED = new Set(['--data', '--config', '--log-level']);
export const globalFlags = [...VALUED, '--json', '--help', '--version'];

export const GLOBAL_GROUP = 'Everywhere:';

export const addGlobalOptions = (program: Command, version: string): Command =>
  program
    .helpOption('-h, --help', 'show this help')
    .version(version, '-V, --version', 'show the version')
    .optionsGroup(GLOBAL_GROUP)
    .option('--data <folder>', 'folder that holds everything Dossier stores (default: ~/.dossier, or DOSSIER_DATA)')
    .option('--config <file>', 'configuration file (default: config.json in the data folder, or DOSSIER_CONFIG)')
    .option('--json', 'write JSON for programs: one object, or one line per item where items come one by one')
    .option('--log-level <level>', 'debug, info, warn, error or silent; the log is JSON lines on stderr');

/** The first word that is a command, found without knowing the commands. */
export const firstWord = (argv: readonly string[]): string | undefined => {
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    if (VALUED.has(word)) index += 1;
    else if (!word.startsWith('-')) return word;
  }
  return undefined;
};

/** Whether the caller wants JSON, known even when the rest of the line cannot be understood. */
export const wantsJson = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--');
  return (end === -1 ? argv : argv.slice(0, end)).includes('--json');
};

export const loadFor = (
  globals: Globals,
  environment: Environment,
  settings: Readonly<Record<string, unknown>> = {},
): LoadedConfig =>
  loadConfig({
    environment,
    flags: { data: globals.data, 'log.level': globals.logLevel, ...settings },
    ...(globals.config === undefined ? {} : { file: globals.config }),
  });
