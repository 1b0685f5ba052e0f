import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { silentLogger } from '../../../core/ports/logger.ts';
import { systemClock } from '../../../core/ports/system-clock.ts';
import type { ScheduleStatus } from '../../../core/schedule/schedule.ts';
import { openEmbeddedStore } from '../../../storage/embedded/index.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { until } from '../../support/pipeline.ts';
import { schedulerOver } from './woken-process.ts';

const PROGRAM = new URL('./woken-process.ts', import.meta.url).pathname;

/** A folder of data; processes that start in it share what Node has compiled. */
const createPlace = (t: ExecutionContext, cache = temporaryFolder(t)) => {
  const folder = temporaryFolder(t);
  const data = path.join(folder, 'data');
  const notes = path.join(folder, 'notes');
  writeFileSync(notes, '');
  const lines = () =>
    readFileSync(notes, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  const start = (mode: string, calls = 0) => {
    const child = spawn(process.execPath, [PROGRAM, data, notes, mode, String(calls)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
    t.teardown(() => child.kill('SIGKILL'));
    return { child, ended: once(child, 'close') as Promise<[number | null, string | null]> };
  };
  /** Works in this process until the condition holds; resolves to the looks that it took. */
  const workUntil = async (holds: (looks: number, status: ScheduleStatus) => boolean): Promise<number> => {
    const store = await openEmbeddedStore({ folder: data, clock: systemClock, log: silentLogger });
    let looks = 0;
    const scheduler = schedulerOver(store, async () => {
      looks++;
      return undefined;
    });
    try {
      scheduler.start();
      await until(async () => holds(looks, await scheduler.status()));
      return looks;
    } finally {
      await scheduler.stop();
      await store.close();
    }
  };
  return { lines, start, workUntil };
};

test('a look whose worker is killed is taken again by the next one, at once', async (t) => {
  const { start, workUntil } = createPlace(t);
  const { child, ended } = start('hang');
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await ended;
  t.is(await workUntil((looks) => looks > 0), 1);
});

test('a wake-up that was promised is not lost, whatever its process dies after', async (t) => {
  t.timeout(170_000);
  const cache = temporaryFolder(t);
  for (let calls = 1; ; calls++) {
    const { lines, start, workUntil } = createPlace(t, cache);
    // It has been looked at before, so that nothing but the promise brings about a look.
    await workUntil((looks, { next }) => looks > 0 && next === undefined);
    const [exitCode, signal] = await start('once', calls).ended;
    if (signal === null) {
      t.is(exitCode, 0);
      t.deepEqual(lines(), ['promised', 'done']);
      t.true(calls > 6, 'it has died after each change that it makes');
      return;
    }
    if (lines().includes('promised') && !lines().includes('done')) {
      t.true((await workUntil((looks) => looks > 0)) > 0, `after ${calls} changes`);
    }
  }
});

test('two processes take the looks of one wake in turn, never two at once', async (t) => {
  const { start, lines } = createPlace(t);
  const children = [start('often'), start('often')];
  const rounds = 5;
  const finished = () => lines().filter((line) => line.startsWith('end')).length;
  await until(async () => finished() >= rounds);
  for (const { child } of children) child.kill('SIGKILL');
  await Promise.all(children.map(({ ended }) => ended));
  const looks = lines().filter((line) => line !== 'promised');
  looks.forEach((line, index) => {
    if (index % 2 === 1) t.is(line, String(looks[index - 1]).replace('begin', 'end'));
    else t.regex(line, /^begin/);
  });
  t.true(looks.length >= 2 * rounds);
});
