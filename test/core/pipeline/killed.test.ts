import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import test, { type ExecutionContext } from 'ava';
import { eachRecord } from '../../../core/document/each.ts';
import { sha256Of } from '../../../core/document/identity.ts';
import { documents, type StoredDocument, sources } from '../../../core/document/record.ts';
import { isEnd } from '../../../core/document/states.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { orphans } from '../../../core/pipeline/recover.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import type { Collection } from '../../../core/ports/records.ts';
import type { Store } from '../../../core/ports/store.ts';
import { systemClock } from '../../../core/ports/system-clock.ts';
import { openEmbeddedStore } from '../../../storage/embedded/index.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { clauses, letter, until } from '../../support/pipeline.ts';
import { blobsOf, hits } from '../../support/store.ts';
import { createKillableRig } from './killed-process.ts';

const PROGRAM = new URL('./killed-process.ts', import.meta.url).pathname;
const HOUR = 3_600_000;

type Place = { readonly data: string; readonly files: string; readonly events: string };
const placeIn = (folder: string): Place => ({
  data: path.join(folder, 'data'),
  files: path.join(folder, 'files'),
  events: path.join(folder, 'events'),
});

const runChild = async ({ data, files, events }: Place, calls: number) => {
  const child = spawn(process.execPath, [PROGRAM, data, files, events, String(calls)], {
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(data), 'cache') },
  });
  const [stdout, stderr, [exitCode, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { stdout, stderr, exitCode, signal };
};

/** Two documents that are ready; then one has changed, one is gone, one is new, one has another attached, one is no good. */
const prepare = async (t: ExecutionContext, place: Place): Promise<void> => {
  mkdirSync(place.files, { recursive: true });
  writeFileSync(path.join(place.files, 'changed.txt'), clauses('ancient', 2));
  writeFileSync(path.join(place.files, 'gone.txt'), clauses('vanished', 2));
  const { exitCode, stderr } = await runChild(place, 0);
  t.is(exitCode, 0, stderr);
  rmSync(place.events);
  writeFileSync(path.join(place.files, 'changed.txt'), clauses('modern', 3));
  rmSync(path.join(place.files, 'gone.txt'));
  writeFileSync(path.join(place.files, 'long.txt'), clauses('lengthy', 36));
  writeFileSync(
    path.join(place.files, 'mail.eml'),
    letter(clauses('mailed', 1), { 'enclosed.txt': clauses('enclosed', 1) }),
  );
  writeFileSync(path.join(place.files, 'no-good.txt'), 'broken');
};

/** Time goes by itself, and jumps when told to. */
const createShiftedClock = (): Clock & { jump(milliseconds: number): void } => {
  let shift = 0;
  return {
    now: () => systemClock.now() + shift,
    sleep: systemClock.sleep,
    jump: (milliseconds) => {
      shift += milliseconds;
    },
  };
};

const all = async <T extends object>(store: Store, collection: Collection<T>) =>
  Array.fromAsync(eachRecord(store.records, localPrincipal, collection));

/** Starts anew where a process was killed, and holds what comes of it against what there should be. */
const recover = async (t: ExecutionContext, place: Place, label: string): Promise<void> => {
  const clock = createShiftedClock();
  const store = await openEmbeddedStore({ folder: place.data, clock, log: silentLogger });
  const { pipeline, ingest } = createKillableRig(store, clock, place.events);
  const idle = async () => {
    const { waiting, running } = await store.jobs.counts(localPrincipal);
    return waiting + running === 0;
  };
  try {
    pipeline.start();
    // What was committed comes to its end by itself, without anyone asking for it again.
    await until(async () => (await all(store, documents)).every(({ value }) => isEnd(value.state)));
    const { files } = await ingest([place.files], { prune: true });
    clock.jump(2 * 60_000);
    await until(idle);
    t.deepEqual(
      files.map((file) => [file.attachment ?? path.basename(file.path), file.status]).sort(),
      [
        ['changed.txt', 'ready'],
        ['enclosed.txt', 'ready'],
        ['long.txt', 'ready'],
        ['mail.eml', 'ready'],
        ['no-good.txt', 'failed'],
      ],
      label,
    );
    for (const replaced of [clauses('ancient', 2), clauses('vanished', 2)]) {
      t.false(await store.blobs.has(localPrincipal, sha256Of(Buffer.from(replaced))), `${label}: before any sweep`);
    }
    await pipeline.maintain();
    clock.jump(2 * HOUR);
    await pipeline.maintain();
    await until(idle);
    await checkStore(t, store, place, label);
  } finally {
    await pipeline.stop();
    await store.close();
  }
};

const checkStore = async (t: ExecutionContext, store: Store, place: Place, label: string): Promise<void> => {
  const found = new Map((await all(store, documents)).map((document) => [document.value.name, document]));
  const changed = found.get('changed.txt') as StoredDocument;
  const long = found.get('long.txt') as StoredDocument;
  t.deepEqual([...found.keys()].sort(), ['changed.txt', 'enclosed.txt', 'long.txt', 'mail.eml', 'no-good.txt'], label);
  t.like(changed.value, { state: 'ready', live: { version: 2, chunks: 3 }, latest: { version: 2 } }, label);
  t.like(long.value, { state: 'ready', live: { version: 1, chunks: 36 } }, label);
  t.like(
    found.get('no-good.txt')?.value,
    { state: 'failed', live: null, latest: { error: { code: 'damaged' } } },
    label,
  );
  t.is((await all(store, sources)).length, 5, label);
  t.is(found.get('enclosed.txt')?.value.parent, found.get('mail.eml')?.id, label);

  const { passages } = store;
  t.is(await passages.count(localPrincipal), 41, label);
  for (const [word, count] of Object.entries({
    ancient: 0,
    vanished: 0,
    modern: 3,
    lengthy: 36,
    mailed: 1,
    enclosed: 1,
  })) {
    t.is(await hits(store, word), count, `${label}: ${word}`);
  }
  t.deepEqual(await passages.spaces(localPrincipal), [{ id: 'letters', vectors: 41 }], label);
  t.deepEqual(await passages.labelSpaces(localPrincipal), [{ id: 'words', documents: 4 }], label);
  const wanted = [{ label: 'ending', weight: 1 }];
  t.is((await passages.labelled(localPrincipal, 'words', wanted, { limit: 100 })).length, 41, label);
  const database = new DatabaseSync(path.join(place.data, 'dossier.db'), { readOnly: true });
  t.deepEqual(
    { ...database.prepare('select count(*) as staged from passages where published = 0').get() },
    { staged: 0 },
  );
  database.close();

  const used = [...found.values()].flatMap(({ value: { latest } }) =>
    [latest.sha256, latest.parsedSha256 ?? []].flat(),
  );
  t.deepEqual(await blobsOf(store), used.sort(), label);
  t.deepEqual(await all(store, orphans), [], label);

  const heard = existsSync(place.events) ? readFileSync(place.events, 'utf8').trim().split('\n') : [];
  const told = new Set(heard.map((line) => line.replace(/ doc_\w+/, '')));
  t.deepEqual([...told].sort(), ['document.deleted 1', 'document.ready 1', 'document.ready 2'], label);
  // One handler at most was at work when the process was killed.
  t.true(heard.length <= 6, `${label}: ${heard.length} events`);
};

test('a process may be killed after any call; what comes next is whole, once, and all of it', async (t) => {
  const root = temporaryFolder(t);
  const template = placeIn(path.join(root, 'template'));
  await prepare(t, template);
  const copyOf = (name: string): Place => {
    const place = placeIn(path.join(root, name));
    cpSync(path.dirname(template.data), path.join(root, name), { recursive: true });
    return { ...place, files: template.files };
  };

  const whole = await runChild(copyOf('whole'), 0);
  t.is(whole.exitCode, 0, whole.stderr);
  const calls = JSON.parse(whole.stdout) as string[];
  // Documents go the same way one after another: each two calls that follow each other are parted the first time, and
  // the last time, when it is about what was attached.
  const pairs = calls.map((call, index) => `${calls[index - 1]} ${call}`);
  const points = calls
    .keys()
    .filter((index) => [pairs.indexOf(pairs[index] ?? ''), pairs.lastIndexOf(pairs[index] ?? '')].includes(index));
  t.log(`killed after ${new Set(pairs).size} of ${calls.length} calls`);

  const kill = async (): Promise<void> => {
    for (const index of points) {
      const label = `killed after call ${index + 1}, ${calls[index]}`;
      const place = copyOf(`killed-${index + 1}`);
      const { signal, exitCode, stderr } = await runChild(place, index + 1);
      // Two loops run at once in the process, so it may come to its end a call earlier than the time before.
      t.true(signal === 'SIGKILL' || exitCode === 0, `${label}: ${stderr}`);
      await recover(t, place, label);
      rmSync(path.dirname(place.data), { recursive: true });
    }
  };
  await Promise.all([kill(), kill()]);
});
