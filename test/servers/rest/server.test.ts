import test from 'ava';
import { configSchema } from '../../../core/config/schema.ts';
import { startRest } from '../../../servers/rest/server.ts';
import { createFixture } from '../fixture/application.ts';
import { KEY, serveFixture } from './serve.ts';

test('alive is not the same as ready', async (t) => {
  const store = { engine: 'memory', ok: false, details: {}, problems: ['the disk is full'] };
  const { server } = await serveFixture(t, { fixture: { health: { ok: false, store } } });
  t.is((await fetch(`${server.url}/healthz`)).status, 200);
  const ready = await fetch(`${server.url}/readyz`);
  t.is(ready.status, 503);
  t.deepEqual(await ready.json(), { ready: false, store: 'failed', failed_plugins: [] });
});

test('a plugin that failed is named, and the rest stays ready', async (t) => {
  const plugin = {
    name: 'acme',
    version: '1.0.0',
    summary: '',
    origin: 'acme',
    provides: [],
    needs: [],
    status: 'failed',
  } as const;
  const { server } = await serveFixture(t, { fixture: { health: { ok: false, plugins: [plugin] } } });
  const ready = await fetch(`${server.url}/readyz`);
  t.is(ready.status, 200);
  t.deepEqual(await ready.json(), { ready: true, store: 'ok', failed_plugins: ['acme'] });
});

test('closing lets a running request finish and takes no new one', async (t) => {
  const started = Promise.withResolvers<void>();
  const { server, post } = await serveFixture(t, { fixture: { hooks: { started: started.resolve } } });
  const running = post('/v1/count', { to: 5000 });
  await started.promise;
  const closed = server.close();
  const answer = await running;
  t.is(answer.status, 200);
  t.is(((await answer.json()) as { last: number }).last, 5000);
  await closed;
  await server.close();
  await t.throwsAsync(fetch(`${server.url}/healthz`));
});

test('a port that is taken is an error that says so', async (t) => {
  const { server } = await serveFixture(t);
  const port = Number(new URL(server.url).port);
  const application = createFixture(configSchema.parse({ data: '/nowhere', server: { port } }));
  await t.throwsAsync(startRest(application, { key: KEY }), { code: 'address_unusable', message: /EADDRINUSE/ });
});
