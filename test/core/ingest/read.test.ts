import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import { readWholeFile } from '../../../core/ingest/read.ts';
import { temporaryFolder } from '../../support/folder.ts';

const limits = { maxBytes: 1000 };
const always = () => true;

/** Reads of any file are followed by this, until `stop`. */
const afterEachRead = async (act: () => void) => {
  const handle = await open(import.meta.filename);
  const prototype = Object.getPrototypeOf(handle) as { read: (...call: unknown[]) => Promise<unknown> };
  await handle.close();
  const { read } = prototype;
  prototype.read = async function (...call) {
    const result = await read.apply(this, call);
    act();
    return result;
  };
  return () => {
    prototype.read = read;
  };
};

test.serial('a file that grows while it is read is read again; one that never stops is given up', async (t) => {
  const file = path.join(temporaryFolder(t), 'log.txt');
  writeFileSync(file, 'one');
  let times = 1;
  const stop = await afterEachRead(() => {
    if (times-- > 0) appendFileSync(file, ' more');
  });
  t.teardown(stop);
  t.is(Buffer.from((await readWholeFile(file, limits, always)).bytes).toString(), 'one more');
  times = Number.POSITIVE_INFINITY;
  await t.throwsAsync(readWholeFile(file, { maxBytes: 1_000_000 }, always), {
    code: 'unreadable',
    message: /keeps changing/,
  });
});

test('what is too large is not read', async (t) => {
  const file = path.join(temporaryFolder(t), 'large');
  writeFileSync(file, 'x'.repeat(1001));
  await t.throwsAsync(readWholeFile(file, limits, always), { code: 'too_large' });
  t.is((await readWholeFile(file, { maxBytes: 1001 }, always)).bytes.length, 1001);
});

test('links are judged by where they lead', async (t) => {
  const folder = temporaryFolder(t);
  const [inside, outside] = [path.join(folder, 'in'), path.join(folder, 'out')];
  mkdirSync(inside);
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'secret.txt'), 'the code is 4711');
  symlinkSync(path.join(outside, 'secret.txt'), path.join(inside, 'harmless.txt'));
  const mayRead = (file: string) => file.startsWith(`${inside}/`);
  await t.throwsAsync(readWholeFile(path.join(inside, 'harmless.txt'), limits, mayRead), { code: 'path_not_allowed' });
});

test('what is no file is not waited for', async (t) => {
  const folder = temporaryFolder(t);
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (const [file, reason] of [
    [pipe, /not a file/],
    [folder, /not a file/],
    [path.join(folder, 'nothing'), /not there/],
  ] as const) {
    await t.throwsAsync(readWholeFile(file, limits, always), { code: 'unreadable', message: reason });
  }
});

test('a file without permission says so', async (t) => {
  if (process.getuid?.() === 0) {
    t.log('skipped: the administrator may read everything');
    t.pass();
    return;
  }
  const file = path.join(temporaryFolder(t), 'mine.txt');
  writeFileSync(file, 'mine');
  chmodSync(file, 0);
  await t.throwsAsync(readWholeFile(file, limits, always), { code: 'unreadable', message: /no permission/ });
  rmSync(file);
});
