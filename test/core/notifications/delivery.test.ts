import test from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { channels } from '../../../core/notifications/channels/records.ts';
import { notifyHandler } from '../../../core/notifications/delivery/handler.ts';
import { retryDelay, TRIES } from '../../../core/notifications/delivery/tries.ts';
import { notices } from '../../../core/notifications/records.ts';
import type { SendOutcome } from '../../../core/ports/notifier.ts';
import { type Records, remove, update } from '../../../core/ports/records.ts';
import { fakeNotifier, notice, openNotifications, runOf } from '../../support/notifications.ts';
import { driven } from '../../support/pipeline.ts';

const HOUR = 3_600_000;

test('an outage of a day is waited out, and the message then goes out once, marked as late', async (t) => {
  let up = false;
  const mail = fakeNotifier('email', {
    answer: () => (up ? { outcome: 'sent', reference: 'm1' } : { outcome: 'retry', reason: 'status-503' }),
  });
  const { port, work, addChannel, setPerson, log, clock } = await openNotifications(t, [mail]);
  await setPerson('local', { quietHours: null });
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  for (let hours = 0; hours < 23; hours++) {
    await work();
    clock.advance(HOUR);
  }
  const [waiting] = await log([notice().key]);
  t.is(waiting?.state, 'waiting');
  t.is(waiting?.reason, 'status-503');
  const tried = mail.sent.length;
  t.true(tried > 15 && tried < TRIES);
  up = true;
  await work();
  clock.advance(HOUR);
  await work();
  const [sent] = await log([notice().key]);
  t.is(sent?.state, 'sent');
  t.is(mail.sent.length, tried + 1);
  t.is(new Set(mail.sent.map(({ message }) => message.key)).size, 1);
  t.regex(mail.sent.at(-1)?.message.title ?? '', /^Late: /);
  t.notRegex(mail.sent[0]?.message.title ?? '', /Late/);
});

test('the tries last for about a day; then the notice is given up, and its reader told what it said by another channel', async (t) => {
  const mail = fakeNotifier('email', { answer: () => ({ outcome: 'retry', reason: 'status-503' }) });
  const file = fakeNotifier('file', { defaultAddress: 'notices.txt' });
  const { port, work, addChannel, setPerson, log, clock, store } = await openNotifications(t, [mail, file]);
  await setPerson('local', { quietHours: null });
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  const started = clock.now();
  while ((await log([notice().key]))[0]?.state === 'waiting') {
    await work();
    clock.advance(HOUR / 4);
  }
  const hours = (clock.now() - started) / HOUR;
  t.true(hours > 16 && hours < 30, String(hours));
  t.is(mail.sent.length, TRIES);
  await work();
  t.is(file.sent.length, 1);
  t.regex(file.sent[0]?.message.text ?? '', /did not reach you[\s\S]*Give notice of non-renewal/);
  // It was the other side's trouble, and not the address.
  t.is((await store.records.get(localPrincipal, channels, 'c1'))?.value.state, 'on');
});

test('the other side says when to come again, and is not asked before', async (t) => {
  const mail = fakeNotifier('email', { answer: () => ({ outcome: 'retry', reason: 'status-429', after: 2 * HOUR }) });
  const { port, work, addChannel, clock } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  await work();
  clock.advance(2 * HOUR - 1000);
  await work();
  t.is(mail.sent.length, 1);
  clock.advance(2000);
  await work();
  t.is(mail.sent.length, 2);
  for (let attempt = 1; attempt < 40; attempt++) t.true(retryDelay(attempt, 0) <= HOUR);
  t.is(retryDelay(1, Number.POSITIVE_INFINITY), 24 * HOUR);
});

test('a dead address switches its channel off, once, and the others say so', async (t) => {
  const mail = fakeNotifier('email', { answer: () => ({ outcome: 'refused', reason: 'code-406', gone: true }) });
  const push = fakeNotifier('push');
  const { port, work, addChannel, setPerson, store, log } = await openNotifications(t, [mail, push]);
  await addChannel('c1', 'email', 'anna@example.com');
  await addChannel('c2', 'push', 'phone');
  await setPerson('local', { channels: { reminder: ['c1'], overdue: 'all' } });
  await port.send(localPrincipal, notice({ key: 'one' }));
  await port.send(localPrincipal, notice({ key: 'two' }));
  await port.send(localPrincipal, notice({ key: 'three', kind: 'overdue' }));
  await work();
  t.is(mail.sent.length, 1);
  const channel = await store.records.get(localPrincipal, channels, 'c1');
  t.is(channel?.value.state, 'off');
  t.is(channel?.value.off?.by, 'bounce');
  const titles = push.sent.map(({ message }) => message.title);
  t.is(titles.filter((title) => title.startsWith('Switched off')).length, 1);
  // Two reminders were for the dead channel alone: what they said arrives all the same, each once.
  t.is(push.sent.filter(({ message }) => message.text.includes('Give notice of non-renewal')).length, 3);
  t.deepEqual(
    (await log(['one', 'two'])).map(({ state }) => state),
    ['failed', 'failed'],
  );
  t.is(await port.send(localPrincipal, notice({ key: 'four', kind: 'overdue' })), 'accepted');
  await work();
  t.is(mail.sent.length, 1);
});

test('a channel that its person removes or switches off while a message finds it dead stays as they left it, and what was lost is said', async (t) => {
  for (const left of ['removed', 'off'] as const) {
    const mail = fakeNotifier('email', {
      answer: async () => {
        const channel = await store.records.get(localPrincipal, channels, 'c1');
        if (channel === undefined) throw new Error('it is there until now');
        const off = { by: 'person', reason: 'switched-off', at: channel.value.createdAt } as const;
        const write =
          left === 'removed'
            ? remove(channels, 'c1')
            : update(channels, channel, { ...channel.value, state: 'off', off });
        await store.records.commit(localPrincipal, { writes: [write] });
        return { outcome: 'refused', reason: 'code-406', gone: true };
      },
    });
    const push = fakeNotifier('push');
    const { port, work, addChannel, setPerson, store, log } = await openNotifications(t, [mail, push]);
    await addChannel('c1', 'email', 'anna@example.com');
    await addChannel('c2', 'push', 'phone');
    await setPerson('local', { channels: { reminder: ['c1'] } });
    await port.send(localPrincipal, notice());
    await work();
    t.deepEqual(
      (await log([notice().key])).map(({ state, reason }) => [state, reason]),
      [['failed', 'code-406']],
    );
    t.is(
      (await store.records.get(localPrincipal, channels, 'c1'))?.value.off?.by,
      left === 'off' ? 'person' : undefined,
    );
    t.is(push.sent.length, 1);
    t.regex(push.sent[0]?.message.title ?? '', /^Not delivered/);
    t.regex(push.sent[0]?.message.text ?? '', /Give notice of non-renewal/);
  }
});

test('a dead address of somebody who was named is said to whoever named them', async (t) => {
  const mail = fakeNotifier('email', { answer: () => ({ outcome: 'refused', reason: 'code-406', gone: true }) });
  const push = fakeNotifier('push');
  const { port, work, addChannel, setPerson } = await openNotifications(t, [mail, push]);
  await setPerson('anna', {}, 'Anna Berg', 'local');
  await addChannel('c1', 'email', 'anna@example.com', { person: 'anna' });
  await addChannel('c2', 'push', 'phone');
  await port.send(localPrincipal, notice({ person: 'anna', kind: 'escalation' }));
  await work();
  t.is(push.sent.length, 1);
  t.regex(push.sent[0]?.message.text ?? '', /of Anna Berg no longer accepts/);
});

test('what is refused without being dead is given up at once, and a failed word about that causes no other', async (t) => {
  const refuse = (): SendOutcome => ({ outcome: 'refused', reason: 'too-large', gone: false });
  const [mail, push] = [fakeNotifier('email', { answer: refuse }), fakeNotifier('push', { answer: refuse })];
  const { port, work, addChannel, setPerson, store } = await openNotifications(t, [mail, push]);
  await addChannel('c1', 'email', 'anna@example.com');
  await addChannel('c2', 'push', 'phone');
  await setPerson('local', { channels: { reminder: ['c1'] } });
  await port.send(localPrincipal, notice());
  await work();
  t.deepEqual([mail.sent.length, push.sent.length], [1, 1]);
  t.is(await store.records.count(localPrincipal, notices), 2);
});

test('after a crash a channel that can tell is asked, and nothing goes out a second time', async (t) => {
  const asked: string[] = [];
  const mail = fakeNotifier('email', {
    wasSent: async (key) => {
      asked.push(key);
      return true;
    },
  });
  const { port, work, addChannel, claim, parts, clock, log } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  const [job] = await claim();
  if (job === undefined) return t.fail();
  // It goes out, and the process is gone before it can write that down: its handler never ends.
  const records = { ...parts.records, commit: onlyFirst(parts.records.commit) };
  void notifyHandler({ ...parts, records })(job, runOf());
  while (mail.sent.length === 0) await new Promise(setImmediate);
  clock.advance(HOUR);
  await work();
  const [sent] = await log([notice().key]);
  t.deepEqual([sent?.state, sent?.reason], ['sent', 'found-sent']);
  t.deepEqual(asked, [sent?.id]);
  t.is(mail.sent.length, 1);
});

/** What a process does that is killed after it: everything afterwards hangs. */
const onlyFirst = (commit: Records['commit']): Records['commit'] => {
  let calls = 0;
  return (...parameters) => {
    calls += 1;
    return calls > 1 ? new Promise(() => {}) : commit(...parameters);
  };
};

test('a worker that lost its lease sends nothing and says nothing', async (t) => {
  const mail = fakeNotifier('email');
  const { port, addChannel, claim, handler, work, clock, log } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  const [job] = await claim();
  if (job === undefined) return t.fail();
  t.deepEqual(
    await handler(
      job,
      runOf(async () => 'lost'),
    ),
    { end: 'lost' },
  );
  t.is(mail.sent.length, 0);
  clock.advance(HOUR);
  await work();
  t.is(mail.sent.length, 1);
  t.is((await log([notice().key]))[0]?.attempts, 2);
});

test('a worker that comes back late cannot overwrite what the one after it wrote', async (t) => {
  const late = Promise.withResolvers<SendOutcome>();
  const mail = fakeNotifier('email', {
    answer: () => (mail.sent.length === 1 ? late.promise : { outcome: 'sent' }),
  });
  const { port, addChannel, claim, parts, work, clock, log, store } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  const [job] = await claim();
  if (job === undefined) return t.fail();
  // A process that was put to sleep in the middle of a call: its time stands still.
  const asleep = { ...parts, clock: { now: clock.now, sleep: () => new Promise<void>(() => {}) } };
  const held = notifyHandler(asleep)(job, runOf());
  while (mail.sent.length === 0) await new Promise(setImmediate);
  clock.advance(HOUR);
  await work();
  late.resolve({ outcome: 'refused', reason: 'too late', gone: true });
  t.deepEqual(await held, { end: 'lost' });
  const [sent] = await log([notice().key]);
  t.deepEqual([sent?.state, sent?.attempts], ['sent', 2]);
  t.is((await store.records.get(localPrincipal, channels, 'c1'))?.value.state, 'on');
  t.is(new Set(mail.sent.map(({ message }) => message.key)).size, 1);
});

test('a store that is busy when a message has gone out makes it go out no second time', async (t) => {
  const mail = fakeNotifier('email');
  const { port, addChannel, claim, parts, work, clock, log } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  let failures = 0;
  const commit: Records['commit'] = async (...parameters) => {
    if (mail.sent.length > 0 && failures < 3) {
      failures += 1;
      throw new DossierError('store_locked');
    }
    return parts.records.commit(...parameters);
  };
  const [job] = await claim();
  if (job === undefined) return t.fail();
  const ended = notifyHandler({ ...parts, records: { ...parts.records, commit } })(job, runOf());
  t.deepEqual(await driven(clock, ended), { end: 'done' });
  clock.advance(HOUR);
  await work();
  t.is(failures, 3);
  t.is(mail.sent.length, 1);
  t.is((await log([notice().key]))[0]?.state, 'sent');
});

test('a call that never ends is cut off, and made again later', async (t) => {
  let aborted = false;
  const mail = fakeNotifier('email', {
    send: (_message, _address, signal) =>
      new Promise(() => {
        signal.addEventListener('abort', () => {
          aborted = true;
        });
      }),
  });
  const { port, addChannel, claim, handler, clock, log } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  const [job] = await claim();
  if (job === undefined) return t.fail();
  const outcome = handler(job, runOf());
  while ((await log([notice().key]))[0]?.state !== 'sending') await new Promise(setImmediate);
  for (let step = 0; step < 20; step++) {
    clock.advance(5_000);
    await new Promise(setImmediate);
  }
  t.is((await outcome).end, 'retry');
  t.true(aborted);
  const [waiting] = await log([notice().key]);
  t.deepEqual([waiting?.state, waiting?.reason], ['waiting', 'no-answer']);
});

test('a channel whose plugin does not run here is waited for', async (t) => {
  const mail = fakeNotifier('email');
  const { port, work, addChannel, running, clock, log } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  running.pop();
  await work();
  t.is((await log([notice().key]))[0]?.reason, 'not-running');
  running.push(mail);
  clock.advance(HOUR);
  await work();
  t.is(mail.sent.length, 1);
});

test('who pauses after a notice was accepted is left in peace', async (t) => {
  const mail = fakeNotifier('email');
  const { port, work, addChannel, setPerson, log } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  await setPerson('local', { pausedUntil: 'forever' });
  await work();
  t.is(mail.sent.length, 0);
  const [delivery] = await log([notice().key]);
  t.deepEqual([delivery?.state, delivery?.reason], ['withdrawn', 'paused']);
});
