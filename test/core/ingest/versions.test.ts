import test from 'ava';
import { documents } from '../../../core/document/record.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { createGate, textParsers } from '../../support/pipeline.ts';
import { blobs, found, openFolder } from './folder.ts';

test('a changed file is its next version; the old one answers until the new one is ready, then goes', async (t) => {
  const gate = createGate();
  let parsers = textParsers();
  const switched = { parse: (...call: Parameters<typeof parsers.parse>) => parsers.parse(...call) };
  const { ingest, write, store } = await openFolder(t, { parsers: switched });
  const file = write('lease.txt', 'The rent is due on Monday.');
  const [{ document_id: id } = {}] = (await ingest([file])).files;
  parsers = gate.hold(parsers, 'parse');
  write('lease.txt', 'The rent is due on a Sunday.');
  const changed = ingest([file]);
  await gate.reached;
  t.deepEqual(await found(store, 'Monday'), ['lease.txt']);
  t.like((await store.records.get(localPrincipal, documents, id ?? ''))?.value, {
    live: { version: 1 },
    latest: { version: 2 },
  });
  gate.letGo();
  t.like((await changed).files[0], { status: 'ready', document_id: id });
  t.deepEqual(await found(store, 'Monday'), []);
  t.deepEqual(await found(store, 'Sunday'), ['lease.txt']);
  t.is(await blobs(store), 2, 'original and text of the new version');
});

test('where the new version is no good the old one stays, and the failure shows; the way back is open', async (t) => {
  const { ingest, write, store } = await openFolder(t);
  const file = write('lease.txt', 'The rent is due on Monday.');
  const [{ document_id: id } = {}] = (await ingest([file])).files;
  write('lease.txt', 'broken');
  const { files } = await ingest([file]);
  t.like(files[0], { status: 'failed', document_id: id, error: { code: 'damaged' } });
  t.deepEqual(
    files[0]?.warnings.map(({ code }) => code),
    ['older-version-live'],
  );
  t.deepEqual(await found(store, 'Monday'), ['lease.txt']);
  t.like((await store.records.get(localPrincipal, documents, id ?? ''))?.value, {
    state: 'failed',
    live: { version: 1 },
    latest: { version: 2, error: { code: 'damaged' } },
  });
  t.is(await blobs(store), 3);

  write('lease.txt', 'The rent is due on Monday.');
  t.like((await ingest([file])).files[0], { status: 'ready', document_id: id, warnings: [] });
  t.deepEqual(await found(store, 'Monday'), ['lease.txt']);
  t.is(await blobs(store), 2);
});
