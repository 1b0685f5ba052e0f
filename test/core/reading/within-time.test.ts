import test from 'ava';
import { inSlices } from '../../../core/reading/in-slices.ts';
import { withinTime } from '../../../core/reading/within-time.ts';

const hostile = `${'word '.repeat(60)}!`;
const tooLong = { code: 'reading_timeout' };

test('what does not end is stopped, also inside a pattern, and the process goes on', async (t) => {
  t.throws(() => withinTime(() => /^(?:\w+\s?)*$/.test(hostile), 50), tooLong);
  t.throws(
    () =>
      withinTime(() => {
        for (;;);
      }, 50),
    tooLong,
  );
  t.is(await Promise.resolve(1), 1);
});

test('what was read and what was thrown come out as they are', (t) => {
  const made = { at: new Date(0) };
  t.is(
    withinTime(() => made, 1000),
    made,
  );
  const thrown = new TypeError('of its own');
  t.is(
    t.throws(() =>
      withinTime(() => {
        throw thrown;
      }, 1000),
    ),
    thrown,
  );
});

test('one reading may stand in another', (t) => {
  t.is(
    withinTime(() => withinTime(() => 1, 1000) + withinTime(() => 2, 1000), 1000),
    3,
  );
  t.throws(() => withinTime(() => withinTime(() => /^(?:\w+\s?)*$/.test(hostile), 60_000), 50), tooLong);
});

test('steps give everything in order, and others have their turn in between', async (t) => {
  let turns = 0;
  let reading = true;
  const others = (): void => {
    turns++;
    if (reading) setImmediate(others);
  };
  setImmediate(others);
  const steps = Array.from({ length: 2000 }, (_, index) => index).values();
  const busy = steps.map((index) => {
    const until = performance.now() + 0.1;
    while (performance.now() < until);
    return index;
  });
  const found = await inSlices(busy);
  reading = false;
  t.is(found.length, 2000);
  t.deepEqual(
    found.map((each, index) => each === index),
    found.map(() => true),
  );
  t.true(turns > 1);
});

test('nothing more is read once somebody gave up', async (t) => {
  let read = 0;
  const steps = function* (): Generator<number, void> {
    for (;;) yield read++;
  };
  const stop = new AbortController();
  setImmediate(() => stop.abort());
  await t.throwsAsync(inSlices(steps(), stop.signal), { name: 'AbortError' });
  t.true(read > 0);
});
