import type { CapabilityRegistry } from '../../core/capability/registry.ts';
import type { LoadedConfig } from '../../core/config/load.ts';
import type { AnyPlugin } from '../../core/plugin/define.ts';
import type { FileRead } from '../../core/sandbox/worker.ts';
import type { Application } from '../../core/system/application.ts';
import type { Measured } from '../../eval/obligations/evaluate.ts';
import { type Globals, loadFor } from './globals.ts';
import { jsonText, type Terminal } from './terminal.ts';

/** What the commands need of the program that they run in. */
export type Wiring = {
  /** Every capability, known without opening the store, for help and for checking what was typed. */
  listCapabilities(loaded: LoadedConfig): Promise<CapabilityRegistry>;
  /** Every plugin that the configuration knows, without starting any. */
  listPlugins(loaded: LoadedConfig): Promise<readonly AnyPlugin[]>;
  /** `onRead` is told of each file that a parser process has read. */
  openApplication(
    loaded: LoadedConfig,
    overrides?: { readonly onRead?: (read: FileRead) => void },
  ): Promise<Application>;
  /** How duties and deadlines of eval's sentences are read. */
  obligations(): Promise<Measured>;
  /** Copies everything that is stored to a file that does not exist yet, while others go on working. */
  backup(loaded: LoadedConfig, file: string, options: CopyOptions): Promise<{ readonly bytes: number }>;
  /** Puts a checked backup in the place of the data folder. */
  restore(loaded: LoadedConfig, file: string, options: CopyOptions): Promise<void>;
};

export type CopyOptions = {
  /** Replace what is there. */
  readonly force: boolean;
  readonly signal: AbortSignal;
  progress(fraction: number): void;
};

/** One run of the program: what was asked for, where output goes, how to stop. */
export type Session = {
  readonly terminal: Terminal;
  readonly wiring: Wiring;
  readonly signal: AbortSignal;
  readonly version: string;
  globals(): Globals;
  /** Set by the command that ran; 0 unless it has something to say. */
  exitCode: number;
};

export const loadConfigOf = (session: Session, settings?: Readonly<Record<string, unknown>>): LoadedConfig =>
  loadFor(session.globals(), session.terminal.environment, settings);

/** Opens the application for one piece of work and closes it whatever happens. */
export const withApplication = async <T>(
  session: Session,
  work: (application: Application) => Promise<T>,
  settings?: Readonly<Record<string, unknown>>,
): Promise<T> => {
  const application = await session.wiring.openApplication(loadConfigOf(session, settings));
  try {
    return await work(application);
  } finally {
    await application.close();
  }
};

/** One JSON value: on one line for programs, indented for a person who looks at it. */
export const writeJson = (terminal: Terminal, value: unknown): void => {
  terminal.stdout.write(`${jsonText(value, terminal.stdout.isTTY === true ? 2 : undefined)}\n`);
};
