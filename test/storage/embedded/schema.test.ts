import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import test from 'ava';
import { z } from 'zod';
import { silentLogger } from '../../../core/ports/logger.ts';
import { type Collection, insert } from '../../../core/ports/records.ts';
import { openDatabase, type Sql } from '../../../storage/embedded/database.ts';
import { migrateDatabase } from '../../../storage/embedded/migrate.ts';
import { migrations } from '../../../storage/embedded/schema.ts';
import type { Migration } from '../../../storage/migrations/runner.ts';
import { at, plane, publish } from '../../contracts/passage-samples.ts';
import { hasCode, ours } from '../../contracts/store.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';
import { temporaryFolder } from '../../support/folder.ts';

const notes: Collection<{ text: string }> = {
  name: 'test.notes',
  schema: z.object({ text: z.string() }),
  indexes: [{ fields: ['text'], unique: true }],
};

const schemaOf = (file: string): string[] => {
  const connection = new DatabaseSync(file, { readOnly: true });
  const rows = connection.prepare("select sql from sqlite_schema where name not like 'sqlite_%' order by name").all();
  connection.close();
  return rows.map((row) => String(row['sql']));
};

const withTable = (name: string): Migration<Sql> => ({
  version: migrations.length + 1,
  name,
  up: (sql) => sql.exec(`create table ${name} (x)`),
  down: (sql) => sql.exec(`drop table ${name}`),
});

test('up, down with data in every table, and up again give the same schema', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  await store.close();
  const file = path.join(folder, 'dossier.db');
  const fresh = schemaOf(file);
  t.true(fresh.length > 10);
  const { store: filled } = await createEmbeddedStore(t, { folder });
  const job = { kind: 'read', key: 'a', payload: {} };
  await filled.records.commit(ours, { writes: [insert(notes, 'a', { text: 'note' })], jobs: [job] });
  await publish(filled.passages, ours, 'd', ['rent']);
  await filled.passages.putVectors(ours, plane, [{ id: 'd/1/0', vector: at(1) }]);
  await filled.passages.putLabels(ours, 'words', 'd', 1, []);
  await filled.blobs.put(ours, Buffer.from('blob'));
  await filled.close();

  for (let version = migrations.length; version > 0; version--) {
    const database = await openDatabase(file, { lockWaitMilliseconds: 1000 });
    t.teardown(() => database.close());
    t.is(await migrateDatabase(database, migrations, silentLogger, version - 1), version - 1);
    database.close();
  }
  t.deepEqual(schemaOf(file), []);
  const { store: again } = await createEmbeddedStore(t, { folder });
  t.is(await again.passages.count(ours), 0);
  await again.close();
  t.deepEqual(schemaOf(file), fresh);
});

test('an older folder is brought up to date when it is opened, after a copy', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  await store.records.commit(ours, { writes: [insert(notes, 'a', { text: 'kept' })] });
  await store.close();
  const newer = [...migrations, withTable('later'), { ...withTable('latest'), version: migrations.length + 2 }];
  const opened = await Promise.all([1, 2, 3].map(() => createEmbeddedStore(t, { folder, migrations: newer })));
  for (const each of opened) {
    t.deepEqual((await each.store.records.get(ours, notes, 'a'))?.value, { text: 'kept' });
    t.is((await each.store.health()).details['schema'], newer.length);
  }
  const copies = readdirSync(folder).filter((name) => name.includes('.schema-'));
  t.deepEqual(copies, [`dossier.db.schema-${migrations.length}`]);
  t.is(statSync(path.join(folder, copies[0] ?? '')).mode & 0o077, 0);
  t.deepEqual(
    schemaOf(path.join(folder, copies[0] ?? '')).filter((sql) => sql.includes('late')),
    [],
  );
});

test('a folder of a newer schema is refused', async (t) => {
  const { store, folder } = await createEmbeddedStore(t, { migrations: [...migrations, withTable('later')] });
  await store.close();
  await t.throwsAsync(createEmbeddedStore(t, { folder }), hasCode('store_newer'));
});

test('a migration that fails leaves schema and data as they were', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  await store.records.commit(ours, { writes: [insert(notes, 'a', { text: 'kept' })] });
  await store.close();
  const before = schemaOf(path.join(folder, 'dossier.db'));
  const broken: Migration<Sql> = {
    ...withTable('broken'),
    up: (sql) => sql.exec('create table half (x); delete from records_1; select * from nowhere'),
  };
  await t.throwsAsync(createEmbeddedStore(t, { folder, migrations: [...migrations, broken] }), hasCode('internal'));
  t.deepEqual(schemaOf(path.join(folder, 'dossier.db')), before);
  const { store: again } = await createEmbeddedStore(t, { folder });
  t.deepEqual((await again.records.get(ours, notes, 'a'))?.value, { text: 'kept' });
});

test('a fresh folder opened many times at once is made once', async (t) => {
  const folder = temporaryFolder(t);
  const opened = await Promise.all([1, 2, 3, 4, 5].map(() => createEmbeddedStore(t, { folder })));
  await Promise.all(
    opened.map(({ store }, i) =>
      store.records.commit(ours, { writes: [insert(notes, `note ${i}`, { text: `text ${i}` })] }),
    ),
  );
  t.is(await opened[0]?.store.records.count(ours, notes), 5);
});
