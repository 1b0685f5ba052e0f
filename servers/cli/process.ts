import { readEnvironment } from '../../core/config/environment.ts';
import { version } from '../version.ts';
import { endSoon } from './process-end.ts';
import { runCli } from './run.ts';
import type { Wiring } from './session.ts';

/** Runs this process's command line: its arguments, its streams, its signals, its exit code. */
export const runProcess = async (wiring: Wiring): Promise<void> => {
  const stop = new AbortController();
  let readerGone = false;

  // Once to stop in good order, twice to stop at once.
  process.on('SIGINT', () => (stop.signal.aborted ? process.exit(130) : stop.abort()));
  process.on('SIGTERM', () => (stop.signal.aborted ? process.exit(143) : stop.abort()));
  // `dossier … | head` closes the pipe when it has seen enough: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    readerGone = true;
    stop.abort();
  });
  process.stderr.on('error', () => {});

  const exitCode = await runCli({
    argv: process.argv.slice(2),
    terminal: { stdout: process.stdout, stderr: process.stderr, environment: readEnvironment() },
    wiring,
    signal: stop.signal,
    version,
  });
  process.exitCode = readerGone ? 0 : exitCode;
  endSoon(process.stdout);
};
