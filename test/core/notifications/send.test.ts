import test from 'ava';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { listNotices } from '../../../core/notifications/log.ts';
import { notices } from '../../../core/notifications/records.ts';
import { fakeNotifier, item, notice, openNotifications } from '../../support/notifications.ts';

test('a notice goes out once by each channel that is on, however often it is sent and worked on', async (t) => {
  const [mail, push] = [fakeNotifier('email'), fakeNotifier('push')];
  const { port, work, addChannel, log, clock } = await openNotifications(t, [mail, push]);
  await addChannel('c1', 'email', 'anna@example.com');
  await addChannel('c2', 'push', 'phone');
  await addChannel('c3', 'push', 'unproved phone', { state: 'unproved' });
  t.is(await port.send(localPrincipal, notice()), 'accepted');
  t.is(await port.send(localPrincipal, notice({ title: 'Other words' })), 'known');
  await work();
  t.is(await port.send(localPrincipal, notice()), 'known');
  clock.advance(90 * 86_400_000);
  await work();
  t.deepEqual([mail.sent.length, push.sent.length], [1, 1]);
  t.not(mail.sent[0]?.message.key, push.sent[0]?.message.key);
  t.deepEqual((await log([notice().key])).map(({ channel, state, attempts }) => [channel, state, attempts]).sort(), [
    ['email', 'sent', 1],
    ['push', 'sent', 1],
  ]);
});

test('two processes that send the same at once have one notice between them', async (t) => {
  const mail = fakeNotifier('email');
  const { port, work, addChannel } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  const states = await Promise.all([1, 2, 3, 4].map(() => port.send(localPrincipal, notice())));
  t.deepEqual(states.sort(), ['accepted', 'known', 'known', 'known']);
  await work();
  t.is(mail.sent.length, 1);
});

test('without any set-up notices go to the channel that needs none, and no longer once another is on', async (t) => {
  const [mail, file] = [fakeNotifier('email'), fakeNotifier('file', { defaultAddress: 'notices.txt' })];
  const { port, work, addChannel } = await openNotifications(t, [mail, file]);
  await port.send(localPrincipal, notice({ key: 'one' }));
  await work();
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice({ key: 'two' }));
  await work();
  t.deepEqual([file.sent.length, mail.sent.length], [1, 1]);
  t.is(file.sent[0]?.address, 'notices.txt');
});

test('somebody who switched their channels off, and somebody who was only named, get nothing by this machine', async (t) => {
  const file = fakeNotifier('file', { defaultAddress: 'notices.txt' });
  const { port, work, addChannel, setPerson, clock } = await openNotifications(t, [file, fakeNotifier('email')]);
  const off = { by: 'person', reason: 'switched off', at: new Date(clock.now()).toISOString() } as const;
  await addChannel('c1', 'email', 'anna@example.com', { state: 'off', off });
  await setPerson('anna', {}, 'Anna Berg', 'local');
  t.is(await port.send(localPrincipal, notice({ key: 'one' })), 'no-channel');
  t.is(await port.send(localPrincipal, notice({ key: 'two', person: 'anna' })), 'no-channel');
  await work();
  t.is(file.sent.length, 0);
});

test('while somebody has paused, and for kinds that they want by no channel, nothing goes out; later the same key may', async (t) => {
  const mail = fakeNotifier('email');
  const { port, work, addChannel, setPerson, clock } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await setPerson('local', { timezone: 'Pacific/Auckland', pausedUntil: '2026-01-03', channels: { overdue: [] } });
  t.is(await port.send(localPrincipal, notice()), 'paused');
  // 2 January 11:00 UTC is 3 January in Auckland.
  clock.advance(35 * 3_600_000);
  t.is(await port.send(localPrincipal, notice({ key: 'overdue', kind: 'overdue' })), 'paused');
  t.is(await port.send(localPrincipal, notice()), 'accepted');
  await work();
  t.deepEqual(
    mail.sent.map(({ message }) => message.data['notice']),
    [notice().key],
  );
});

test('a kind goes by the channels that the person chose for it', async (t) => {
  const [mail, push] = [fakeNotifier('email'), fakeNotifier('push')];
  const { port, work, addChannel, setPerson } = await openNotifications(t, [mail, push]);
  await addChannel('c1', 'email', 'anna@example.com');
  await addChannel('c2', 'push', 'phone', { unsubscribed: ['escalation'] });
  await setPerson('local', { channels: { reminder: ['c2'] } });
  await port.send(localPrincipal, notice({ key: 'one' }));
  await port.send(localPrincipal, notice({ key: 'two', kind: 'escalation' }));
  await work();
  t.deepEqual(
    push.sent.map(({ message }) => message.data['notice']),
    ['one'],
  );
  t.deepEqual(
    mail.sent.map(({ message }) => message.data['notice']),
    ['two'],
  );
});

test('what is withdrawn before it went out does not go out', async (t) => {
  const mail = fakeNotifier('email');
  const { port, work, addChannel, log } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  await port.withdraw(localPrincipal, notice().key);
  await port.withdraw(localPrincipal, 'none');
  await work();
  t.is(mail.sent.length, 0);
  t.is((await log([notice().key]))[0]?.state, 'withdrawn');
  t.is(await port.send(localPrincipal, notice()), 'known');
});

test('where quotes stay inside, no word of the document goes out by any field of the message', async (t) => {
  const mail = fakeNotifier('email');
  const { port, work, addChannel, setPerson, store } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await setPerson('local', { quotes: false });
  const secret = item({ title: 'pay SECRETACTION', party: 'SECRETPARTY', quote: 'the SECRETQUOTE' });
  for (const kind of ['reminder', 'digest', 'overdue', 'escalation'] as const) {
    for (const items of [[secret], [secret, secret]]) {
      await port.send(localPrincipal, notice({ key: `${kind} ${items.length}`, kind, title: 'SECRETTITLE', items }));
    }
  }
  await work();
  t.is(mail.sent.length, 8);
  t.notRegex(JSON.stringify(mail.sent), /SECRET/);
  t.regex(mail.sent[0]?.message.text ?? '', /Last day to give notice/);
  const { items } = await store.records.find(localPrincipal, notices);
  t.notRegex(JSON.stringify(items), /SECRETQUOTE/);
});

test('the log tells what was sent about what, and why something was not', async (t) => {
  const mail = fakeNotifier('email', {
    answer: ({ message }) =>
      message.data['notice'] === 'two' ? { outcome: 'refused', reason: 'too-large', gone: false } : { outcome: 'sent' },
  });
  const { parts, port, work, addChannel, setPerson, clock } = await openNotifications(t, [mail]);
  await setPerson('local', { channels: { overdue: [] } });
  t.is(await port.send(localPrincipal, notice({ key: 'zero' })), 'no-channel');
  await addChannel('c1', 'email', 'anna@example.com');
  for (const [key, kind] of [
    ['one', 'reminder'],
    ['two', 'reminder'],
    ['three', 'overdue'],
    ['four', 'reminder'],
  ] as const) {
    clock.advance(1000);
    await port.send(localPrincipal, notice({ key, kind }));
  }
  await port.withdraw(localPrincipal, 'four');
  await work();
  const { notices: entries, next } = await listNotices(parts, localPrincipal, { limit: 10 });
  const told = new Map(entries.map(({ key, why }) => [key, why]));
  t.is(next, null);
  t.is(told.get('zero'), 'Not sent: no channel that works reaches this person.');
  t.is(told.get('one'), 'Sent.');
  t.is(told.get('two'), 'Not delivered by any channel.');
  t.is(told.get('three'), 'Not sent: no channel is wanted for this kind of notice.');
  t.is(told.get('four'), 'Withdrawn before it went out: its cause was gone.');
  t.deepEqual(entries.find(({ key }) => key === 'one')?.items, [
    {
      text: 'Give notice of non-renewal',
      document_id: 'doc_1',
      document_name: 'Office lease.pdf',
      obligation_id: 'obl_1',
      due: '2026-03-26',
    },
  ]);
  const first = await listNotices(parts, localPrincipal, { limit: 2 });
  const rest = await listNotices(parts, localPrincipal, { limit: 10, after: first.next ?? undefined });
  t.deepEqual(
    [...first.notices, ...rest.notices].map(({ key }) => key),
    entries.map(({ key }) => key),
  );
  t.is((await listNotices(parts, localPrincipal, { limit: 10, since: '2026-01-02' })).notices.length, 0);
});
