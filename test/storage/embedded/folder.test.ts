import { chmodSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import test from 'ava';
import { z } from 'zod';
import { type Collection, insert } from '../../../core/ports/records.ts';
import { hasCode, ours } from '../../contracts/store.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';
import { temporaryFolder } from '../../support/folder.ts';

const notes: Collection<{ text: string }> = { name: 'test.notes', schema: z.object({ text: z.string() }), indexes: [] };

test('only its owner may read a data folder', async (t) => {
  if (process.platform === 'win32') {
    t.pass();
    return;
  }
  const { store, folder } = await createEmbeddedStore(t, { folder: path.join(temporaryFolder(t), 'deep', 'data') });
  await store.blobs.put(ours, Buffer.from('secret'));
  t.is(statSync(folder).mode & 0o777, 0o700);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const { mode } = statSync(path.join(entry.parentPath, entry.name));
    t.is(mode & 0o077, 0, entry.name);
  }
});

test('a folder that was there before keeps its mode; what Dossier puts into it is private', async (t) => {
  if (process.platform === 'win32') {
    t.pass();
    return;
  }
  const folder = temporaryFolder(t);
  chmodSync(folder, 0o755);
  const { store } = await createEmbeddedStore(t, { folder });
  await store.blobs.put(ours, Buffer.from('secret'));
  t.is(statSync(folder).mode & 0o777, 0o755);
  for (const name of readdirSync(folder)) t.is(statSync(path.join(folder, name)).mode & 0o077, 0, name);
});

test('what was stored is there when the folder is opened again; closing twice is fine', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  await store.records.commit(ours, { writes: [insert(notes, 'a', { text: 'kept' })] });
  const sha256 = await store.blobs.put(ours, Buffer.from('kept'));
  await store.close();
  await store.close();
  await t.throwsAsync(store.records.get(ours, notes, 'a'), hasCode('internal'));
  const { store: again } = await createEmbeddedStore(t, { folder });
  t.deepEqual((await again.records.get(ours, notes, 'a'))?.value, { text: 'kept' });
  t.is(Buffer.from((await again.blobs.get(ours, sha256)) ?? []).toString(), 'kept');
});

test('a write waits for another process, and says that the store is locked when that never ends', async (t) => {
  const { store, folder } = await createEmbeddedStore(t, { lockWaitMilliseconds: 60 });
  await store.records.count(ours, notes);
  const other = new DatabaseSync(path.join(folder, 'dossier.db'));
  t.teardown(() => other.close());
  other.exec('begin immediate');
  const commit = () => store.records.commit(ours, { writes: [insert(notes, 'a', { text: 'patient' })] });
  await t.throwsAsync(commit(), hasCode('store_locked'));
  t.is(await store.records.count(ours, notes), 0);
  const pending = commit();
  other.exec('rollback');
  await pending;
  t.is(await store.records.count(ours, notes), 1);
});

test('calls in a long loop leave timers their turn', async (t) => {
  const { store } = await createEmbeddedStore(t);
  let ticked = false;
  wait(1).then(() => {
    ticked = true;
  });
  while (!ticked) await store.records.count(ours, notes);
  t.true(ticked);
});

test('a folder that cannot be one is refused with its path and the reason', async (t) => {
  const file = path.join(temporaryFolder(t), 'file');
  writeFileSync(file, '');
  for (const folder of [file, path.join(file, 'data')]) {
    const error = await t.throwsAsync(createEmbeddedStore(t, { folder }), hasCode('store_unusable'));
    t.regex(error?.message ?? '', /file.*\((EEXIST|ENOTDIR)\)/);
  }
});

test('a file that is no database, or that of another program, is reported', async (t) => {
  const garbage = temporaryFolder(t);
  writeFileSync(path.join(garbage, 'dossier.db'), 'this is not a database, however one looks at it. '.repeat(100));
  await t.throwsAsync(createEmbeddedStore(t, { folder: garbage }), hasCode('store_damaged'));
  const foreign = temporaryFolder(t);
  const other = new DatabaseSync(path.join(foreign, 'dossier.db'));
  other.exec('create table theirs (x)');
  other.close();
  await t.throwsAsync(createEmbeddedStore(t, { folder: foreign }), hasCode('store_damaged'));
});

test('what a killed process left of a blob is swept, what is being written is not', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  await store.close();
  const [old, fresh] = ['old', 'fresh'].map((name) => path.join(folder, 'blobs', '.incoming', name));
  for (const file of [old, fresh]) writeFileSync(file ?? '', 'half');
  utimesSync(old ?? '', 0, 0);
  await createEmbeddedStore(t, { folder });
  t.deepEqual(readdirSync(path.join(folder, 'blobs', '.incoming')), ['fresh']);
});
