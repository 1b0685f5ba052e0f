import { once } from 'node:events';
import test from 'ava';
import { start } from './run.ts';

test('Ctrl-C cancels the work, closes what is open and exits with 130', async (t) => {
  const { child, exited } = start(t, ['wait']);
  while (!String(await once(child.stderr, 'data')).includes('waiting'));
  child.kill('SIGINT');
  const { exitCode, stderr } = await exited;
  t.is(exitCode, 130);
  t.regex(stderr, /The work was cancelled/);
});

test('a reader that has seen enough is no failure', async (t) => {
  const { child, exited } = start(t, ['count', '10000', '--json']);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const { exitCode, stderr } = await exited;
  t.is(exitCode, 0);
  t.false(stderr.includes('EPIPE'));
});

test('serve says where it is and where the key is, answers with it, and SIGTERM ends it in good order', async (t) => {
  const { child, exited } = start(t, ['serve', '--port', '0', '--json']);
  const line = String((await once(child.stdout, 'data'))[0]);
  const { url, key_file: file } = JSON.parse(line) as { url: string; key_file: string };
  t.regex(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  t.regex(file, /rest-key$/);
  t.is((await fetch(`${url}/healthz`)).status, 200);
  t.is((await fetch(`${url}/v1/notes`)).status, 401);
  child.kill('SIGTERM');
  t.like(await exited, { exitCode: 0, signal: null });
});
