import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import test, { type ExecutionContext } from 'ava';
import { documents, sources } from '../../../core/document/record.ts';
import { localPrincipal, type Principal } from '../../../core/identity/principal.ts';
import type { IngestedFile } from '../../../core/ingest/result.ts';
import type { Blobs } from '../../../core/ports/blobs.ts';
import type { Records } from '../../../core/ports/records.ts';
import type { Store } from '../../../core/ports/store.ts';
import { createGate, driven, type OpenSetup, openPipeline, textParsers, untilIdle } from '../../support/pipeline.ts';

/** Files that were last changed long before they are read. */
const openFolder = async (t: ExecutionContext, setup: OpenSetup = {}) => {
  const parsers = textParsers();
  const opened = await openPipeline(t, { parsers, ...setup });
  const write = (name: string, content: string, modified = '2025-06-01T00:00:00Z'): string => {
    const file = opened.write(name, content);
    utimesSync(file, new Date(modified), new Date(modified));
    return file;
  };
  const ingest: typeof opened.ingest = (paths, options) => {
    opened.clock.advance(1000);
    return opened.ingest(paths, options);
  };
  return { ...opened, write, ingest, parsed: parsers.parsed };
};

const outcomes = (files: readonly IngestedFile[]) =>
  files.map(({ path: file, status, unchanged }) => `${path.basename(file)} ${unchanged ? 'unchanged ' : ''}${status}`);

const found = async (store: Store, word: string, principal: Principal = localPrincipal): Promise<string[]> => {
  const ranked = await store.passages.lexical(principal, { terms: [word] }, { limit: 50 });
  const passages = await store.passages.get(
    principal,
    ranked.map(({ id }) => id),
  );
  const names = await Promise.all(
    passages.map(async ({ documentId }) => (await store.records.get(principal, documents, documentId))?.value.name),
  );
  return names.map(String).sort();
};

const blobs = async (store: Store) => {
  await untilIdle(store);
  return (await Array.fromAsync(store.blobs.list(localPrincipal))).length;
};

test('a folder that has not changed is not read again: no file is opened, nothing is parsed', async (t) => {
  const { ingest, folder, write, parsed, store } = await openFolder(t);
  const [one, two] = [write('one.txt', 'The rent is due on Monday.'), write('two.txt', 'The deposit is due.')];
  t.deepEqual(outcomes((await ingest([folder])).files), ['one.txt ready', 'two.txt ready']);
  // Other bytes behind the same size and time of change: whoever opened the file would see them.
  write('one.txt', 'The rent is due on Sunday.');
  const { files, emitted } = await ingest([folder, one]);
  t.deepEqual(outcomes(files), ['one.txt unchanged ready', 'two.txt unchanged ready']);
  t.deepEqual(emitted, files);
  t.deepEqual(
    files.map((file) => [file.path, file.chunks]),
    [
      [one, 1],
      [two, 1],
    ],
  );
  t.is(parsed.length, 2);
  t.deepEqual(await found(store, 'Sunday'), []);
});

test('a file that was changed just before it was read is looked at again', async (t) => {
  const { ingest, write, clock, store } = await openFolder(t);
  const now = new Date(clock.now()).toISOString();
  const file = write('one.txt', 'The rent is due on Monday.', now);
  await ingest([file]);
  write('one.txt', 'The rent is due on Sunday.', now);
  t.deepEqual(outcomes((await ingest([file])).files), ['one.txt ready']);
  t.deepEqual(await found(store, 'Sunday'), ['one.txt']);
});

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

test('what one workspace reads, another does not see', async (t) => {
  const { ingest, folder, write, store } = await openFolder(t);
  write('lease.txt', 'The rent is due on Monday.');
  const theirs = { ...localPrincipal, workspace: 'theirs' };
  await ingest([folder]);
  t.deepEqual(await found(store, 'rent', theirs), []);
  t.is(await store.records.count(theirs, documents), 0);
  t.is(await store.records.count(theirs, sources), 0);
  t.deepEqual(await Array.fromAsync(store.blobs.list(theirs)), []);
  const { files } = await ingest([folder], { principal: theirs });
  t.deepEqual(outcomes(files), ['lease.txt ready'], 'not a duplicate: nothing tells that the bytes are known');
  t.deepEqual(await found(store, 'rent', theirs), ['lease.txt']);
});

test('only what the caller may read is read', async (t) => {
  const { ingest, folder, write, store } = await openFolder(t);
  const [open, secret] = [write('open.txt', 'The rent is due.'), write('secret.txt', 'The code is 4711.')];
  const mayRead = (file: string) => file !== secret;
  for (const paths of [[secret], [open, secret], [path.join(folder, '..', path.basename(folder), 'secret.txt')]]) {
    await t.throwsAsync(ingest(paths, { mayRead }), { code: 'path_not_allowed' });
  }
  const { files } = await ingest([folder], { mayRead });
  t.deepEqual(outcomes(files).sort(), ['open.txt ready', 'secret.txt failed']);
  t.is(files.find(({ status }) => status === 'failed')?.error?.code, 'path_not_allowed');
  await ingest([secret]);
  const again = (await ingest([folder], { mayRead })).files.find((file) => file.path === secret);
  t.like(again, { status: 'failed', document_id: null }, 'nor is it shown that it is known');
  t.deepEqual(await found(store, 'rent'), ['open.txt']);
  await t.throwsAsync(ingest([path.join(folder, 'no such file')], { mayRead: () => false }), {
    code: 'path_not_allowed',
  });
});

test('one bad file keeps no other from being read', async (t) => {
  const { ingest, folder, write } = await openFolder(t, { maxBytes: 100 });
  write('a.txt', 'broken');
  write('b.txt', 'The rent is due.');
  write('c.txt', 'too much '.repeat(20));
  const { files } = await ingest([folder]);
  t.deepEqual(Object.fromEntries(files.map((file) => [path.basename(file.path), file.error?.code ?? file.status])), {
    'a.txt': 'damaged',
    'b.txt': 'ready',
    'c.txt': 'too_large',
  });
});

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

test('a folder of 2,000 files is read with the bytes of a few in memory', async (t) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const alive: WeakRef<Uint8Array>[] = [];
  let most = 0;
  const change = ({ blobs: all }: { blobs: Blobs }) => ({
    blobs: {
      ...all,
      put: (...call: Parameters<Blobs['put']>) => {
        alive.push(new WeakRef(call[1]));
        if (alive.length % 400 === 0) {
          collect();
          most = Math.max(most, alive.filter((each) => each.deref()).length);
        }
        return all.put(...call);
      },
    },
  });
  const { ingest, folder, store } = await openFolder(t, { change });
  for (let index = 0; index < 2000; index++) {
    writeFileSync(path.join(folder, `${index}.txt`), `Clause ${index % 60} is the same in many of the files.`);
  }
  const { files, emitted } = await ingest([folder]);
  t.is(files.filter(({ error }) => error === undefined).length, 2000);
  t.is(emitted.length, 2000);
  t.is(await store.records.count(localPrincipal, documents), 60);
  t.is(await store.records.count(localPrincipal, sources), 2000);
  t.true(most > 0 && most < 100, `bytes of ${most} files at once`);
  await untilIdle(store);
});
