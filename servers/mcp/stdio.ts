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
 * while the two sides greet each other.
 */
export const serveStdioMcp = async ({ open, allow, data, version, signal }: StdioMcp): Promise<void> => {
  const folders = createFolders(allow, data);
  const application = open();
  application.then(
    (opened) => opened.work(),
    () => {
      // Told to every request that needs the application; the assistant can then tell the user.
    },
  );
  const connection = serveStdio(() => createMcpServer({ application, folders, version }));
  await ended(signal);
  await connection.close();
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
