import test from 'ava';
import { z } from 'zod';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { channels } from '../../../core/notifications/channels/records.ts';
import { notificationHooks } from '../../../core/notifications/hooks.ts';
import { readBounce } from '../../../plugins/notifiers/postmark/bounce.ts';
import { fakeNotifier, notice, openNotifications } from '../../support/notifications.ts';

const local = async () => ['local'];
/** A mail service that reports as Postmark does. */
const reporting = { readBounce: async (report: unknown) => readBounce(report) };
const publicUrl = 'https://dossier.example/';

test('the link in a message stops notices of every kind by that channel, at once and for good, and another channel says so', async (t) => {
  const [mail, push] = [fakeNotifier('email'), fakeNotifier('push')];
  const { port, parts, work, addChannel, log } = await openNotifications(t, [mail, push], { publicUrl });
  const hooks = notificationHooks(parts, local);
  await addChannel('c1', 'email', 'anna@example.com');
  await addChannel('c2', 'push', 'phone');
  await port.send(localPrincipal, notice({ key: 'one' }));
  await work();
  const url = new URL(mail.sent[0]?.message.unsubscribeUrl ?? '');
  t.is(`${url.origin}${url.pathname}`, 'https://dossier.example/v1/notifications/unsubscribe');
  t.true(mail.sent[0]?.message.text.includes(url.href));
  t.true(mail.sent[0]?.message.html.includes(url.href));
  const token = url.searchParams.get('t') ?? '';
  t.deepEqual(await hooks.lookUp(token), { name: 'email a…', done: false });
  t.deepEqual(await hooks.lookUp(token), { name: 'email a…', done: false });
  // It was accepted before and goes out after: also that one does not.
  await port.send(localPrincipal, notice({ key: 'two', kind: 'overdue' }));
  t.deepEqual(await hooks.unsubscribe(token), { name: 'email a…', done: true });
  t.deepEqual(await hooks.unsubscribe(token), { name: 'email a…', done: true });
  await port.send(localPrincipal, notice({ key: 'three', kind: 'escalation' }));
  await work();
  t.is(mail.sent.length, 1);
  t.is(push.sent.filter(({ message }) => message.title.startsWith('Switched off')).length, 1);
  t.is(push.sent.length, 4);
  const [left] = (await log(['two'])).filter(({ channel }) => channel === 'email');
  t.deepEqual([left?.state, left?.reason], ['withdrawn', 'kind-off']);
});

test('a link that was guessed, cut off or made for another channel does nothing', async (t) => {
  const mail = fakeNotifier('email');
  const { port, parts, work, addChannel, store } = await openNotifications(t, [mail], { publicUrl });
  const hooks = notificationHooks(parts, local);
  await addChannel('c1', 'email', 'anna@example.com');
  await addChannel('c2', 'email', 'berg@example.com');
  await port.send(localPrincipal, notice());
  await work();
  const tokens = mail.sent.map(({ message }) => new URL(message.unsubscribeUrl ?? '').searchParams.get('t') ?? '');
  const [first = '', second = ''] = tokens;
  t.not(first, second);
  const swapped = `${first.split('.').slice(0, 2).join('.')}.${second.split('.')[2]}`;
  const elsewhere = `${Buffer.from('other').toString('base64url')}.${first.split('.').slice(1).join('.')}`;
  for (const token of [swapped, elsewhere, first.slice(0, -1), `${first}x`, '', 'a.b.c', '../../x', '__proto__']) {
    t.is(await hooks.lookUp(token), undefined);
    t.is(await hooks.unsubscribe(token), undefined);
  }
  const { items } = await store.records.find(localPrincipal, channels);
  t.true(items.every(({ value }) => value.unsubscribed.length === 0));
});

test('without a public address messages have no such link, nor do words of the service itself', async (t) => {
  const mail = fakeNotifier('email');
  const inside = await openNotifications(t, [mail]);
  await inside.addChannel('c1', 'email', 'anna@example.com');
  await inside.port.send(localPrincipal, notice());
  await inside.work();
  t.is(mail.sent[0]?.message.unsubscribeUrl, undefined);
  t.notRegex(mail.sent[0]?.message.html ?? '', /Stop these/);
});

test('a reported bounce switches the address off, for everybody who has it, and what it said arrives by another channel', async (t) => {
  const mail = fakeNotifier('email', { ...reporting, answer: () => ({ outcome: 'sent', reference: 'message-1' }) });
  const push = fakeNotifier('push');
  const { port, parts, work, addChannel, setPerson, store, log } = await openNotifications(t, [mail, push]);
  const take = notificationHooks(parts, local).bounces.get('email');
  await addChannel('c1', 'email', 'Anna@example.com');
  await addChannel('c2', 'push', 'phone');
  await addChannel('c3', 'email', 'anna@example.com', { person: 'anna' });
  await setPerson('local', { channels: { reminder: ['c1'] } });
  await port.send(localPrincipal, notice());
  await work();
  const report = {
    RecordType: 'Bounce',
    Type: 'HardBounce',
    Email: 'anna@EXAMPLE.com',
    MessageID: 'message-1',
    Description: 'The server was unable to deliver your message',
    Inactive: true,
  };
  t.is(await take?.(report), 2);
  t.is(await take?.(report), 0);
  await work();
  // One word on each of the two, since Anna has no other channel and it was set up by us; what was lost is in ours.
  const texts = push.sent.map(({ message }) => message.text);
  t.is(texts.length, 2);
  t.is(texts.filter((text) => /HardBounce[\s\S]*Give notice of non-renewal/.test(text)).length, 1);
  t.is(texts.filter((text) => /of anna no longer/.test(text)).length, 1);
  const [delivery] = await log([notice().key]);
  t.deepEqual([delivery?.state, delivery?.reason], ['failed', 'bounced: HardBounce']);
  t.is((await store.records.get(localPrincipal, channels, 'c1'))?.value.state, 'off');
});

test('a complaint and a suppression switch off; what passes, what is no report, and other addresses do not', async (t) => {
  const { parts, addChannel, store } = await openNotifications(t, [fakeNotifier('email', reporting)]);
  const take = notificationHooks(parts, local).bounces.get('email');
  await addChannel('c1', 'email', 'anna@example.com');
  await addChannel('c2', 'email', 'berg@example.com');
  const Email = 'anna@example.com';
  for (const report of [
    { RecordType: 'Bounce', Type: 'SoftBounce', Email, Inactive: false },
    { RecordType: 'Bounce', Type: 'Transient', Email },
    { RecordType: 'Bounce', Type: 'AutoResponder', Email },
    { RecordType: 'Delivery', Recipient: Email },
    { RecordType: 'Open', Recipient: Email },
    { RecordType: 'SubscriptionChange', Recipient: Email, SuppressSending: false, SuppressionReason: null },
    { RecordType: 'Bounce', Type: 'HardBounce', Email: 'nobody@example.com' },
    { RecordType: 'Bounce', Type: 'HardBounce' },
    { Email },
    [],
    null,
    'HardBounce',
  ]) {
    t.is(await take?.(report), 0, JSON.stringify(report));
  }
  t.is(await take?.({ RecordType: 'SpamComplaint', Type: 'SpamComplaint', Email }), 1);
  const suppressed = { Recipient: 'berg@example.com', SuppressSending: true, SuppressionReason: 'ManualSuppression' };
  t.is(await take?.({ RecordType: 'SubscriptionChange', ...suppressed }), 1);
  const { items } = await store.records.find(localPrincipal, channels);
  t.deepEqual(
    items.map(({ value }) => value.off?.reason),
    ['SpamComplaint', 'ManualSuppression'],
  );
});

test('any channel may read reports of its own service, and one that reads none takes none', async (t) => {
  const pager = fakeNotifier('pager', {
    address: z.strictObject({ number: z.string(), network: z.string() }),
    mask: () => '…',
    readBounce: async (report) => ({ address: report, reason: 'disconnected', reference: undefined }),
  });
  const { parts, addChannel, store } = await openNotifications(t, [pager, fakeNotifier('email')]);
  const { bounces } = notificationHooks(parts, local);
  t.deepEqual([...bounces.keys()], ['pager']);
  await addChannel('c1', 'pager', { number: '12345678', network: 'north' });
  await addChannel('c2', 'email', '12345678');
  t.is(await bounces.get('pager')?.({ number: '12345678', network: 'south' }), 0);
  t.is(await bounces.get('pager')?.('12345678'), 0);
  t.is(await bounces.get('pager')?.({ network: 'north', number: '12345678' }), 1);
  const states = (await store.records.find(localPrincipal, channels)).items.map(({ id, value }) => [id, value.state]);
  t.deepEqual(Object.fromEntries(states), { c1: 'off', c2: 'on' });
});
