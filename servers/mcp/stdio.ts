import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Application } from '../../core/system/application.ts';
import { createFolders } from './folders.ts';
import { createMcpServer } from './server.ts';

export type StdioMcp = {
  open(): Promise<Application>;
  /** Folders that may be ingested from. */
  readonly allow: readonly string[];
  /** The data folder. */
  readonly data: string;
  readonly version: string;
  readonly signal: AbortSignal;
};

/**
 * Serves one assistant on standard input and output until it closes them or the signal aborts. The store is opened
 * when the two sides have greeted each other: opening takes the processor for a while, and the greeting goes first.
 */
export const serveStdioMcp = async ({ open, allow, data, version, signal }: StdioMcp): Promise<void> => {
  const folders = createFolders(allow, data);
  const { promise: application, resolve } = Promise.withResolvers<Application>();
  let begun = false;
  let ending = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    resolve(open());
  };
  application.then(
    // Who waits for the application is answered first: the list of tools does not wait for what works in the background.
    (opened) => setImmediate(() => ending || opened.work()),
    () => {
      // Told to every request that needs the application; the assistant can then tell the user.
    },
  );
  const connection = serveStdio(() => {
    // The first message brings this about; what comes after it in this turn of the event loop is its answer.
    setImmediate(begin);
    return createMcpServer({ application, folders, version });
  });
  await ended(signal);
  ending = true;
  await connection.close();
  if (!begun) return;
  const [opened] = await Promise.allSettled([application]);
  if (opened.status === 'rejected') throw opened.reason;
  await opened.value.close();
};

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    process.stdin.once('end', resolve).once('close', resolve);
  });
