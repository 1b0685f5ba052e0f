import { connect } from 'node:net';
import path from 'node:path';
import test from 'ava';
import { loadConfig } from '../../core/config/load.ts';
import { startRest } from '../../servers/rest/server.ts';
import { openApplication } from '../../servers/wiring.ts';
import { temporaryFolder } from '../support/folder.ts';

const KEY = 'a-key-for-hostile-callers-0123456789-0123456789';
const authorization = `Bearer ${KEY}`;

type Problem = { code?: string; hint?: string };

/** The real application over REST: what reaches the store and the index is what a stranger sent. */
const serve = async (t: Parameters<typeof temporaryFolder>[0]) => {
  const data = path.join(temporaryFolder(t), 'data');
  const application = await openApplication(
    loadConfig({ environment: {}, flags: { data, 'server.port': 0, 'log.level': 'silent' } }),
  );
  application.work({ wakes: false });
  const server = await startRest(application, { key: KEY });
  t.teardown(async () => {
    await server.close();
    await application.close();
  });
  const call = async (url: string, init: RequestInit = {}) => {
    const answer = await fetch(`${server.url}/v1${url}`, { ...init, headers: { authorization, ...init.headers } });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Problem };
  };
  const post = (url: string, body: string) =>
    call(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  const upload = (name: string, text: string) => {
    const form = new FormData();
    form.set('file', new Blob([text]), name);
    form.set('wait', 'true');
    return call('/documents', { method: 'POST', body: form });
  };
  await upload('fees.txt', 'The late fee is 40 euros for each week. The tenant pays it to the landlord.\n');
  return { server, call, post, upload };
};

test('no input is a defect: each is answered, or refused with a code and what to do', async (t) => {
  const { call, post } = await serve(t);
  const deep = (levels: number): string => `{"question":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  const asked = (question: string): string => JSON.stringify({ question });
  const requests: (readonly [number, () => ReturnType<typeof call>])[] = [
    [400, () => post('/ask', asked('a '.repeat(50_000)))],
    [400, () => post('/search', JSON.stringify({ text: '"('.repeat(50_000) }))],
    [400, () => post('/ask', deep(100_000))],
    [400, () => post('/ask', '{"question":"late fee?","__proto__":{"admin":true}}')],
    [400, () => post('/ask', '{"question":"late fee?","constructor":{"prototype":{"admin":true}}}')],
    [400, () => post('/ask', JSON.stringify({ question: 'fee', document_ids: Array(5000).fill('doc_x') }))],
    [200, () => post('/ask', '{"question":"late \\u0000 fee \\ud800?"}')],
    [200, () => post('/search', '{"text":"\\udc00 NEAR( OR * : ^ \\" AND"}')],
    [400, () => call('/documents?__proto__=1')],
    [400, () => call('/documents?after=eyJmaWVsZCI6Il9fcHJvdG9fXyJ9')],
    ...['%00', '..%2f..%2fetc%2fpasswd', '__proto__', '%27%20OR%201%3D1--', '%ff%zz', 'a'.repeat(5000)].map(
      (id) => [404, () => call(`/documents/${id}`)] as const,
    ),
  ];
  for (const [status, request] of requests) {
    const answer = await request();
    t.is(answer.status, status, `${request}: ${JSON.stringify(answer.body).slice(0, 300)}`);
    if (status >= 400) t.truthy(answer.body.code && answer.body.hint);
  }
  t.false('admin' in {});
});

test('an uploaded file keeps no folder of its name', async (t) => {
  const { upload } = await serve(t);
  for (const [sent, kept] of [
    ['../../escape.txt', 'escape.txt'],
    ['/etc/passwd', 'passwd'],
    ['C:\\Windows\\win.ini', 'win.ini'],
  ] as const) {
    const { body } = await upload(sent, `This file was sent as ${kept}.`);
    t.like(body, { document: { name: kept, state: 'ready' } });
  }
});

test('the id of a request brings no header of its own', async (t) => {
  const { server, call } = await serve(t);
  t.is(
    (await call('/documents', { headers: { 'x-request-id': 'mine.1-2_3' } })).headers.get('x-request-id'),
    'mine.1-2_3',
  );
  for (const id of ['a%0d%0aSet-Cookie: x=1', '<script>', 'x'.repeat(65), 'a\r\n Set-Cookie: x=1']) {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.end(
      `GET /v1/documents HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\nX-Request-Id: ${id}\r\nConnection: close\r\n\r\n`,
    );
    const answer = Buffer.concat(await Array.fromAsync(socket)).toString();
    t.regex(answer, /^HTTP\/1\.1 (?:200|400) /);
    t.notRegex(answer, /set-cookie|<script>|x{65}/i);
  }
});

test('questions that are made to take long do not: each is answered, side by side', async (t) => {
  const { post } = await serve(t);
  const shapes = ['a ', '"“(\'', 'and who ', '1.', ' \t', 'a-', ',a', '😀', 'e\u0301', 'Aa. '];
  const long = shapes.map((shape) => `fee ${shape.repeat(2000)}`.slice(0, 1998).replace(/[\ud800-\udbff]$/, ''));
  const questions = Array.from({ length: 10 }, () => long).flat();
  const answers = await Promise.all(questions.map((question) => post('/ask', JSON.stringify({ question }))));
  t.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
});
