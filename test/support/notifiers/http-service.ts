import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';
import type { Fault } from './side.ts';

export type Exchange = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};
export type Reply = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };

export type HttpService = {
  readonly origin: string;
  readonly exchanges: readonly Exchange[];
  fail(fault: Fault | undefined): void;
};

/** A server on the loopback that closes when the test ends. `replyOf` says what a healthy service answers; faults come before it. */
export const startHttpService = async (
  t: ExecutionContext,
  replyOf: (exchange: Exchange) => Reply,
  faultOf: (fault: Fault, exchange: Exchange) => Reply | undefined,
): Promise<HttpService> => {
  const exchanges: Exchange[] = [];
  let fault: Fault | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const body = await read(incoming);
    const url = new URL(incoming.url ?? '/', origin);
    const exchange = { method: incoming.method ?? '', url, headers: incoming.headers, body };
    exchanges.push(exchange);
    if (fault === 'stalls') return;
    if (fault === 'hangs-up') return void outgoing.destroy();
    if (fault === 'garbles') return void incoming.socket.end('SSH-2.0-OpenSSH_9.2\r\n');
    const reply = (fault === undefined ? undefined : faultOf(fault, exchange)) ?? replyOf(exchange);
    outgoing.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin,
    exchanges,
    fail: (next) => {
      fault = next;
    },
  };
};

const read = async (incoming: IncomingMessage): Promise<Buffer> => Buffer.concat(await incoming.toArray());
