import { request } from 'node:http';
import test from 'ava';
import { KEY, serveFixture } from './serve.ts';

test('without the key nothing is served, whatever else is wrong with the request', async (t) => {
  const { server } = await serveFixture(t);
  for (const authorization of [undefined, 'Bearer wrong', `Basic ${KEY}`, `Bearer ${KEY}x`, 'Bearer ']) {
    for (const path of ['/v1/notes', '/V1/notes', '//v1/notes', '/v1/nothing', '/v1', '/HEALTHZ', '/elsewhere']) {
      const answer = await fetch(
        `${server.url}${path}`,
        authorization === undefined ? {} : { headers: { authorization } },
      );
      t.is(answer.status, 401);
      t.is(answer.headers.get('www-authenticate'), 'Bearer realm="dossier"');
      t.is(((await answer.json()) as { code: string }).code, 'unauthenticated');
    }
  }
});

test('a request under a foreign host name is refused, also with the key', async (t) => {
  const { server } = await serveFixture(t, { settings: { server: { port: 0, allowed_hosts: ['dossier.example'] } } });
  const { port } = new URL(server.url);
  const statusFor = (host: string) =>
    new Promise((resolve, reject) => {
      const headers = { host, authorization: `Bearer ${KEY}` };
      request({ port, host: '127.0.0.1', path: '/v1/notes', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
  t.is(await statusFor('evil.example'), 403);
  t.is(await statusFor(`evil.example:${port}`), 403);
  t.is(await statusFor('localhost.evil.example'), 403);
  t.is(await statusFor(`LOCALHOST:${port}`), 200);
  t.is(await statusFor(`[::1]:${port}`), 200);
  t.is(await statusFor('dossier.example'), 200);
});

test('every answer carries the headers that keep a browser from misusing it', async (t) => {
  const { call } = await serveFixture(t);
  for (const path of ['/healthz', '/v1/notes', '/v1/notes/none', '/nothing']) {
    const { headers } = await call(path, { headers: { origin: 'https://evil.example' } });
    t.is(headers.get('x-content-type-options'), 'nosniff');
    t.is(headers.get('cache-control'), 'no-store');
    t.is(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
    t.is(headers.get('access-control-allow-origin'), null);
  }
});

test('beyond so many requests at once the next is told to wait; health still answers', async (t) => {
  const started = Promise.withResolvers<void>();
  const { call } = await serveFixture(t, { maxConcurrent: 1, fixture: { hooks: { started: started.resolve } } });
  const gone = new AbortController();
  const waiting = call('/v1/wait', { method: 'POST', signal: gone.signal });
  await started.promise;
  const busy = await call('/v1/notes');
  t.is(busy.status, 429);
  t.is(busy.headers.get('retry-after'), '1');
  t.is(((await busy.json()) as { code: string }).code, 'rate_limited');
  t.is((await call('/healthz')).status, 200);
  gone.abort();
  await t.throwsAsync(waiting);
  let free = await call('/v1/notes');
  while (free.status === 429) free = await call('/v1/notes');
  t.is(free.status, 200);
});
