import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { temporaryFolder } from '../../support/folder.ts';
import { run } from './run.ts';

test('a text is shown, or written to a file that is named', async (t) => {
  t.is((await run(t, ['notes', 'list', 'export'])).stdout, 'Pay the rent\nGive notice\n');
  const file = path.join(temporaryFolder(t), 'notes.txt');
  const saved = await run(t, ['notes', 'list', 'export', '--out', file]);
  t.is(saved.exitCode, 0);
  t.is(saved.stdout, `Wrote ${file}\n`);
  t.is(readFileSync(file, 'utf8'), 'Pay the rent\nGive notice\n');
  const json = await run(t, ['notes', 'list', 'export', '--out', file, '--force', '--json']);
  t.deepEqual(JSON.parse(json.stdout), { count: 2, file });
});

test('a file that is there is not replaced unless that is said, and nothing is worked on before', async (t) => {
  const file = path.join(temporaryFolder(t), 'notes.txt');
  writeFileSync(file, 'mine');
  const refused = await run(t, ['notes', 'list', 'export', '--out', file, '--json']);
  t.is(JSON.parse(refused.stdout).error.code, 'target_not_empty');
  t.is(refused.opened.length, 0);
  t.is(readFileSync(file, 'utf8'), 'mine');
  t.is((await run(t, ['notes', 'list', 'export', '--out', file, '--force'])).exitCode, 0);
  t.is(readFileSync(file, 'utf8'), 'Pay the rent\nGive notice\n');
  const folder = path.join(path.dirname(file), 'folder');
  mkdirSync(folder);
  const unusable = await run(t, ['notes', 'list', 'export', '--out', folder, '--force', '--json']);
  t.is(JSON.parse(unusable.stdout).error.code, 'target_unusable');
});

test('a flag that the command above has as well counts for the one that was called; another one is refused', async (t) => {
  t.is((await run(t, ['notes', 'list', 'export', '--tag', 'urgent'])).stdout, 'Give notice\n');
  const foreign = await run(t, ['notes', 'list', 'export', '--limit', '1', '--json']);
  t.is(foreign.exitCode, 2);
  t.regex(foreign.stdout, /unknown option '--limit'/);
});
