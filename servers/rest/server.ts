import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DossierError } from '../../core/errors/error.ts';
import type { Application } from '../../core/system/application.ts';
import { createRestApp, type RestOptions } from './app.ts';
import { sweepUploads, uploadsFolder } from './uploads.ts';

export type RestServer = {
  /** Without a slash at the end. */
  readonly url: string;
  /** Takes no more requests, lets those that run finish, then cuts off what is left. May be called twice. */
  close(): Promise<void>;
};

/** How long running requests may take to finish once the server is told to stop, milliseconds. */
const GRACE = 20_000;

export const startRest = async (application: Application, options: RestOptions): Promise<RestServer> => {
  await sweepUploads(uploadsFolder(application.config), application.clock.now());
  const server = createServer(createRestApp(application, options).callback());
  const { host, port } = application.config.server;
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (thrown) {
    const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
    throw new DossierError('address_unusable', { address: `${host}:${port}`, reason }, { cause: thrown });
  }
  const { address, port: bound, family } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;

  let closing: Promise<void> | undefined;
  // A connection whose last answer went out after the server was told to stop would be kept alive for nothing.
  server.on('request', (_, response) => {
    response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()));
  });
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    const cutOff = setTimeout(() => server.closeAllConnections(), GRACE);
    await closed;
    clearTimeout(cutOff);
  };
  return {
    url: `http://${name}:${bound}`,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
};
