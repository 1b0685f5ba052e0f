import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import test, { type ExecutionContext } from 'ava';
import { insert } from '../../../core/ports/records.ts';
import { restoreEmbedded } from '../../../storage/embedded/index.ts';
import { hasCode, ours } from '../../contracts/store.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { counters, steps } from '../../support/store-process.ts';

const program = path.resolve(import.meta.dirname, '../../support/store-process.ts');

const start = (t: ExecutionContext, folder: string, name: string, mode: 'work' | 'pairs') => {
  const child = spawn(process.execPath, [program, folder, name, mode], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.teardown(() => child.kill('SIGKILL'));
  return child;
};

const outcome = async (child: ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream }) => {
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, errors, code };
};

test('three processes work on one folder: nothing lost, nothing done twice, no lock seen', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  const jobs = Array.from({ length: 90 }, (_, i) => ({ kind: 'read', key: `job ${i}`, payload: {} }));
  await store.records.commit(ours, { writes: [insert(counters, 'shared', { count: 0 })], jobs });
  const names = ['anna', 'bert', 'carl'];
  const outcomes = await Promise.all(names.map((name) => outcome(start(t, folder, name, 'work'))));
  for (const { code, errors } of outcomes) t.is(code, 0, errors);
  const done = outcomes.flatMap(({ out }) => JSON.parse(out) as string[]);
  t.is(done.length, jobs.length);
  t.is(new Set(done).size, jobs.length);
  t.is((await store.jobs.counts(ours)).done, jobs.length);
  t.is((await store.records.get(ours, counters, 'shared'))?.value.count, names.length * steps);
  t.is(await store.passages.count(ours), names.length);
  t.is((await store.passages.lexical(ours, { terms: ['shared'] }, { limit: 9 })).length, names.length);
  t.deepEqual((await store.health({ deep: true })).problems, []);
});

test('three processes that open a fresh folder at once all get a store', async (t) => {
  const folder = path.join(temporaryFolder(t), 'data');
  const outcomes = await Promise.all(['anna', 'bert', 'carl'].map((name) => outcome(start(t, folder, name, 'work'))));
  // Nobody has made the counter: each finds the store in order and the record missing.
  for (const { errors } of outcomes) t.regex(errors, /the counter is missing/);
});

test('kill -9 in the middle of commits leaves each of them whole or not at all', async (t) => {
  const folder = temporaryFolder(t);
  for (const [round, commits] of [1, 7, 20, 33].entries()) {
    const name = `round ${round}`;
    const child = start(t, folder, name, 'pairs');
    let last = -1;
    for await (const line of createInterface(child.stdout)) {
      last = Number(line);
      if (last >= commits) child.kill('SIGKILL');
    }
    const { store } = await createEmbeddedStore(t, { folder });
    const { items } = await store.records.find(ours, counters, { limit: 1000 });
    const committed = items.filter(({ id }) => id.startsWith(name));
    t.is(committed.length % 2, 0);
    for (let i = 0; i < committed.length / 2; i++) {
      for (const side of ['left', 'right']) t.true(committed.some(({ id }) => id === `${name} ${i} ${side}`));
      t.is((await store.jobs.get(ours, 'read', `${name} ${i}`))?.state, 'waiting');
    }
    // What the process was told is committed, and at most the one that it was about to hear of.
    t.true(committed.length / 2 >= last + 1 && committed.length / 2 <= last + 2);
    t.is(await store.jobs.get(ours, 'read', `${name} ${committed.length / 2}`), undefined);
    t.deepEqual((await store.health({ deep: true })).problems, []);
    await store.close();
  }
});

test('a folder that another process has open is not restored over; once that is killed, it is', async (t) => {
  const { store, folder } = await createEmbeddedStore(t);
  const file = path.join(temporaryFolder(t), 'backup.tar');
  await store.backup?.(file);
  await store.close();
  const child = start(t, folder, 'open', 'pairs');
  await once(child.stdout, 'data');
  const restore = () => restoreEmbedded({ file, folder, force: true, lockWaitMilliseconds: 30 });
  await t.throwsAsync(restore(), hasCode('store_locked'));
  child.kill('SIGKILL');
  await once(child, 'exit');
  await restore();
  const { store: restored } = await createEmbeddedStore(t, { folder });
  t.is(await restored.records.count(ours, counters), 0);
});
