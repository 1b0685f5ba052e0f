import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import test from 'ava';
import { documents, sources } from '../../../core/document/record.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { Blobs } from '../../../core/ports/blobs.ts';
import { untilIdle } from '../../support/pipeline.ts';
import { found, openFolder, outcomes } from './folder.ts';

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
