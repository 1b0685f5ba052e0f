import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { deathSteps } from '../../support/mortal-process.ts';
import { type Duty, dueDays, type House, openHouse, type Reminder, readLease } from './house.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dossier-lease-'));
let lease = '';
test.before(async () => {
  lease = await readLease(folder);
});
test.after.always(() => rmSync(folder, { recursive: true, force: true }));

const MINUTE = 60_000;

/** Looks at the store of others, who have little of the machine: not too often. */
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(50);
};

/** A reminder went out, and how it came out is written down. */
const arrived = async ({ remindersOf }: House, duty: Duty): Promise<boolean> => {
  const reminders = await remindersOf(duty);
  const sent = reminders.filter(({ state }) => state === 'sent');
  return (
    sent.length > 0 &&
    reminders.every(({ state }) => state !== 'handing') &&
    sent.every(({ deliveries }) => deliveries.length === 2 && deliveries.every(({ state }) => state === 'sent'))
  );
};

/** It has looked at what is due. */
const looked = async ({ child }: ReturnType<House['work']>): Promise<void> => {
  let log = '';
  for await (const chunk of child.stderr) {
    log += String(chunk);
    if (log.includes('a wake-up was attended to')) return;
  }
  throw new Error(`it ended without having looked: ${log}`);
};

const hasEnded = ({ state, deliveries }: Reminder): boolean =>
  state !== 'planned' &&
  state !== 'handing' &&
  deliveries.every((delivery) => delivery.state !== 'waiting' && delivery.state !== 'sending');

const stop = async ({ child, exited, works }: ReturnType<House['work']>): Promise<void> => {
  await works;
  child.kill('SIGTERM');
  const { exitCode, stderr } = await exited;
  if (exitCode !== 0) throw new Error(`the worker ended with ${exitCode}: ${stderr}`);
};

/** The reminder of the day before the boiler is due has come, and nobody works. */
const dayBefore = async (house: House): Promise<void> => {
  await house.confirm('boiler');
  house.at(dueDays.boiler - 1, '09:00:20');
};

/** Everything that is to go out has gone out, once by each of the two channels. */
const toldOnce = (t: ExecutionContext, house: House, count: number): void => {
  t.is(house.told().size, count, 'one effect for each key');
  t.deepEqual([...house.taken()].sort(), [...house.told().keys()].sort());
  t.is(house.written().length, count, 'one line for each notice');
  t.is(new Set(house.written()).size, count);
};

test.serial('what falls due arrives once, and a worker that starts later adds nothing', async (t) => {
  const house = await openHouse(t, lease);
  await dayBefore(house);
  const first = house.work();
  await until(() => arrived(house, 'boiler'));
  await stop(first);
  // A wake that nobody looked at for ten minutes is looked at again.
  house.later(11 * MINUTE);
  const second = house.work();
  await looked(second);
  await stop(second);
  t.is(house.attempts(), 1);
  house.later(-11 * MINUTE);
  toldOnce(t, house, 1);
  t.regex([...house.told().values()].join(), /boiler serviced/);
});

for (const step of deathSteps) {
  test.serial(`killed while ${step}: one effect once the next worker has run`, async (t) => {
    const house = await openHouse(t, lease);
    await dayBefore(house);
    const first = house.work({ step });
    t.is((await first.exited).signal, 'SIGKILL');
    house.later(2 * MINUTE);
    const second = house.work();
    await until(() => arrived(house, 'boiler'));
    await stop(second);
    toldOnce(t, house, 1);
    // Only where the other side was told and nobody could write that down it is told again, under the same key.
    if (step !== 'handed') t.is(house.attempts(), step === 'answered' ? 2 : 1);
  });
}

test.serial(
  'killed while the other side has not answered yet: the same key comes again, and is one effect',
  async (t) => {
    const house = await openHouse(t, lease);
    await dayBefore(house);
    house.receiver.fail('stalls');
    const first = house.work();
    await until(async () => house.attempts() === 1);
    first.child.kill('SIGKILL');
    await first.exited;
    house.receiver.fail(undefined);
    house.later(2 * MINUTE);
    const second = house.work();
    await until(() => arrived(house, 'boiler'));
    await stop(second);
    t.is(house.attempts(), 2);
    toldOnce(t, house, 1);
  },
);

test.serial('killed anywhere, again and again: one effect in the end', async (t) => {
  t.timeout(150_000);
  const house = await openHouse(t, lease);
  await dayBefore(house);
  for (let round = 0; round < 8; round++) {
    const commits = 1 + Math.floor(Math.random() * 12);
    t.log(`killed after ${commits} commits`);
    const worker = house.work({ commits });
    // One that has nothing left to write lives on.
    await Promise.race([worker.exited, until(() => arrived(house, 'boiler'))]);
    worker.child.kill('SIGKILL');
    await worker.exited;
    house.later(MINUTE);
  }
  const last = house.work();
  await until(() => arrived(house, 'boiler'));
  await stop(last);
  toldOnce(t, house, 1);
});

test.serial('two workers at once tell of each thing once', async (t) => {
  const house = await openHouse(t, lease);
  await house.call('notifications.preferences.set', { digest: 'single' });
  await house.confirm('boiler', 'chimney', 'garden', 'gutters');
  house.at(dueDays.garden - 1, '09:00:20');
  const workers = [house.work(), house.work()];
  await until(() => arrived(house, 'garden'));
  house.at(dueDays.boiler - 1, '09:00:20');
  const others = [house.work(), house.work()];
  await until(async () => (await arrived(house, 'boiler')) && (await arrived(house, 'chimney')));
  for (const worker of [...workers, ...others]) await stop(worker);
  // Of the garden the day before and when it was overdue, of the chimney a week before, of the boiler the day before.
  t.is(house.attempts(), house.told().size);
  toldOnce(t, house, 4);
});

test.serial(
  'a fortnight of standstill: what still says something is told once, as late, and nothing of what has passed',
  async (t) => {
    const house = await openHouse(t, lease);
    await house.confirm('boiler', 'chimney', 'garden', 'gutters');
    house.at(dueDays.garden - 4, '12:00:00');
    const before = house.work();
    await until(() => arrived(house, 'garden'));
    await stop(before);
    t.is(house.attempts(), 1);
    house.at(dueDays.garden - 4 + 14, '12:00:00');
    const after = house.work();
    await until(async () => (await arrived(house, 'boiler')) && (await arrived(house, 'garden')));
    await stop(after);

    const slots = async (duty: Duty, wanted: string) =>
      (await house.remindersOf(duty)).filter(({ state }) => state === wanted).map(({ slot, late }) => [slot, late]);
    t.deepEqual(await slots('boiler', 'sent'), [['1-day-before', true]]);
    t.deepEqual(await slots('chimney', 'sent'), [['7-days-before', true]]);
    t.deepEqual(await slots('garden', 'sent'), [
      ['7-days-before', true],
      ['overdue', true],
    ]);
    t.deepEqual(await slots('garden', 'skipped'), [['1-day-before', false]]);
    t.deepEqual(await slots('gutters', 'sent'), []);
    // One before, and one of the day with all that still says something.
    toldOnce(t, house, 2);
    const [, digest = ''] = house.told().values();
    for (const duty of ['boiler', 'chimney', 'garden']) t.regex(digest, new RegExp(duty));
    t.notRegex(digest, /gutters/);
    t.regex(digest, /late/i);
  },
);

for (const step of ['planned', 'handing', 'accepted', 'handed'] as const) {
  for (const verb of ['done', 'dismiss'] as const) {
    test.serial(`killed while ${step}, then ${verb}: nothing goes out`, async (t) => {
      const house = await openHouse(t, lease);
      await dayBefore(house);
      const first = house.work({ step });
      await first.exited;
      const sent = house.attempts();
      await house.call(`obligations.${verb}`, { ids: [house.idOf('boiler')], reason: 'It was serviced.' });
      house.later(2 * MINUTE);
      const second = house.work();
      await looked(second);
      await until(async () => (await house.remindersOf('boiler')).every(hasEnded));
      await stop(second);
      t.is(house.attempts(), sent);
      if (step !== 'handed') t.is(sent, 0);
    });
  }
}
