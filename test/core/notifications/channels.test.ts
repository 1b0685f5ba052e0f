import test, { type ExecutionContext } from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal, type Principal } from '../../../core/identity/principal.ts';
import {
  addChannel,
  removeChannel,
  switchOff,
  switchOn,
  verifyChannel,
} from '../../../core/notifications/channels/change.ts';
import { channels } from '../../../core/notifications/channels/records.ts';
import { testChannels } from '../../../core/notifications/channels/test.ts';
import { listChannels } from '../../../core/notifications/channels/view.ts';
import { listNotices } from '../../../core/notifications/log.ts';
import { people } from '../../../core/notifications/people/records.ts';
import type { SendOutcome } from '../../../core/ports/notifier.ts';
import { fakeNotifier, notice, openNotifications } from '../../support/notifications.ts';

const never = new AbortController().signal;
const member: Principal = { ...localPrincipal, user: 'bert', role: 'member' };
const email = { person: undefined, channel: 'email', address: 'anna@example.com' };

const codeOf = (text: string | undefined): string => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text ?? '')?.[0] ?? '';

const refused = async (t: ExecutionContext, code: string, call: Promise<unknown>): Promise<DossierError> => {
  const error = await t.throwsAsync(call, { instanceOf: DossierError });
  t.is(error.code, code as never);
  return error;
};

test('until its code comes back nothing but the code goes to an e-mail address', async (t) => {
  const mail = fakeNotifier('email', { proof: true });
  const { parts, port, work, store } = await openNotifications(t, [mail]);
  const { channel, code } = await addChannel(parts, localPrincipal, email, never);
  t.is(code?.outcome, 'sent');
  t.is(channel.value.state, 'unproved');
  t.is(await port.send(localPrincipal, notice({ key: 'before' })), 'no-channel');
  await refused(
    t,
    'channel_not_on',
    testChannels(parts, localPrincipal, { person: undefined, channel: channel.id }, never),
  );
  const typed = codeOf(mail.sent[0]?.message.text);
  // As people type it.
  await verifyChannel(parts, localPrincipal, channel.id, ` ${typed.toLowerCase().replace('-', ' ')}`);
  t.is(await port.send(localPrincipal, notice({ key: 'after' })), 'accepted');
  await work();
  t.is(mail.sent.length, 2);
  // Neither the code nor the address is anywhere but where it has to be.
  const stored = await store.records.get(localPrincipal, channels, channel.id);
  t.notRegex(JSON.stringify(stored), new RegExp(typed.replace('-', '-?')));
  const log = JSON.stringify(await listNotices(parts, localPrincipal, { limit: 100 }));
  t.notRegex(log, new RegExp(typed.replace('-', '-?')));
  t.notRegex(log, /anna@example\.com/);
  t.notRegex(JSON.stringify(await listChannels(parts, localPrincipal, undefined)), /anna@example\.com/);
});

test('a code can be tried five times, also at once, and holds for half an hour', async (t) => {
  const mail = fakeNotifier('email', { proof: true });
  const { parts, clock } = await openNotifications(t, [mail]);
  const { channel } = await addChannel(parts, localPrincipal, email, never);
  const wrong = await refused(t, 'code_wrong', verifyChannel(parts, localPrincipal, channel.id, 'AAAA-AAAA'));
  t.is(wrong.details['left'], 4);
  const guesses = await Promise.allSettled(
    Array.from({ length: 8 }, (_, guess) => verifyChannel(parts, localPrincipal, channel.id, `AAAA-AAA${guess}`)),
  );
  const codes = guesses.map((guess) => (guess.status === 'rejected' ? (guess.reason as DossierError).code : 'on'));
  t.is(codes.filter((code) => code === 'code_wrong').length, 4);
  t.false(codes.includes('on'));
  await refused(
    t,
    'code_expired',
    verifyChannel(parts, localPrincipal, channel.id, codeOf(mail.sent[0]?.message.text)),
  );

  await switchOn(parts, localPrincipal, channel.id, never);
  clock.advance(31 * 60_000);
  await refused(
    t,
    'code_expired',
    verifyChannel(parts, localPrincipal, channel.id, codeOf(mail.sent[1]?.message.text)),
  );
});

test('nobody can fill a mailbox with codes', async (t) => {
  const mail = fakeNotifier('email', { proof: true });
  const { parts, clock } = await openNotifications(t, [mail]);
  for (let time = 0; time < 3; time++) await addChannel(parts, localPrincipal, email, never);
  await refused(t, 'too_many_codes', addChannel(parts, localPrincipal, email, never));
  t.is(mail.sent.length, 3);
  clock.advance(3_600_001);
  await addChannel(parts, localPrincipal, email, never);
  t.is(mail.sent.length, 4);
});

test('removing an address and adding it again is no way to more codes', async (t) => {
  const mail = fakeNotifier('email', { proof: true });
  const { parts } = await openNotifications(t, [mail]);
  for (let time = 0; time < 3; time++) {
    const { channel } = await addChannel(parts, localPrincipal, email, never);
    await removeChannel(parts, localPrincipal, channel.id);
  }
  await refused(t, 'too_many_codes', addChannel(parts, localPrincipal, email, never));
  t.is(mail.sent.length, 3);
});

test('an address that is dead, or whose reader unsubscribed, is proved anew before it is on again', async (t) => {
  const mail = fakeNotifier('email', { proof: true });
  const { parts, addChannel: put, clock } = await openNotifications(t, [mail]);
  const at = new Date(clock.now()).toISOString();
  await put('c1', 'email', 'anna@example.com', { state: 'off', off: { by: 'bounce', reason: 'HardBounce', at } });
  await put('c2', 'email', 'berg@example.com', { unsubscribed: ['reminder'] });
  await put('c3', 'email', 'paul@example.com');
  t.is((await switchOn(parts, localPrincipal, 'c1', never)).channel.value.state, 'off');
  await switchOn(parts, localPrincipal, 'c2', never);
  t.is(mail.sent.length, 2);
  await verifyChannel(parts, localPrincipal, 'c1', codeOf(mail.sent[0]?.message.text));
  const { channel } = await verifyChannel(parts, localPrincipal, 'c2', codeOf(mail.sent[1]?.message.text));
  t.deepEqual([channel.value.state, channel.value.unsubscribed], ['on', []]);
  await switchOff(parts, localPrincipal, 'c3');
  t.is((await switchOn(parts, localPrincipal, 'c3', never)).channel.value.state, 'on');
  t.is(mail.sent.length, 2);
});

test('an address that nobody proved does not come to be on by way of being off', async (t) => {
  const { parts } = await openNotifications(t, [fakeNotifier('email', { proof: true })]);
  const { channel } = await addChannel(parts, localPrincipal, email, never);
  await switchOff(parts, localPrincipal, channel.id);
  t.is((await switchOn(parts, localPrincipal, channel.id, never)).channel.value.state, 'unproved');
});

test('the same address is one channel, however it is written; another person may have it too', async (t) => {
  const { parts, setPerson } = await openNotifications(t, [fakeNotifier('email')]);
  await setPerson('anna', {}, 'Anna Berg', 'local');
  const { channel } = await addChannel(parts, localPrincipal, email, never);
  const again = await addChannel(parts, localPrincipal, { ...email, address: 'Anna@Example.com' }, never);
  t.is(again.channel.id, channel.id);
  const theirs = await addChannel(parts, localPrincipal, { ...email, person: 'anna' }, never);
  t.not(theirs.channel.id, channel.id);
});

test('a member sees and changes what is their own, and an owner what is anybody’s', async (t) => {
  const { parts, setPerson } = await openNotifications(t, [fakeNotifier('email')]);
  await setPerson('bert', {});
  const { channel } = await addChannel(parts, localPrincipal, email, never);
  const own = await addChannel(parts, member, email, never);
  t.is(own.channel.value.person, 'bert');
  await refused(t, 'owner_only', listChannels(parts, member, 'local'));
  await refused(t, 'owner_only', switchOff(parts, member, channel.id));
  await refused(t, 'owner_only', removeChannel(parts, member, channel.id));
  await refused(t, 'owner_only', listNotices(parts, member, { person: 'local', limit: 10 }));
  await refused(t, 'owner_only', addChannel(parts, member, { ...email, person: 'local' }, never));
  t.is((await switchOff(parts, localPrincipal, own.channel.id)).channel.value.state, 'off');
  await refused(t, 'not_found', addChannel(parts, localPrincipal, { ...email, person: 'nobody' }, never));
});

test('a test goes out now by each channel that is on, and says why one failed', async (t) => {
  const bad = (): SendOutcome => ({ outcome: 'refused', reason: 'status-404', gone: true });
  const [mail, hook] = [fakeNotifier('email'), fakeNotifier('webhook', { answer: bad })];
  const { parts, addChannel: put, log } = await openNotifications(t, [mail, hook]);
  await put('c1', 'email', 'anna@example.com');
  await put('c2', 'webhook', 'https://example.com/hook');
  const tested = await testChannels(parts, localPrincipal, { person: undefined, channel: undefined }, never);
  t.deepEqual(tested.map(({ outcome }) => outcome.outcome).sort(), ['refused', 'sent']);
  const { notices } = await listNotices(parts, localPrincipal, { limit: 10 });
  t.deepEqual(
    notices.flatMap(({ deliveries }) => deliveries.map(({ reason }) => reason)).sort(),
    [null, 'status-404'].sort(),
  );
  t.is((await log(notices.map(({ key }) => key))).length, 2);
});

test('kinds of notice that were to go by a channel alone go by the others once it is removed', async (t) => {
  const [mail, push] = [fakeNotifier('email'), fakeNotifier('push')];
  const { port, parts, work, addChannel, setPerson, store } = await openNotifications(t, [mail, push]);
  await addChannel('c1', 'email', 'anna@example.com');
  await addChannel('c2', 'push', 'phone');
  await setPerson('local', { channels: { reminder: ['c1'], overdue: ['c1', 'c2'], digest: [], escalation: 'all' } });
  await removeChannel(parts, localPrincipal, 'c1');
  t.deepEqual((await store.records.get(localPrincipal, people, 'local'))?.value.settings.channels, {
    reminder: 'all',
    overdue: ['c2'],
    digest: [],
    escalation: 'all',
  });
  t.is(await port.send(localPrincipal, notice()), 'accepted');
  await work();
  t.deepEqual([mail.sent.length, push.sent.length], [0, 1]);
});
