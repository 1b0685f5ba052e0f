import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { blobs, found, openFolder } from './folder.ts';

test('a renamed file is the same document under its new name, and is not read again', async (t) => {
  const { ingest, folder, write, parsed, store } = await openFolder(t);
  const file = write('draft.txt', 'The rent is due on Monday.');
  const [{ document_id: id } = {}] = (await ingest([folder])).files;
  renameSync(file, path.join(folder, 'final.txt'));
  const { files, gone } = await ingest([folder]);
  t.deepEqual(gone, [{ path: file, document_id: id ?? '', removed: false }]);
  t.is(files[0]?.document_id, id);
  t.deepEqual(await found(store, 'rent'), ['final.txt']);
  t.is(parsed.length, 1);
  const pruned = await ingest([folder], { prune: true });
  t.deepEqual(pruned.gone, [{ path: file, document_id: id ?? '', removed: false }]);
  t.deepEqual((await ingest([folder])).gone, []);
  t.deepEqual(await found(store, 'rent'), ['final.txt']);
});

test('what is gone is named, and goes only when asked for', async (t) => {
  const { ingest, folder, write, store } = await openFolder(t);
  const [one, two] = [write('one.txt', 'The rent is due.'), write('two.txt', 'The deposit is due.')];
  write('three.txt', 'The hedge is to be cut.');
  await ingest([folder]);
  rmSync(one);
  rmSync(two);
  t.deepEqual(
    (await ingest([folder])).gone.map((each) => [each.path, each.removed]).sort(),
    [
      [one, false],
      [two, false],
    ].sort(),
  );
  t.deepEqual(await found(store, 'rent'), ['one.txt']);
  t.deepEqual(
    (await ingest([one], { prune: true })).gone.map((each) => each.removed),
    [true],
    'also by its own path',
  );
  t.deepEqual(await found(store, 'rent'), []);
  t.deepEqual(await found(store, 'deposit'), ['two.txt']);
  rmSync(folder, { recursive: true });
  const { files, gone } = await ingest([folder], { prune: true });
  t.deepEqual(files, []);
  t.is(gone.length, 2);
  t.is(await store.passages.count(localPrincipal), 0);
  t.is(await blobs(store), 0);
  t.like((await ingest([folder])).files[0], { status: 'failed', error: { code: 'path_not_found' } });
});
