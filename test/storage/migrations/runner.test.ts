import test from 'ava';
import { type Migration, type MigrationTarget, migrate } from '../../../storage/migrations/runner.ts';
import { hasCode } from '../../contracts/store.ts';

type Log = string[];

const steps = (count: number): Migration<Log>[] =>
  Array.from({ length: count }, (_, i) => ({
    version: i + 1,
    name: `step ${i + 1}`,
    up: (log) => void log.push(`up ${i + 1}`),
    down: (log) => void log.push(`down ${i + 1}`),
  }));

const targetAt = (start: number): MigrationTarget<Log> & { log: Log; at(): number } => {
  const log: Log = [];
  let version = start;
  return {
    log,
    at: () => version,
    version: () => version,
    before: (from, to) => void log.push(`copy ${from} before ${to}`),
    step: async (_from, to, run) => {
      await run(log);
      version = to;
      return true;
    },
  };
};

test('steps run one after another, up and down, after one copy of data that exists', async (t) => {
  const target = targetAt(0);
  t.is(await migrate(steps(3), target), 3);
  t.deepEqual(target.log.splice(0), ['up 1', 'up 2', 'up 3']);
  t.is(await migrate(steps(3), target), 3);
  t.deepEqual(target.log, []);
  t.is(await migrate(steps(3), target, 1), 1);
  t.deepEqual(target.log.splice(0), ['copy 3 before 1', 'down 3', 'down 2']);
  t.is(await migrate(steps(3), target, 2), 2);
  t.deepEqual(target.log, ['copy 1 before 2', 'up 2']);
});

test('data of a newer version is refused untouched', async (t) => {
  const target = targetAt(4);
  await t.throwsAsync(migrate(steps(3), target), hasCode('store_newer'));
  t.deepEqual(target.log, []);
});

test('a step that fails ends it at the version before', async (t) => {
  const target = targetAt(0);
  const broken = steps(3).map((step) =>
    step.version === 2 ? { ...step, up: () => Promise.reject(new Error('broken')) } : step,
  );
  await t.throwsAsync(migrate(broken, target), { message: 'broken' });
  t.is(target.at(), 1);
});

test('where another process was quicker, it goes on from there', async (t) => {
  const target = targetAt(0);
  const raced: typeof target = {
    ...target,
    step: async (from, to, run, name) => {
      if (from === 0) {
        await target.step(0, 1, run, name);
        await target.step(1, 2, (log) => void log.push('by another'), name);
        return false;
      }
      return target.step(from, to, run, name);
    },
  };
  t.is(await migrate(steps(3), raced), 3);
  t.deepEqual(target.log, ['up 1', 'by another', 'up 3']);
});

test('migrations with a gap, or a version that there is not, are a defect', async (t) => {
  const [first, , third] = steps(3);
  await t.throwsAsync(
    migrate(
      [first, third].filter((step) => step !== undefined),
      targetAt(0),
    ),
    hasCode('internal'),
  );
  await t.throwsAsync(migrate(steps(2), targetAt(0), 3), hasCode('internal'));
  await t.throwsAsync(migrate(steps(2), targetAt(0), -1), hasCode('internal'));
});
