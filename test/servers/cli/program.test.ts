import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { temporaryFolder } from '../../support/folder.ts';
import { startProgram } from './run.ts';

const PROGRAM = new URL('../../../servers/cli/main.ts', import.meta.url).pathname;
const EXAMPLES = new URL('../../../examples/documents/', import.meta.url);

const dossier = (t: ExecutionContext, ...argv: string[]) => startProgram(t, PROGRAM, argv);

type Line = {
  path?: string;
  url?: string;
  key_file?: string;
  gone?: { path: string }[];
  results?: unknown[];
};

const lines = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

test('help and mistakes leave no data folder behind', async (t) => {
  const data = path.join(temporaryFolder(t), 'data');
  for (const argv of [
    ['--help'],
    ['ask', '--help'],
    ['documents', 'lst'],
    ['search', 'x', '--limit', '0'],
    ['config'],
  ]) {
    await dossier(t, '--data', data, ...argv).exited;
    t.false(existsSync(data), argv.join(' '));
  }
});

test('ingest writes a line per file, goes on after a bad one, and names what is gone', async (t) => {
  const root = temporaryFolder(t);
  const [data, folder] = [path.join(root, 'data'), path.join(root, 'folder')];
  mkdirSync(path.join(folder, 'deep'), { recursive: true });
  copyFileSync(new URL('travel-and-expense-policy.html', EXAMPLES), path.join(folder, 'deep', 'policy.html'));
  writeFileSync(path.join(folder, 'note.txt'), 'The hedge between the two gardens is to be cut in March.\n');
  writeFileSync(path.join(folder, 'empty.txt'), '');

  const first = await dossier(t, 'ingest', folder, '--json', '--data', data).exited;
  t.is(first.exitCode, 1);
  const byName = new Map(lines(first.stdout).map((line) => [path.basename(line.path ?? ''), line]));
  t.like(byName.get('policy.html'), { status: 'ready', parser: 'html', pages: 1 });
  t.like(byName.get('note.txt'), { status: 'ready', parser: 'text' });
  t.like(byName.get('empty.txt'), { status: 'failed', error: { code: 'empty' } });
  t.is(byName.size, 3);

  rmSync(path.join(folder, 'empty.txt'));
  rmSync(path.join(folder, 'note.txt'));
  const second = await dossier(t, 'ingest', folder, '--json', '--data', data, '--prune').exited;
  t.is(second.exitCode, 0);
  const [file, rest, ...others] = lines(second.stdout);
  t.like(file, { status: 'ready', unchanged: true });
  t.deepEqual(rest?.gone?.map((each) => path.basename(each.path)).sort(), ['empty.txt', 'note.txt']);
  t.deepEqual(others, []);
});

test('a backup can be put back elsewhere, and nothing is overwritten unasked', async (t) => {
  const root = temporaryFolder(t);
  const [data, copy, file] = [path.join(root, 'data'), path.join(root, 'copy'), path.join(root, 'backup')];
  writeFileSync(path.join(root, 'note.txt'), 'The hedge between the two gardens is to be cut in March.\n');
  await dossier(t, 'ingest', path.join(root, 'note.txt'), '--data', data).exited;
  t.is((await dossier(t, 'backup', file, '--data', data).exited).exitCode, 0);
  const again = await dossier(t, 'backup', file, '--data', data, '--json').exited;
  t.is(again.exitCode, 1);
  t.like(lines(again.stdout)[0], { error: { code: 'target_not_empty' } });
  t.is((await dossier(t, 'backup', file, '--data', data, '--force').exited).exitCode, 0);

  t.is((await dossier(t, 'restore', file, '--data', copy).exited).exitCode, 0);
  t.is((await dossier(t, 'restore', file, '--data', copy).exited).exitCode, 1);
  const found = await dossier(t, 'search', 'hedge', '--data', copy, '--json').exited;
  t.is(lines(found.stdout)[0]?.results?.length, 1);
});

test('serve takes an upload and answers about it, with the key that it made', async (t) => {
  const data = path.join(temporaryFolder(t), 'data');
  const { child, exited } = dossier(t, 'serve', '--port', '0', '--json', '--data', data);
  const [{ url, key_file: file } = {}] = lines(String((await once(child.stdout, 'data'))[0]));
  const authorization = `Bearer ${readFileSync(String(file), 'utf8').trim()}`;
  const form = new FormData();
  const bytes = new Uint8Array(readFileSync(new URL('travel-and-expense-policy.html', EXAMPLES)));
  form.set('file', new Blob([bytes]), 'policy.html');
  form.set('wait', 'true');
  const uploaded = await fetch(`${url}/v1/documents`, { method: 'POST', body: form, headers: { authorization } });
  t.is(uploaded.status, 202);
  t.like(await uploaded.json(), { document: { name: 'policy.html', state: 'ready' } });
  const asked = await fetch(`${url}/v1/ask`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ question: 'How long after a trip can I submit my expense report?' }),
  });
  const { citations } = (await asked.json()) as { citations: { quote: string }[] };
  t.true(citations.some(({ quote }) => quote.includes('twenty-one (21) days')));
  child.kill('SIGTERM');
  t.is((await exited).exitCode, 0);
});
