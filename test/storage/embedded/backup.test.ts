import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { z } from 'zod';
import { type Collection, insert, remove } from '../../../core/ports/records.ts';
import type { Store } from '../../../core/ports/store.ts';
import { extract } from '../../../storage/embedded/backup/extract.ts';
import { restoreEmbedded } from '../../../storage/embedded/index.ts';
import { migrations } from '../../../storage/embedded/schema.ts';
import { at, idsOf, plane, publish } from '../../contracts/passage-samples.ts';
import { hasCode, ours, theirs } from '../../contracts/store.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';
import { temporaryFolder } from '../../support/folder.ts';

const files: Collection<{ sha256: string }> = {
  name: 'test.files',
  schema: z.object({ sha256: z.string() }),
  indexes: [{ fields: ['sha256'] }],
};

const fill = async (store: Store): Promise<void> => {
  for (const principal of [ours, theirs]) {
    for (let i = 0; i < 5; i++) {
      const sha256 = await store.blobs.put(principal, Buffer.from(`original ${i}`.repeat(300 * i)));
      const job = { kind: 'read', key: `${i}`, payload: {} };
      await store.records.commit(principal, { writes: [insert(files, `file ${i}`, { sha256 })], jobs: [job] });
    }
  }
  await publish(store.passages, ours, 'lease', ['The rent is due.', 'The tenant may sublet.']);
  await store.passages.putVectors(ours, plane, [{ id: 'lease/1/0', vector: at(30) }]);
  const label = { passageId: 'lease/1/0', start: 0, end: 16, label: 'rent', score: 0.5 };
  await store.passages.putLabels(ours, 'words', 'lease', 1, [label]);
};

/** Everything that a user of the store would miss. */
const contentsOf = async (store: Store) => ({
  files: await Promise.all([ours, theirs].map((principal) => store.records.find(principal, files))),
  blobs: await Promise.all(
    [ours, theirs].map(async (principal) => {
      const names = await Array.fromAsync(store.blobs.list(principal));
      return Promise.all(names.map((name) => store.blobs.get(principal, name)));
    }),
  ),
  jobs: await store.jobs.counts(ours),
  words: await store.passages.lexical(ours, { terms: ['rent'] }, { limit: 5 }),
  near: await store.passages.nearest(ours, plane, at(0), { limit: 5 }),
  labelled: await store.passages.labelled(ours, 'words', [{ label: 'rent', weight: 1 }], { limit: 5 }),
  unlabelled: await store.passages.withoutLabels(ours, 'words', { limit: 5 }),
  passages: await store.passages.range(ours, 'lease', 0, 9),
});

const backedUp = async (t: ExecutionContext) => {
  const { store, folder } = await createEmbeddedStore(t);
  await fill(store);
  const file = path.join(temporaryFolder(t), 'backup.tar');
  const { bytes } = (await store.backup?.(file)) ?? t.fail('cannot be backed up') ?? { bytes: 0 };
  return { store, folder, file, bytes, contents: await contentsOf(store) };
};

const tree = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^dossier\.(lock|db-(wal|shm))$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file).toString('base64')]),
  );

test('a backup restored elsewhere is the same store', async (t) => {
  const { file, bytes, contents } = await backedUp(t);
  t.is(readFileSync(file).byteLength, bytes);
  t.deepEqual(readdirSync(path.dirname(file)), ['backup.tar']);
  const folder = path.join(temporaryFolder(t), 'new', 'data');
  const fractions: number[] = [];
  t.like(await restoreEmbedded({ file, folder, progress: (fraction) => fractions.push(fraction) }), {
    blobs: 10,
    bytes,
  });
  t.true(
    fractions.length > 5 && fractions.every((fraction, i) => fraction >= (fractions[i - 1] ?? 0) && fraction <= 1),
  );
  const { store } = await createEmbeddedStore(t, { folder });
  t.deepEqual(await contentsOf(store), contents);
  t.like(await store.health({ deep: true }), { ok: true, problems: [] });
});

test('a backup is a tar archive with checksums that ordinary tools check', async (t) => {
  const { file } = await backedUp(t);
  const folder = temporaryFolder(t);
  try {
    execFileSync('tar', ['-xf', file, '-C', folder]);
    t.notThrows(() => execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder }));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    t.log('skipped: no tar or sha256sum here');
    t.pass();
  }
});

test('an existing target is refused and left alone', async (t) => {
  const { store, file } = await backedUp(t);
  const before = readFileSync(file);
  await t.throwsAsync(async () => store.backup?.(file), hasCode('target_not_empty'));
  t.deepEqual(readFileSync(file), before);
});

test('a backup taken while others write is whole: each record has its blob', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  const { store: other } = await createEmbeddedStore(t, { folder });
  const file = path.join(temporaryFolder(t), 'backup.tar');
  let writing = true;
  let written = 0;
  const write = async (by: Store, name: string) => {
    for (let i = 0; writing || i < 5; i++, written++) {
      const sha256 = await by.blobs.put(ours, Buffer.from(`${name} ${i} `.repeat(2000)));
      await by.records.commit(ours, { writes: [insert(files, `${name} ${i}`, { sha256 })] });
      if (i % 2 === 0) continue;
      await by.records.commit(ours, { writes: [remove(files, `${name} ${i}`)] });
      await by.blobs.remove(ours, sha256);
    }
  };
  const writers = [write(store, 'a'), write(other, 'b')];
  while (written < 20) await store.records.count(ours, files);
  const before = written;
  await store.backup?.(file);
  t.true(written > before);
  writing = false;
  await Promise.all(writers);

  const target = temporaryFolder(t);
  await restoreEmbedded({ file, folder: target });
  const { store: restored } = await createEmbeddedStore(t, { folder: target });
  const { items } = await restored.records.find(ours, files, { limit: 1000 });
  t.true(items.length >= 10);
  for (const { value } of items) t.true((await restored.blobs.get(ours, value.sha256)) !== undefined);
  t.true((await restored.health({ deep: true })).ok);
  t.true((await store.health({ deep: true })).ok);
});

test('removed blobs keep their files only while a backup is under way', async (t) => {
  const { store, folder } = await backedUp(t);
  const count = () => Object.keys(tree(path.join(folder, 'blobs'))).length;
  const before = count();
  const [sha256] = await Array.fromAsync(store.blobs.list(ours));
  const file = path.join(temporaryFolder(t), 'second.tar');
  let duringBackup: Promise<void> | undefined;
  await store.backup?.(file, () => {
    duringBackup ??= store.blobs.remove(ours, sha256 ?? '');
  });
  await duringBackup;
  t.is(count(), before - 1);
});

test('a target that cannot be written is said before anything is copied', async (t) => {
  const { store, file } = await backedUp(t);
  for (const target of [path.join(path.dirname(file), 'none', 'b'), path.join(file, 'b')]) {
    await t.throwsAsync(async () => store.backup?.(target), hasCode('target_unusable'), target);
  }
});

test('a folder with data is replaced only by force, and what else lies there stays', async (t) => {
  const { file, contents } = await backedUp(t);
  const { store, folder } = await createEmbeddedStore(t);
  await store.blobs.put(ours, Buffer.from('to be replaced'));
  writeFileSync(path.join(folder, 'server.key'), 'kept');
  await t.throwsAsync(restoreEmbedded({ file, folder }), hasCode('target_not_empty'));
  await t.throwsAsync(
    restoreEmbedded({ file, folder, force: true, lockWaitMilliseconds: 50 }),
    hasCode('store_locked'),
  );
  t.is((await Array.fromAsync(store.blobs.list(ours))).length, 1);
  await store.close();
  await restoreEmbedded({ file, folder, force: true });
  const { store: restored } = await createEmbeddedStore(t, { folder });
  t.deepEqual(await contentsOf(restored), contents);
  t.is(readFileSync(path.join(folder, 'server.key'), 'utf8'), 'kept');
  t.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('.restore')),
    [],
  );
});

test('a backup that is cut off or changed is refused, and the folder is left as it was', async (t) => {
  const { file, bytes, contents } = await backedUp(t);
  const { store, folder } = await createEmbeddedStore(t);
  await store.blobs.put(ours, Buffer.from('kept'));
  await store.close();
  const before = tree(folder);
  const broken = path.join(temporaryFolder(t), 'broken.tar');
  const refused = async (label: string) => {
    const error = await t.throwsAsync(restoreEmbedded({ file: broken, folder, force: true }), undefined, label);
    t.like(error, hasCode('backup_invalid'), label);
    t.deepEqual(tree(folder), before, label);
  };
  for (const length of [0, 1, 511, 512, 5000, Math.floor(bytes / 2), bytes - 4096, bytes - 1024, bytes - 513]) {
    cpSync(file, broken);
    truncateSync(broken, length);
    await refused(`cut off at ${length}`);
  }
  const whole = readFileSync(file);
  for (let i = 0; i < 40; i++) {
    const changed = Buffer.from(whole);
    const place = Math.floor((i / 40) * bytes) + ((i * 131) % 400);
    changed[place] = (changed[place] ?? 0) ^ (1 << (i % 8));
    writeFileSync(broken, changed);
    const error = await restoreEmbedded({ file: broken, folder: path.join(temporaryFolder(t), 'x') }).catch((e) => e);
    // Only the filling between two files may differ without harm.
    if (error instanceof Error) t.like(error, hasCode('backup_invalid'), `bit at ${place}`);
    else t.is(whole[place], 0, `bit at ${place}`);
  }
  writeFileSync(broken, 'not a backup, but long enough to be read as one. '.repeat(40));
  await refused('no backup');
  const elsewhere = path.join(temporaryFolder(t), 'never made');
  await t.throwsAsync(restoreEmbedded({ file: broken, folder: elsewhere }), hasCode('backup_invalid'));
  t.false(existsSync(elsewhere));
  await t.throwsAsync(restoreEmbedded({ file: `${file}.none`, folder: elsewhere }), hasCode('path_not_found'));
  await restoreEmbedded({ file, folder, force: true });
  const { store: restored } = await createEmbeddedStore(t, { folder });
  t.deepEqual(await contentsOf(restored), contents);
});

test('a backup of a newer schema is refused', async (t) => {
  const newer = { version: migrations.length + 1, name: 'newer', up: () => {}, down: () => {} };
  const { store } = await createEmbeddedStore(t, { migrations: [...migrations, newer] });
  const file = path.join(temporaryFolder(t), 'backup.tar');
  await store.backup?.(file);
  await t.throwsAsync(restoreEmbedded({ file, folder: temporaryFolder(t) }), hasCode('store_newer'));
});

test('a restore that was killed half-way is finished by the next to open the folder', async (t) => {
  const { file, contents } = await backedUp(t);
  // What finishRestore has moved when it stops, one more each time.
  const moves: ((folder: string) => void)[] = [
    (folder) => renameSync(path.join(folder, '.restore/dossier.db'), path.join(folder, 'dossier.db')),
    (folder) => renameSync(path.join(folder, 'blobs'), path.join(folder, '.restore/replaced')),
    (folder) => renameSync(path.join(folder, '.restore/blobs'), path.join(folder, 'blobs')),
  ];
  for (let done = 0; done <= moves.length; done++) {
    const { store, folder } = await createEmbeddedStore(t);
    await store.blobs.put(theirs, Buffer.from('to be replaced'));
    await store.close();
    mkdirSync(path.join(folder, '.restore'));
    await extract(file, path.join(folder, '.restore'), () => {});
    for (const move of moves.slice(0, done)) move(folder);
    const { store: restored } = await createEmbeddedStore(t, { folder });
    t.deepEqual(await contentsOf(restored), contents);
    t.false(existsSync(path.join(folder, '.restore')));
    t.deepEqual(idsOf(await restored.passages.get(ours, ['lease/1/1'])), ['lease/1/1']);
  }
});
