import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { walkFolder } from '../../../core/ingest/walk.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { openPipeline } from '../../support/pipeline.ts';

test('a folder is walked by name, without what nobody asked for', async (t) => {
  const root = temporaryFolder(t);
  const [folder, outside] = [path.join(root, 'folder'), path.join(root, 'outside')];
  const put = (...names: string[]) => {
    const file = path.join(folder, ...names);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, names.join('/'));
  };
  put('b.txt');
  put('a', 'deep', 'er', 'z.txt');
  put('.hidden');
  put('.git', 'config');
  put('node_modules', 'package', 'readme.md');
  put('~$contract.docx');
  put('two\nlines.txt');
  put('Ünïcode – 合同.txt');
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'secret.txt'), 'secret');
  symlinkSync(folder, path.join(folder, 'a', 'loop'));
  symlinkSync(outside, path.join(folder, 'elsewhere'));
  symlinkSync(path.join(outside, 'secret.txt'), path.join(folder, 'link.txt'));
  symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'dangling'));

  const found = (await Array.fromAsync(walkFolder(folder))).map((file) => path.relative(folder, file.path));
  t.deepEqual(found, ['a/deep/er/z.txt', 'b.txt', 'two\nlines.txt', 'Ünïcode – 合同.txt']);
});

test('where Dossier keeps its own data is not read as documents', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(path.join(folder, 'data', 'blobs'), { recursive: true });
  writeFileSync(path.join(folder, 'data', 'blobs', 'original'), 'stored');
  writeFileSync(path.join(folder, 'lease.txt'), 'lease');
  const found = await Array.fromAsync(walkFolder(folder, path.join(folder, 'data')));
  t.deepEqual(
    found.map((file) => path.relative(folder, file.path)),
    ['lease.txt'],
  );
});

test('a folder that is gone before it is read is one failure, not the end', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(path.join(folder, 'a'));
  writeFileSync(path.join(folder, 'b.txt'), 'b');
  const found: string[] = [];
  for await (const file of walkFolder(folder)) found.push('error' in file ? file.error.code : file.path);
  t.deepEqual(found, [path.join(folder, 'b.txt')]);
  rmSync(folder, { recursive: true });
  const [missing] = await Array.fromAsync(walkFolder(folder));
  t.is(missing && 'error' in missing && missing.error.code, 'unreadable');
});

test('a name with a line break and a path through a link come out as the file that they are', async (t) => {
  const { ingest, folder, write, store } = await openPipeline(t);
  const file = write('two\nlines.txt', 'The rent is due.');
  const link = path.join(temporaryFolder(t), 'link');
  symlinkSync(folder, link);
  const { files } = await ingest([link, file, path.join(link, 'two\nlines.txt')]);
  t.deepEqual(
    files.map((each) => [each.path, each.status]),
    [[file, 'ready']],
  );
  t.is(await store.passages.count(localPrincipal), 1);
});
