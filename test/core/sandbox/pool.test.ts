import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import test from 'ava';
import { silentLogger } from '../../../core/ports/logger.ts';
import type { FileRead } from '../../../core/sandbox/worker.ts';
import { bytesOf } from '../../support/bytes.ts';
import { builtIn, children, fixture, limits, onLinux, openFiles, startPool } from './fixtures/pool.ts';

const file = (text: string) => ({ name: 'a.txt', bytes: bytesOf(text) });
const hostile = (command: string) => file(`HOSTILE ${command}`);

test.serial('reads a file and says which parser did it, and why', async (t) => {
  const pool = startPool(t);
  const { parser, mediaType, document } = await pool.parse(file('Rent\n\nThe rent is 100.'));
  t.deepEqual(parser, { plugin: 'text', version: '1.0.0', score: 0.8 });
  t.is(mediaType, 'text/plain');
  t.is(document.text, 'Rent\n\nThe rent is 100.');
});

test.serial('what cannot be read is refused before a process sees it', async (t) => {
  const pool = startPool(t);
  await t.throwsAsync(pool.parse(file('')), { code: 'empty' });
  await t.throwsAsync(pool.parse({ name: 'a', bytes: new Uint8Array(limits.maxBytes + 1) }), { code: 'too_large' });
  if (onLinux) t.deepEqual(await children(), []);
});

test.serial('where no process starts at all, that is said', async (t) => {
  // A size of heap that Node refuses.
  const pool = startPool(t, { limits: { ...limits, parseMegabytes: Number.NaN } });
  await t.throwsAsync(pool.parse(file('Rent')), { code: 'parsers_unavailable' });
  await t.throwsAsync(pool.problems(), { code: 'parsers_unavailable' });
});

test.serial('bytes that no parser wants are unsupported, with the type that was found', async (t) => {
  const error = await t.throwsAsync(startPool(t).parse({ name: 'a.txt', bytes: Uint8Array.from([0x1f, 0x8b, 8, 0]) }));
  t.is((error as unknown as { code: string }).code, 'unsupported');
  t.regex(error?.message ?? '', /application\/gzip/);
});

test.serial('progress is passed on', async (t) => {
  const seen: number[] = [];
  await startPool(t).parse(hostile('environment'), { progress: (fraction) => seen.push(fraction) });
  t.deepEqual(seen, [0.5]);
});

test.serial('the bytes that were given stay as they are', async (t) => {
  const bytes = bytesOf('Nothing changes.');
  const before = bytes.slice();
  await startPool(t).parse({ name: 'a.txt', bytes });
  t.deepEqual(bytes, before);
});

test.serial('files run side by side up to the size of the pool, and all of them are read', async (t) => {
  const pool = startPool(t, { size: 2 });
  const results = await Promise.all(Array.from({ length: 20 }, (_, index) => pool.parse(file(`File ${index}`))));
  t.deepEqual(
    results.map(({ document }) => document.text),
    Array.from({ length: 20 }, (_, index) => `File ${index}`),
  );
  if (onLinux) t.is((await children()).length, 2);
});

test.serial('an aborted file is cancelled, waiting or running, and the others go on', async (t) => {
  const pool = startPool(t);
  const running = new AbortController();
  const waiting = new AbortController();
  const first = pool.parse(hostile('loop'), { signal: running.signal, progress: () => running.abort() });
  const second = pool.parse(file('two'), { signal: waiting.signal });
  const third = pool.parse(file('three'));
  waiting.abort();
  await t.throwsAsync(second, { code: 'cancelled' });
  await t.throwsAsync(first, { code: 'cancelled' });
  t.is((await third).document.text, 'three');
  await t.throwsAsync(pool.parse(file('four'), { signal: AbortSignal.abort() }), { code: 'cancelled' });
});

test.serial('a process is replaced after its share of files', async (t) => {
  if (!onLinux) {
    t.pass('processes are counted through /proc');
    return;
  }
  const pool = startPool(t, { filesPerProcess: 2 });
  const counts: number[] = [];
  const seen = new Set<number>();
  for (let count = 0; count < 4; count += 1) {
    await pool.parse(file('Read me.'));
    const running = await children();
    counts.push(running.length);
    for (const pid of running) seen.add(pid);
  }
  t.deepEqual(counts, [1, 0, 1, 0]);
  t.is(seen.size, 2);
});

test.serial('a process without work ends, and the next file gets a new one', async (t) => {
  if (!onLinux) {
    t.pass('processes are counted through /proc');
    return;
  }
  const pool = startPool(t, { idleSeconds: 0.01 });
  await pool.parse(file('Read me.'));
  while ((await children()).length > 0) await new Promise(setImmediate);
  t.is((await pool.parse(file('again'))).document.text, 'again');
});

test.serial('closing ends every process and descriptor, cancels what runs, and may be done twice', async (t) => {
  const pool = startPool(t, { size: 2 });
  await pool.parse(file('one'));
  await pool.close();
  const before = onLinux ? await openFiles() : 0;
  for (let round = 0; round < 3; round += 1) {
    const other = startPool(t, { size: 2 });
    const started = Promise.withResolvers<void>();
    const stuck = other.parse(hostile('loop'), { progress: () => started.resolve() });
    const queued = [other.parse(hostile('loop')), other.parse(file('three'))];
    await started.promise;
    await Promise.all([
      t.throwsAsync(stuck, { code: 'cancelled' }),
      ...queued.map((parsing) => t.throwsAsync(parsing, { code: 'cancelled' })),
      other.close(),
    ]);
    await other.close();
    await t.throwsAsync(other.parse(file('late')), { code: 'cancelled' });
  }
  if (!onLinux) return;
  t.deepEqual(await children(), []);
  t.is(await openFiles(), before);
});

test.serial('a plugin that cannot start is named, and the others read on', async (t) => {
  const warned: unknown[] = [];
  const log = { ...silentLogger, warn: (fields: unknown) => warned.push(fields) };
  const pool = startPool(t, { parsers: [fixture('broken'), fixture('ends'), fixture('absent'), builtIn('text')], log });
  const problems = await pool.problems();
  t.deepEqual(problems.map(({ plugin }) => plugin).sort(), ['absent', 'broken', 'ends']);
  t.true(problems.some(({ problem }) => problem === 'The licence file is missing.'));
  t.is((await pool.parse(file('still read'))).document.text, 'still read');
  t.is(warned.length, 3);
});

test.serial('a host that is killed leaves no process behind', async (t) => {
  if (!onLinux) {
    t.pass('processes are counted through /proc');
    return;
  }
  const host = fork(new URL('./fixtures/host.ts', import.meta.url), { execArgv: [], stdio: 'ignore' });
  t.teardown(() => host.kill('SIGKILL'));
  const [pids] = (await once(host, 'message')) as [readonly number[]];
  t.is(pids.length, 1);
  host.kill('SIGKILL');
  for (const pid of pids) while (existsSync(`/proc/${pid}`)) await new Promise(setImmediate);
});

test.serial(
  'who watches is told of each file: its parser, its time, its memory, and whether the process lived',
  async (t) => {
    const reads: FileRead[] = [];
    const pool = startPool(t, { onRead: (read) => reads.push(read) });
    const good = file('All is well.');
    await pool.parse(good);
    await t.throwsAsync(pool.parse(hostile('throwCoded')), { code: 'too_many_pages' });
    await t.throwsAsync(pool.parse({ name: 'a', bytes: Uint8Array.from([0x1f, 0x8b, 8, 0]) }), { code: 'unsupported' });
    await t.throwsAsync(pool.parse(hostile('exit')), { code: 'parser_crashed' });
    await t.throwsAsync(pool.parse(file('')), { code: 'empty' });
    t.deepEqual(
      reads.map(({ parser, code, ended }) => [parser, code, ended]),
      [
        ['text', undefined, false],
        ['hostile', 'too_many_pages', false],
        [undefined, 'unsupported', false],
        // Once more in a fresh process, for what files before it may have left behind.
        ['hostile', 'parser_crashed', true],
        ['hostile', 'parser_crashed', true],
      ],
    );
    t.deepEqual(reads[0]?.file, good);
    for (const { milliseconds, peakBytes = 0 } of reads) {
      t.true(milliseconds >= 0);
      if (onLinux) t.true(peakBytes > 2 ** 20 && peakBytes < 2 ** 31);
    }
  },
);
