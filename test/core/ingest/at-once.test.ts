import test from 'ava';
import { documents } from '../../../core/document/record.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { Blobs } from '../../../core/ports/blobs.ts';
import type { Records } from '../../../core/ports/records.ts';
import { createGate, driven, textParsers } from '../../support/pipeline.ts';
import { blobs, found, openFolder } from './folder.ts';

test('cancelled, it stops waiting, and deletes nothing', async (t) => {
  const gate = createGate();
  const { ingest, folder, write, store } = await openFolder(t, { parsers: gate.hold(textParsers(), 'parse') });
  t.teardown(gate.letGo);
  write('lease.txt', 'The rent is due.');
  const abort = new AbortController();
  const call = ingest([folder], { signal: abort.signal, prune: true });
  await gate.reached;
  abort.abort();
  await t.throwsAsync(call, { name: 'AbortError' });
  t.is(await store.records.count(localPrincipal, documents), 1, 'what was received goes on');
});

test('a document that is deleted while its bytes come in again is there afterwards', async (t) => {
  let interfere: (() => Promise<unknown>) | undefined;
  const change = ({ blobs: all }: { blobs: Blobs }) => ({
    blobs: {
      ...all,
      put: async (...call: Parameters<Blobs['put']>) => {
        const sha256 = await all.put(...call);
        const act = interfere;
        interfere = undefined;
        await act?.();
        return sha256;
      },
    },
  });
  const { pipeline, ingest, write, store, clock } = await openFolder(t, { change });
  const file = write('lease.txt', 'The rent is due on Monday.');
  const [{ document_id: id = '' } = {}] = (await ingest([file])).files;
  const copy = write('copy.txt', 'The rent is due on Monday.');
  interfere = () => pipeline.remove(localPrincipal, id ?? '');
  t.like((await driven(clock, ingest([copy]))).files[0], { status: 'ready', document_id: id });
  t.deepEqual(await found(store, 'rent'), ['copy.txt']);
  t.is(await blobs(store), 2);
});

test('bytes that come in again while their only file changes keep a document', async (t) => {
  let interfere: (() => Promise<unknown>) | undefined;
  const change = ({ records }: { records: Records }) => ({
    records: {
      ...records,
      commit: async (...call: Parameters<Records['commit']>) => {
        const act = interfere;
        interfere = undefined;
        await act?.();
        await records.commit(...call);
      },
    },
  });
  const { ingest, write, store, clock } = await openFolder(t, { change });
  const file = write('lease.txt', 'The rent is due on Monday.');
  await ingest([file]);
  const copy = write('copy.txt', 'The rent is due on Monday.');
  interfere = async () => {
    write('lease.txt', 'The rent is due on a Sunday.');
    await ingest([file]);
  };
  t.like((await driven(clock, ingest([copy]))).files[0], { status: 'ready' });
  t.deepEqual(await found(store, 'Monday'), ['copy.txt']);
  t.deepEqual(await found(store, 'Sunday'), ['lease.txt']);
});

test('two calls at once over the same folder make one document of each file', async (t) => {
  const { ingest, folder, write, store, parsed } = await openFolder(t);
  for (const name of ['a', 'b', 'c', 'd']) write(`${name}.txt`, `The rent of ${name} is due.`);
  const both = await Promise.all([ingest([folder]), ingest([folder])]);
  for (const { files } of both) t.is(files.filter(({ error }) => error === undefined).length, 4);
  t.is(await store.records.count(localPrincipal, documents), 4);
  t.is(await store.passages.count(localPrincipal), 4);
  t.is(parsed.length, 4);
});
