import type { lookup } from 'node:dns';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import test from 'ava';
import { isPublicAddress } from '../../../../plugins/notifiers/shared/addresses.ts';
import { retryAfter } from '../../../../plugins/notifiers/shared/outcome.ts';
import { OutOfReach, post, publicOnly } from '../../../../plugins/notifiers/shared/post.ts';
import { oneLine, shorten } from '../../../../plugins/notifiers/shared/text.ts';
import { startHttpService } from '../../../support/notifiers/http-service.ts';

const { signal } = new AbortController();
const request = { headers: {}, body: '{}', signal };
const strict = { allow_private: false, allow_http: true };
const loose = { allow_private: true, allow_http: true };

/** A resolver that gives one answer after the other, as one that means harm does. */
const resolver = (...answers: readonly (readonly string[])[]) => {
  let asked = 0;
  const look = (_name: string, options: { all?: boolean }, done: (...result: readonly unknown[]) => void) => {
    const addresses = (answers[Math.min(asked++, answers.length - 1)] ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    if (options.all) done(null, addresses);
    else done(null, addresses[0]?.address, addresses[0]?.family);
  };
  return { lookup: look as unknown as typeof lookup, asked: () => asked };
};

test('a name that stands for an address inside is not called, nor one of whose addresses is inside', async (t) => {
  const service = await startHttpService(
    t,
    () => ({ status: 200 }),
    () => undefined,
  );
  const url = `http://rebind.example:${new URL(service.origin).port}/`;
  for (const addresses of [['127.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['::1'], ['169.254.169.254'], []]) {
    const { lookup } = resolver(addresses);
    await t.throwsAsync(post({ ...request, url, reach: strict, lookup }), { instanceOf: OutOfReach });
  }
  t.deepEqual(service.exchanges, []);
});

test('the address that was looked at is the one that is called: a name is asked for once', async (t) => {
  const service = await startHttpService(
    t,
    () => ({ status: 200 }),
    () => undefined,
  );
  const url = `http://rebind.example:${new URL(service.origin).port}/`;
  const { lookup, asked } = resolver(['127.0.0.1'], ['203.0.113.1']);
  t.is((await post({ ...request, url, reach: loose, lookup })).status, 200);
  t.is(asked(), 1);
  t.is(service.exchanges[0]?.headers.host, new URL(url).host);
});

test('addresses of the public internet are handed on as they are asked for', async (t) => {
  const addresses = ['93.184.215.14', '2a00:1450:4001:800::200e'];
  const answer = (all: boolean) =>
    new Promise<unknown[]>((resolve) => {
      publicOnly(resolver(addresses).lookup)('example.org', { all }, (...result: unknown[]) => resolve(result));
    });
  t.deepEqual(await answer(true), [
    null,
    [
      { address: '93.184.215.14', family: 4 },
      { address: '2a00:1450:4001:800::200e', family: 6 },
    ],
  ]);
  t.deepEqual(await answer(false), [null, '93.184.215.14', 4]);
});

test('a redirect is not followed', async (t) => {
  const service = await startHttpService(
    t,
    ({ url }) => (url.pathname === '/' ? { status: 307, headers: { location: '/inside' } } : { status: 200 }),
    () => undefined,
  );
  t.is((await post({ ...request, url: service.origin, reach: loose })).status, 307);
  t.is(service.exchanges.length, 1);
});

test('of an answer without end only the beginning is read', async (t) => {
  const body = 'x'.repeat(50_000_000);
  const service = await startHttpService(
    t,
    () => ({ status: 500, body }),
    () => undefined,
  );
  const answer = await post({ ...request, url: service.origin, reach: loose });
  t.is(answer.start.length, 1024);
});

test('who has taken it and then never ends the answer has taken it', async (t) => {
  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => outgoing.writeHead(202).write('so far'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  t.is((await post({ ...request, url: `http://127.0.0.1:${port}/`, reach: loose })).status, 202);
});

test('an answer that is a change of protocol, or none of HTTP, ends the attempt', async (t) => {
  for (const answer of [
    'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
    'SSH-2.0-x\r\n',
  ]) {
    const server = createTcpServer((socket) => socket.on('error', () => {}).once('data', () => socket.write(answer)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.teardown(() => server.close());
    const { port } = server.address() as AddressInfo;
    await t.throwsAsync(post({ ...request, url: `http://127.0.0.1:${port}/`, reach: loose }));
  }
});

test('the public internet is told from everything else', (t) => {
  for (const address of [
    '93.184.215.14',
    '8.8.8.8',
    '172.32.0.1',
    '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
    '2a00::1',
  ]) {
    t.true(isPublicAddress(address), address);
  }
  for (const address of [
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    'example.org',
    '',
  ]) {
    t.false(isPublicAddress(address), address);
  }
});

test('Retry-After is read as seconds and as a date, within a day', (t) => {
  const now = Date.UTC(2027, 0, 1);
  t.is(retryAfter('120', now), 120_000);
  t.is(retryAfter('Fri, 01 Jan 2027 00:01:00 GMT', now), 60_000);
  t.is(retryAfter('Thu, 31 Dec 2026 00:00:00 GMT', now), 0);
  t.is(retryAfter('99999999', now), 86_400_000);
  for (const unread of [undefined, '', 'soon', '-5']) t.is(retryAfter(unread, now), undefined);
});

test('a line is one line, and is cut between characters', (t) => {
  t.is(oneLine(' a\r\n\tb\u2028c\u0085d\u202e ', 100), 'a b c d');
  t.is(shorten('ab👩c', 4), 'ab…');
  t.is(shorten('abc', 3), 'abc');
  t.true(shorten('\ud83d', 5).isWellFormed());
});
