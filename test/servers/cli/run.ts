import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ExecutionContext } from 'ava';
import type { Environment } from '../../../core/config/environment.ts';
import { runCli } from '../../../servers/cli/run.ts';
import type { Wiring } from '../../../servers/cli/session.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { createFixture, fixtureCapabilities } from '../fixture/application.ts';

type Options = {
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly environment?: Environment;
  readonly signal?: AbortSignal;
  readonly wiring?: Partial<Wiring>;
};

/** Runs a command line in this process over the fixture and gives back all that came out of it. */
export const run = async (t: ExecutionContext, argv: readonly string[], options: Options = {}) => {
  const written = { stdout: '', stderr: '' };
  const opened: ReturnType<typeof createFixture>[] = [];
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: options.terminal ?? false,
    columns: options.columns ?? 100,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const exitCode = await runCli({
    argv,
    terminal: {
      stdout: output('stdout'),
      stderr: output('stderr'),
      environment: { DOSSIER_DATA: temporaryFolder(t), ...options.environment },
    },
    signal: options.signal ?? new AbortController().signal,
    version: '1.2.3',
    wiring: {
      listCapabilities: async () => fixtureCapabilities(),
      listPlugins: async () => [],
      openApplication: async ({ config }) => {
        const application = createFixture(config);
        opened.push(application);
        return application;
      },
      backup: async () => ({ bytes: 3 }),
      obligations: () => Promise.reject(new Error('nothing is measured here')),
      restore: async () => {},
      ...options.wiring,
    },
  });
  return { exitCode, ...written, opened };
};

const PROGRAM = new URL('../fixture/dossier.ts', import.meta.url).pathname;

/** The same as a process of its own. */
export const start = (t: ExecutionContext, argv: readonly string[]) =>
  startProgram(t, PROGRAM, ['--data', temporaryFolder(t), ...argv]);

/** A program that ends with the test, and all that came out of it once it has ended. */
export const startProgram = (
  t: ExecutionContext,
  program: string,
  argv: readonly string[],
  nodeArguments: readonly string[] = [],
) => {
  const child = spawn(process.execPath, [...nodeArguments, program, ...argv]);
  t.teardown(() => child.kill('SIGKILL'));
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    written.stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    written.stderr += String(chunk);
  });
  const exited = once(child, 'close').then(([exitCode, signal]: (number | string | null)[]) => ({
    exitCode,
    signal,
    ...written,
  }));
  return { child, exited };
};
