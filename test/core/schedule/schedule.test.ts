import { setTimeout as pause } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
import { jobPrincipal, localPrincipal, type Principal } from '../../../core/identity/principal.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import type { WakeHandler } from '../../../core/ports/schedule.ts';
import { createScheduler, type SchedulerSetup } from '../../../core/schedule/schedule.ts';
import type { TestClock } from '../../support/clock.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';
import { until } from '../../support/pipeline.ts';

const minute = 60_000;

/** Lets time go by until it is so: what is due is found at the latest by a sweep. */
const passUntil = async (clock: TestClock, holds: () => boolean): Promise<void> => {
  while (!holds()) {
    clock.advance(minute / 4);
    await pause(2);
  }
};

/** A schedule over a store of its own, under a clock that stands still, with one agent that is woken for its pages. */
const open = async (
  t: ExecutionContext,
  pages: WakeHandler,
  setup: Partial<SchedulerSetup> & { readonly worker?: string } = {},
) => {
  const { store, clock } = await createEmbeddedStore(t);
  const make = (more: Partial<SchedulerSetup> = {}) => {
    const scheduler = createScheduler({
      store,
      agents: () => [{ name: 'diary', agent: { capabilities: [], wakes: { pages } } }],
      clock,
      log: silentLogger,
      workspaces: async () => [localPrincipal.workspace],
      ...setup,
      ...more,
    });
    t.teardown(() => scheduler.stop());
    return scheduler;
  };
  return { store, clock, make };
};

/** Handlers that note when they were called, and calls that can be waited for. */
const witness = (clock: () => number, next: (call: number) => number | undefined | Promise<number | undefined>) => {
  const looks: { at: number; principal: Principal }[] = [];
  const handler: WakeHandler = async (principal) => {
    looks.push({ at: clock(), principal });
    return next(looks.length);
  };
  const times = (count: number) => until(async () => looks.length >= count);
  return { looks, handler, times };
};

test('an agent is woken at the earliest instant that it asked for, and what it returns is the next one', async (t) => {
  let now = () => 0;
  const seen = witness(
    () => now(),
    (call) => (call <= 2 ? now() + 10 * minute : undefined),
  );
  const { clock, make } = await open(t, seen.handler);
  now = clock.now;
  const scheduler = make();
  const start = clock.now();
  scheduler.start();
  await seen.times(1);
  t.deepEqual(seen.looks[0], { at: start, principal: jobPrincipal('local') }, 'a wake nobody has looked at yet');

  const diary = scheduler.of('diary');
  await diary.wake(localPrincipal, 'pages', start + 8 * minute);
  await diary.wake(localPrincipal, 'pages', start + 5 * minute);
  await diary.wake(localPrincipal, 'pages', start + 7 * minute);
  t.is((await scheduler.status()).next, start + 5 * minute);
  await passUntil(clock, () => seen.looks.length >= 2);
  const second = seen.looks[1]?.at ?? 0;
  t.true(second >= start + 5 * minute && second < start + 10 * minute);
  await until(async () => (await scheduler.status()).next === second + 10 * minute);
});

test('a handler that fails is called again, later each time, and the status says so until it succeeds', async (t) => {
  const seen = witness(
    () => 0,
    (call) => {
      if (call < 3) throw new DossierError('store_full');
      return undefined;
    },
  );
  const { clock, make } = await open(t, seen.handler);
  const scheduler = make();
  scheduler.start();
  const failing = async (): Promise<number> => {
    const [only] = (await scheduler.status()).failing;
    return only?.wake === 'diary.pages' && only.code === 'store_full' ? (only.retryAt ?? 0) : 0;
  };
  await until(async () => (await failing()) > clock.now());
  t.is(seen.looks.length, 1);
  await passUntil(clock, () => seen.looks.length >= 3);
  await until(async () => (await failing()) === 0);
  t.is(seen.looks.length, 3);
});

test('what is asked for while a look is taken, or was about to be committed when it was, is looked for again', async (t) => {
  const gate = Promise.withResolvers<void>();
  const seen = witness(
    () => 0,
    async (call) => {
      if (call === 1) await gate.promise;
      return undefined;
    },
  );
  const { clock, make } = await open(t, seen.handler);
  const scheduler = make();
  scheduler.start();
  await seen.times(1);
  await scheduler.of('diary').wake(localPrincipal, 'pages', clock.now());
  gate.resolve();
  await seen.times(2);
  // The second look may have come before the commit that the request was made for.
  await until(async () => (await scheduler.status()).next !== undefined);
  await passUntil(clock, () => seen.looks.length >= 3);
  await until(async () => (await scheduler.status()).next === undefined);
  t.is(seen.looks.length, 3);
});

test('two workers take a look once, one at a time', async (t) => {
  let atOnce = 0;
  let most = 0;
  const seen = witness(
    () => 0,
    async () => {
      atOnce++;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce--;
      return undefined;
    },
  );
  const { clock, make } = await open(t, seen.handler);
  const one = make({ worker: 'here:1:1' });
  const other = make({ worker: 'here:2:2' });
  one.start();
  other.start();
  await seen.times(1);
  for (let round = 2; round <= 6; round++) {
    await (round % 2 === 0 ? one : other).of('diary').wake(localPrincipal, 'pages', clock.now() + minute);
    await passUntil(clock, () => seen.looks.length >= round);
    await until(async () => (await one.status()).next === undefined);
  }
  t.is(seen.looks.length, 6);
  t.is(most, 1);
  await until(async () => (await one.status()).workers.length === 2);
});

test('after downtime what is overdue is woken once', async (t) => {
  const seen = witness(
    () => 0,
    () => undefined,
  );
  const { clock, make } = await open(t, seen.handler);
  const before = make({ worker: 'here:1:1' });
  for (const days of [1, 2, 3])
    await before.of('diary').wake(localPrincipal, 'pages', clock.now() + days * 1440 * minute);
  await before.stop();
  clock.advance(14 * 1440 * minute);
  const after = make({ worker: 'here:2:2' });
  t.deepEqual(await after.status().then(({ workers, next }) => [workers, next]), [
    [],
    clock.now() - 13 * 1440 * minute,
  ]);
  after.start();
  await seen.times(1);
  await until(async () => (await after.status()).next === undefined);
  t.is(seen.looks.length, 1);
});

test('a worker that stops gives its look back, due as before', async (t) => {
  const began = Promise.withResolvers<void>();
  let calls = 0;
  const { clock, make } = await open(t, async (_principal, signal) => {
    calls++;
    if (calls > 1) return undefined;
    began.resolve();
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    return undefined;
  });
  const one = make({ worker: 'here:1:1' });
  one.start();
  await began.promise;
  await one.stop();
  const other = make({ worker: 'here:2:2' });
  t.like(await other.status(), { next: clock.now(), failing: [] });
  other.start();
  await until(async () => calls === 2 && (await other.status()).next === undefined);
  t.is(calls, 2);
});

test('what a plugin asked for that is gone is nobody’s business', async (t) => {
  const { clock, make } = await open(t, async () => undefined);
  const scheduler = make();
  await scheduler.of('gone').wake(localPrincipal, 'pages', clock.now());
  t.is((await scheduler.status()).next, undefined);
  await scheduler.of('diary').wake(localPrincipal, 'pages', clock.now() + minute);
  t.is((await scheduler.status()).next, clock.now() + minute);
});

test('a name that the agent has no handler for, and an instant that is none, are refused', async (t) => {
  const { make } = await open(t, async () => undefined);
  const diary = make().of('diary');
  await t.throwsAsync(diary.wake(localPrincipal, 'covers', 0), { instanceOf: DossierError });
  await t.throwsAsync(diary.wake(localPrincipal, 'pages', Number.NaN), { instanceOf: DossierError });
});
