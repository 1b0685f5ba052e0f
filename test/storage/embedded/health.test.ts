import { globSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import test from 'ava';
import { at, plane, publish } from '../../contracts/passage-samples.ts';
import { hasCode, ours } from '../../contracts/store.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';

const words = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `The rent of flat ${i} in house ${i * 7} is due on day ${i * 13}.`);

const rentLabel = { passageId: 'd/1/0', start: 0, end: 4, label: 'rent', score: 0.5 };

test('a sound store says what it holds', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  await publish(store.passages, ours, 'd', ['rent', 'rates']);
  await store.passages.putVectors(ours, plane, [{ id: 'd/1/0', vector: at(5) }]);
  await store.passages.putLabels(ours, 'words', 'd', 1, [rentLabel]);
  await store.blobs.put(ours, Buffer.from('four'));
  const health = await store.health({ deep: true });
  t.like(health, { engine: 'embedded', ok: true, problems: [] });
  t.like(health.details, {
    folder,
    workspaces: 1,
    documents: 1,
    passages: 2,
    vector_spaces: 1,
    label_spaces: 1,
    blobs: 1,
    blob_bytes: 4,
    jobs_waiting: 0,
  });
});

test('a blob that is missing or changed is found, and never handed out', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  const [missing, shorter, other] = await Promise.all(
    ['missing', 'shorter', 'other'].map((text) => store.blobs.put(ours, Buffer.from(text))),
  );
  const fileOf = (sha256 = '') => globSync(path.join(folder, 'blobs', '**', sha256))[0] ?? '';
  rmSync(fileOf(missing));
  truncateSync(fileOf(shorter), 3);
  writeFileSync(fileOf(other), 'OTHER');
  const shallow = await store.health();
  t.deepEqual([...shallow.problems].sort(), [`blob ${missing} is missing`, `blob ${shorter} is changed`].sort());
  t.false(shallow.ok);
  t.true((await store.health({ deep: true })).problems.includes(`blob ${other} is changed`));
  for (const sha256 of [missing, shorter, other]) {
    await t.throwsAsync(store.blobs.get(ours, sha256 ?? ''), hasCode('store_damaged'));
  }
  await store.blobs.put(ours, Buffer.from('missing'));
  await store.blobs.put(ours, Buffer.from('shorter'));
  t.is(Buffer.from((await store.blobs.get(ours, missing ?? '')) ?? []).toString(), 'missing');
  t.deepEqual((await store.health()).problems, []);
});

test('an index that has lost a passage or a vector, or has a label outside its passage, is found by a deep check', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  await publish(store.passages, ours, 'd', ['rent', 'rates', 'ruins']);
  await store.passages.putVectors(ours, plane, [{ id: 'd/1/0', vector: at(5) }]);
  await store.passages.putLabels(ours, 'words', 'd', 1, [rentLabel]);
  const raw = new DatabaseSync(path.join(folder, 'dossier.db'), { defensive: false });
  t.teardown(() => raw.close());
  raw.exec('delete from words_1_docsize where id = 2; delete from nearest_1_rowids; update labels_1 set char_end = 40');
  const { ok, problems } = await store.health({ deep: true });
  t.false(ok);
  t.true(problems.includes('the full-text index differs from the passages in 1 places'), problems.join());
  t.true(problems.includes('the vector index differs from the vectors in 1 places'), problems.join());
  t.true(problems.includes('1 labels do not stand in a passage'), problems.join());
});

test('a database with a damaged page is found, not crashed on', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  await publish(store.passages, ours, 'd', words(2000));
  await store.close();
  const file = path.join(folder, 'dossier.db');
  const bytes = readFileSync(file);
  for (let page = 40; page < 60; page++) bytes.fill(0xa5, page * 4096, page * 4096 + 4000);
  writeFileSync(file, bytes);
  const { store: damaged } = await createEmbeddedStore(t, { folder });
  const { ok, problems } = await damaged.health({ deep: true });
  t.false(ok);
  t.true(problems.length > 0);
});
