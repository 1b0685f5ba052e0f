import { request } from 'node:http';
import test from 'ava';
import { KEY, serveFixture } from './serve.ts';

const PATH = '/v1/notifications/unsubscribe';

test('a link in a message is looked at without a key and stopped by a POST, whatever its body', async (t) => {
  const stopped: string[] = [];
  const { server } = await serveFixture(t, {
    fixture: {
      notifications: {
        lookUp: async (token) => (token === 'good' ? { name: 'E-mail <b>a…', done: false } : undefined),
        unsubscribe: async (token) => {
          stopped.push(token);
          return token === 'good' ? { name: 'E-mail <b>a…', done: true } : undefined;
        },
      },
    },
  });
  const shown = await fetch(`${server.url}${PATH}?t=good`);
  t.is(shown.status, 200);
  t.regex(shown.headers.get('content-type') ?? '', /^text\/html/);
  t.regex(
    shown.headers.get('content-security-policy') ?? '',
    /^default-src 'none'; style-src 'unsafe-inline'; form-action 'self'/,
  );
  const page = await shown.text();
  t.regex(page, /<form method="post"><button/);
  t.regex(page, /E-mail &lt;b&gt;a…/);
  t.deepEqual(stopped, []);

  // As RFC 8058 has it, and as the page's own button does.
  const oneClick = await fetch(`${server.url}${PATH}?t=good`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'error',
  });
  t.is(oneClick.status, 200);
  t.is((await fetch(`${server.url}${PATH}?t=good`, { method: 'POST' })).status, 200);
  t.is((await fetch(`${server.url}${PATH}?t=bad`, { method: 'POST' })).status, 404);
  t.is((await fetch(`${server.url}${PATH}`)).status, 404);
  t.deepEqual(stopped, ['good', 'good', 'bad']);
  // Nothing beside the path itself is open, and no other method of it.
  t.is((await fetch(`${server.url}${PATH}?t=good`, { method: 'DELETE' })).status, 401);
  for (const path of [`${PATH}/`, '/V1/notifications/unsubscribe', '/v1/notifications', '/v1/notifications/channels']) {
    t.is((await fetch(`${server.url}${path}?t=good`)).status, 401);
  }
});

test('bounces are taken from whoever has the password, at the path of their channel, and only where one is set', async (t) => {
  const reports: unknown[] = [];
  const bounces = new Map([['email', async (report: unknown) => reports.push(report)]]);
  const password = 'a-password-for-bounces';
  const { server } = await serveFixture(t, {
    settings: { notifications: { bounce_key: password } },
    fixture: { notifications: { bounces } },
  });
  const post = (authorization?: string) =>
    fetch(`${server.url}/v1/notifications/bounces/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ RecordType: 'Bounce' }),
    });
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
  for (const wrong of [
    undefined,
    basic('postmark:wrong'),
    basic(password),
    `Bearer ${KEY}`,
    `Bearer ${password}`,
    'Basic',
  ]) {
    const answer = await post(wrong);
    t.is(answer.status, wrong === basic(password) ? 200 : 401, String(wrong));
  }
  const taken = await post(basic(`postmark:${password}`));
  t.is(taken.status, 200);
  t.deepEqual(reports.at(-1), { RecordType: 'Bounce' });

  const without = await serveFixture(t);
  t.is((await fetch(`${without.server.url}/v1/notifications/bounces/email`, { method: 'POST' })).status, 401);
  t.is((await without.post('/v1/notifications/bounces/email', {})).status, 404);
});

test('the server may be called under the name of its public address', async (t) => {
  const { server } = await serveFixture(t, {
    settings: { server: { port: 0 }, notifications: { public_url: 'https://dossier.example' } },
  });
  const { port } = new URL(server.url);
  const status = (host: string) =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: `${PATH}?t=x`, headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
  t.is(await status('dossier.example'), 404);
  t.is(await status('evil.example'), 403);
});
