import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import test, { type ExecutionContext } from 'ava';
import { temporaryFolder } from '../../support/folder.ts';

const PROGRAM = new URL('../fixture/dossier.ts', import.meta.url).pathname;

const start = (t: ExecutionContext, folder = 'data') => {
  const data = path.join(temporaryFolder(t), folder);
  const child = spawn(process.execPath, [PROGRAM, 'mcp', '--data', data, '--log-level', 'debug']);
  t.teardown(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = once(child, 'exit');
  return {
    child,
    exited,
    send: (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`),
    receive: async () => JSON.parse(String((await lines.next()).value)) as Record<string, unknown>,
  };
};

const hello = {
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
};

test('stdout is the protocol and nothing else, and closing stdin ends the process in good order', async (t) => {
  const { child, send, receive, exited } = start(t);
  send(hello);
  t.like(await receive(), { jsonrpc: '2.0', id: 1, result: { protocolVersion: '2025-06-18' } });
  send({ method: 'notifications/initialized' });
  send({ id: 2, method: 'tools/call', params: { name: 'broken', arguments: {} } });
  t.like(await receive(), { jsonrpc: '2.0', id: 2, result: { isError: true } });
  child.stdin.end();
  t.deepEqual(await exited, [0, null]);
});

test('a signal ends it in good order too', async (t) => {
  const { child, send, receive, exited } = start(t);
  send(hello);
  await receive();
  child.kill('SIGTERM');
  t.deepEqual(await exited, [0, null]);
});

test('when the store cannot be opened the assistant is told why', async (t) => {
  const { send, receive, child, exited } = start(t, 'locked');
  send(hello);
  await receive();
  send({ id: 2, method: 'tools/list' });
  t.like(await receive(), { id: 2, error: { data: { code: 'store_locked' } } });
  send({ id: 3, method: 'tools/call', params: { name: 'notes_list' } });
  const { error } = (await receive()) as { error: { message: string } };
  t.regex(error.message, /busy with another process.*stop it/);
  child.stdin.end();
  t.deepEqual(await exited, [5, null]);
});

test('progress is told before the answer, each figure larger than the last', async (t) => {
  const { child, send, receive, exited } = start(t);
  send(hello);
  await receive();
  send({ id: 2, method: 'tools/call', params: { name: 'count', arguments: { to: 3 }, _meta: { progressToken: 'p' } } });
  for (const number of [1, 2, 3]) {
    t.like(await receive(), {
      method: 'notifications/progress',
      params: { progressToken: 'p', progress: number, total: 3, message: `number ${number}` },
    });
  }
  t.like(await receive(), { id: 2, result: { structuredContent: { last: 3 } } });
  child.stdin.end();
  t.deepEqual(await exited, [0, null]);
});
