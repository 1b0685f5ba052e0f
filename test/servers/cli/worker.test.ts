import { once } from 'node:events';
import test from 'ava';
import type { Health } from '../../../core/system/application.ts';
import { createFixture } from '../fixture/application.ts';
import { run, start } from './run.ts';

const started = Date.UTC(2027, 2, 30, 6, 12);
const due = Date.UTC(2027, 2, 31, 7);

test('the worker says on what it works and what is due, and ends in good order when it is told to', async (t) => {
  const { child, exited } = start(t, ['worker']);
  let written = '';
  while (!written.includes('Ctrl-C')) written += String((await once(child.stdout, 'data'))[0]);
  t.regex(written, /^Working on \/.*\n0 jobs wait; nothing is due\.\n/);
  child.kill('SIGTERM');
  const { exitCode, signal, stdout } = await exited;
  t.deepEqual([exitCode, signal], [0, null]);
  t.regex(stdout, /Stopping/);
});

test('the worker works, and tells programs in JSON', async (t) => {
  const stop = new AbortController();
  let opened: ReturnType<typeof createFixture> | undefined;
  const ended = run(t, ['worker', '--json'], {
    signal: stop.signal,
    wiring: {
      openApplication: async ({ config }) => {
        const store = { engine: 'memory', ok: true, details: { jobs_waiting: 2 }, problems: [] };
        const schedule = { workers: [], next: due, failing: [], notes: [] };
        opened = createFixture(config, { health: { store, schedule } });
        setImmediate(() => stop.abort());
        return opened;
      },
    },
  });
  const { stdout, exitCode } = await ended;
  t.is(exitCode, 0);
  const [first, second] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  t.like(first, { event: 'started', jobs_waiting: 2, next_wake: '2027-03-31T07:00:00.000Z', notes: [] });
  t.deepEqual(second, { event: 'stopping' });
  t.true(opened?.worked());
  t.true(opened?.closed());
});

test('doctor says who works and what is due next, or what waits for nobody', async (t) => {
  const doctor = (health: Partial<Health>) =>
    run(t, ['doctor'], { wiring: { openApplication: async ({ config }) => createFixture(config, { health }) } });
  const workers = [{ worker: 'desk:4711:88123', startedAt: started }];
  const well = await doctor({ schedule: { workers, next: due, failing: [], notes: [] } });
  t.regex(
    well.stdout,
    /^ok {4}background: desk:4711:88123 works since 2027-03-30T06:12:00\.000Z; the next wake-up is due at 2027-03-31T07:00:00\.000Z$/m,
  );
  const note = 'A wake-up has been due since yesterday.';
  const ill = await doctor({ notes: [note], schedule: { workers: [], next: due, failing: [], notes: [note] } });
  t.is(ill.exitCode, 0);
  t.regex(ill.stdout, /^note {2}background: A wake-up has been due since yesterday\.$/m);
  t.notRegex(ill.stdout, /search: A wake-up/);
});
