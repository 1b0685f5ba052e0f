import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import test from 'ava';
import { KEY, serveFixture } from './serve.ts';

const formWith = (bytes: Uint8Array<ArrayBuffer>, name: string, fields: Record<string, string> = {}): FormData => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([bytes]), name);
  return form;
};

test('an uploaded file reaches the capability whole, under its own name, with the form fields typed', async (t) => {
  const { call, data } = await serveFixture(t);
  const answer = await call('/v1/files', {
    method: 'POST',
    body: formWith(new Uint8Array(70_000), '../../Größe.pdf', { copies: '3' }),
  });
  t.is(answer.status, 201);
  t.deepEqual(await answer.json(), { name: 'Größe.pdf', bytes: 70_000, copies: 3 });
  t.deepEqual(readdirSync(path.join(data, 'uploads')), []);
});

test('an empty file is left to the capability, a form without a file is not', async (t) => {
  const { call } = await serveFixture(t);
  const empty = await call('/v1/files', { method: 'POST', body: formWith(new Uint8Array(0), 'empty.txt') });
  t.deepEqual(await empty.json(), { name: 'empty.txt', bytes: 0, copies: 1 });
  const none = new FormData();
  none.set('name', 'x');
  t.is((await call('/v1/files', { method: 'POST', body: none })).status, 400);
  const json = await call('/v1/files', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
  t.is(json.status, 415);
  const noForm = await call('/v1/files', {
    method: 'POST',
    body: 'x',
    headers: { 'content-type': 'multipart/form-data' },
  });
  t.is(noForm.status, 400);
});

test('a file over the limit is refused with the limit, and nothing of it stays', async (t) => {
  const { call, data } = await serveFixture(t, { settings: { limits: { max_bytes: 1000 } } });
  const slightly = await call('/v1/files', { method: 'POST', body: formWith(new Uint8Array(1001), 'big.bin') });
  t.is(slightly.status, 413);
  const problem = (await slightly.json()) as { code: string; detail: string };
  t.is(problem.code, 'too_large');
  t.regex(problem.detail, /the limit is 1000/);
  t.deepEqual(readdirSync(path.join(data, 'uploads')), []);
});

test('two files, or far too many fields, are a mistake in the form and not a file that is too large', async (t) => {
  const { call, data } = await serveFixture(t);
  const two = formWith(new Uint8Array(5), 'one.txt');
  two.append('file', new Blob([new Uint8Array(6)]), 'two.txt');
  const many = formWith(new Uint8Array(5), 'one.txt');
  for (let index = 0; index < 60; index += 1) many.append(`field${index}`, 'x');
  const long = formWith(new Uint8Array(5), 'one.txt', { copies: '1'.repeat(150_000) });
  for (const [body, detail] of [
    [two, /one file in each request/],
    [many, /more than 50 fields/],
    [long, /more than 100000 bytes/],
  ] as const) {
    const answer = await call('/v1/files', { method: 'POST', body });
    t.is(answer.status, 400);
    t.regex(((await answer.json()) as { detail: string }).detail, detail);
  }
  t.deepEqual(readdirSync(path.join(data, 'uploads')), []);
});

test('an upload that breaks off leaves no file behind', async (t) => {
  const { server, data, call } = await serveFixture(t);
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
  socket.write(
    `POST /v1/files HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${KEY}\r\n` +
      `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n${head}${'x'.repeat(5000)}`,
  );
  const folder = path.join(data, 'uploads');
  const holds = (entries: number) => {
    try {
      return readdirSync(folder).length === entries;
    } catch {
      return false;
    }
  };
  // Each request is a round trip through the server, so this waits without a clock.
  while (!holds(1)) await call('/healthz');
  socket.destroy();
  while (!holds(0)) await call('/healthz');
  t.pass();
});
