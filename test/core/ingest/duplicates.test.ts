import test from 'ava';
import { documents, sources } from '../../../core/document/record.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { blobs, found, openFolder, outcomes } from './folder.ts';

test('the same bytes from two paths are one document, which says so', async (t) => {
  const { ingest, folder, write, parsed, store } = await openFolder(t);
  write('one.txt', 'The rent is due on Monday.');
  write('same.txt', 'The rent is due on Monday.');
  const { files } = await ingest([folder]);
  t.deepEqual(outcomes(files), ['one.txt ready', 'same.txt duplicate']);
  t.is(files[0]?.document_id, files[1]?.document_id);
  t.is(parsed.length, 1);
  t.deepEqual(await found(store, 'rent'), ['one.txt']);
  t.is(await store.records.count(localPrincipal, documents), 1);
  t.is(await store.records.count(localPrincipal, sources), 2);
});

test('when one of two paths changes, it gets a document of its own and the other keeps its', async (t) => {
  const { ingest, folder, write, store } = await openFolder(t);
  write('one.txt', 'The rent is due on Monday.');
  write('same.txt', 'The rent is due on Monday.');
  const [{ document_id: before } = {}] = (await ingest([folder])).files;
  write('same.txt', 'The rent is due on a Sunday.');
  const { files } = await ingest([folder]);
  t.deepEqual(outcomes(files), ['one.txt unchanged ready', 'same.txt ready']);
  t.is(files[0]?.document_id, before);
  t.not(files[1]?.document_id, before);
  t.deepEqual(await found(store, 'rent'), ['one.txt', 'same.txt']);
  t.deepEqual(await found(store, 'Monday'), ['one.txt']);
});

test('a file that takes the bytes of another document joins it, and its own document goes', async (t) => {
  const { ingest, folder, write, store } = await openFolder(t);
  write('a.txt', 'The rent is due on Monday.');
  write('b.txt', 'The deposit is due on Tuesday.');
  const before = (await ingest([folder])).files;
  write('a.txt', 'The deposit is due on Tuesday.');
  const { files } = await ingest([folder]);
  t.deepEqual(outcomes(files), ['a.txt duplicate', 'b.txt unchanged ready']);
  t.is(files[0]?.document_id, before[1]?.document_id);
  t.deepEqual(await found(store, 'Monday'), []);
  t.deepEqual(await found(store, 'Tuesday'), ['b.txt']);
  t.is(await store.records.count(localPrincipal, documents), 1);
  t.is(await blobs(store), 2);
});

test('two files that swap their names are both still there', async (t) => {
  const { ingest, folder, write, store } = await openFolder(t);
  write('a.txt', 'The rent is due on Monday.');
  write('b.txt', 'The deposit is due on Tuesday.');
  await ingest([folder]);
  write('a.txt', 'The deposit is due on Tuesday.');
  write('b.txt', 'The rent is due on Monday.');
  await ingest([folder]);
  await ingest([folder]);
  t.is((await found(store, 'Monday')).length, 1);
  t.is((await found(store, 'Tuesday')).length, 1);
  t.is(await store.records.count(localPrincipal, documents), 2);
  t.is(await blobs(store), 4);
});
