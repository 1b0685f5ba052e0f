import test from 'ava';
import { serveFixture } from './serve.ts';

test('a query parameter becomes what the schema wants: numbers, booleans, repeated arrays', async (t) => {
  const { call } = await serveFixture(t);
  const answer = await call('/v1/notes?tags=home&tags=urgent&limit=5&short=true&order=newest');
  t.is(answer.status, 200);
  t.is(answer.headers.get('content-type'), 'application/json; charset=utf-8');
  t.deepEqual(await answer.json(), { notes: [{ id: 'n2', text: 'Give notice', tags: [] }] });
  const one = (await (await call('/v1/notes?tags=urgent')).json()) as { notes: unknown[] };
  t.is(one.notes.length, 1);
});

test('a value that is not of its type, and a name that does not exist, are refused together', async (t) => {
  const { call } = await serveFixture(t);
  const answer = await call('/v1/notes?limit=many&colour=red');
  t.is(answer.status, 400);
  t.is(answer.headers.get('content-type'), 'application/problem+json');
  const problem = (await answer.json()) as { code: string; detail: string };
  t.is(problem.code, 'invalid_input');
  t.regex(problem.detail, /limit: .*number/);
  t.regex(problem.detail, /colour/);
});

test('a path parameter is decoded and wins over the body', async (t) => {
  const { call, post } = await serveFixture(t);
  const added = await post('/v1/notes', { id: 'a/b ü', text: 'odd id' });
  t.is(added.status, 201);
  const found = await call(`/v1/notes/${encodeURIComponent('a/b ü')}`);
  t.deepEqual(await found.json(), { id: 'a/b ü', text: 'odd id', tags: [] });
  const deleted = await call('/v1/notes/n1', {
    method: 'DELETE',
    body: JSON.stringify({ id: 'n2' }),
    headers: { 'content-type': 'application/json' },
  });
  t.deepEqual(await deleted.json(), { id: 'n1' });
});

test('errors are problems with the code, the hint and the id of the request', async (t) => {
  const { call } = await serveFixture(t);
  const answer = await call('/v1/notes/none', { headers: { 'x-request-id': 'mine-1' } });
  t.is(answer.status, 404);
  t.is(answer.headers.get('x-request-id'), 'mine-1');
  t.deepEqual(await answer.json(), {
    type: 'urn:dossier:error:not_found',
    title: 'Not Found',
    status: 404,
    detail: 'There is no note none in this workspace.',
    code: 'not_found',
    hint: 'List what there is (documents list, threads list, risks, obligations, notifications channels) and use an id from there.',
    request_id: 'mine-1',
    details: { what: 'note', id: 'none' },
  });
});

test('a defect says nothing about what went wrong inside', async (t) => {
  const { post } = await serveFixture(t);
  const answer = await post('/v1/broken', {}, { headers: { 'x-request-id': 'no <b>good</b>' } });
  t.is(answer.status, 500);
  t.regex(answer.headers.get('x-request-id') ?? '', /^[\w-]{36}$/);
  const text = await answer.text();
  t.false(text.includes('SECRET'));
  t.regex(text, /"code":"internal"/);
});

test('paths and methods that are not served are problems; OPTIONS and HEAD tell without doing', async (t) => {
  const { call } = await serveFixture(t);
  const unknown = await call('/v1/nothing');
  t.is(unknown.status, 404);
  t.is(((await unknown.json()) as { code: string }).code, 'route_not_found');
  t.is(((await (await call('/elsewhere')).json()) as { code: string }).code, 'route_not_found');

  t.is((await call('/V1/notes')).status, 404);
  t.is((await call('/v1/notes/')).status, 404);

  const wrong = await call('/v1/notes', { method: 'PUT' });
  t.is(wrong.status, 405);
  t.is(wrong.headers.get('allow'), 'GET, HEAD, OPTIONS, POST');
  t.is(((await wrong.json()) as { code: string }).code, 'method_not_allowed');
  t.is((await call('/healthz', { method: 'POST' })).status, 405);

  const options = await call('/v1/notes', { method: 'OPTIONS' });
  t.is(options.status, 204);
  t.is(options.headers.get('allow'), 'GET, HEAD, OPTIONS, POST');
  t.is(options.headers.get('access-control-allow-origin'), null);

  const head = await call('/v1/notes', { method: 'HEAD' });
  t.is(head.status, 200);
  t.is(await head.text(), '');
});

test('a body that is no JSON object, or too large, is refused in words', async (t) => {
  const { call, post } = await serveFixture(t);
  const send = async (body: string, type: string) => {
    const answer = await call('/v1/notes', { method: 'POST', body, headers: { 'content-type': type } });
    return [answer.status, ((await answer.json()) as { code: string }).code];
  };
  t.deepEqual(await send('{"id":', 'application/json'), [400, 'invalid_input']);
  t.deepEqual(await send('[1]', 'application/json'), [400, 'invalid_input']);
  t.deepEqual(await send('id=1', 'application/x-www-form-urlencoded'), [415, 'body_unsupported']);
  t.deepEqual(await send(`{"id":"${'x'.repeat(1_100_000)}"}`, 'application/json'), [413, 'body_too_large']);
  const packed = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  t.is((await call('/v1/notes', { method: 'POST', body: 'not packed', headers: packed })).status, 400);
  t.is((await post('/v1/count', { to: 2 })).status, 200);
});

test('when the caller goes away, the work is cancelled', async (t) => {
  const started = Promise.withResolvers<void>();
  const cancelled = Promise.withResolvers<void>();
  const { call } = await serveFixture(t, {
    fixture: { hooks: { started: started.resolve, cancelled: cancelled.resolve } },
  });
  const gone = new AbortController();
  const request = call('/v1/wait', { method: 'POST', signal: gone.signal });
  await started.promise;
  gone.abort();
  await t.throwsAsync(request, { name: 'AbortError' });
  await cancelled.promise;
  t.pass();
});
