import test, { type ExecutionContext } from 'ava';
import { plugin } from '../../../plugins/notifiers/postmark.ts';
import { testNotifier } from '../../contracts/notifier.ts';
import { POSTMARK_TOKEN, startPostmarkServer } from '../../support/notifiers/postmark-server.ts';
import { faults } from '../../support/notifiers/side.ts';
import { deliver, message, startNotifier } from '../../support/notifiers/start.ts';

const start = async (t: ExecutionContext, options: Readonly<Record<string, unknown>> = {}) => {
  const server = await startPostmarkServer(t);
  const notifier = await startNotifier(plugin, {
    server_token: POSTMARK_TOKEN,
    from: 'reminders@example.org',
    base_url: server.origin,
    ...options,
  });
  return { server, notifier };
};

testNotifier(test, async (t) => {
  const { server, notifier } = await start(t);
  return {
    notifier,
    address: 'anna@example.org',
    otherAddress: 'bert@example.org',
    invalid: ['anna', 'anna@', 'anna@example.org\r\nBcc: x@example.org', 'Anna <anna@example.org>', 'a@b.org,c@d.org'],
    secrets: [POSTMARK_TOKEN, 'anna'],
    arrived: async () => server.arrived(),
    faults,
    fail: server.fail,
  };
});

test('a message goes out with everything that a mail program and Postmark need of it', async (t) => {
  const { server, notifier } = await start(t, { from_name: 'Kanzlei "Nord"', message_stream: 'reminders' });
  const outcome = await deliver(notifier, message(), 'anna@example.org');
  t.regex(outcome.outcome === 'sent' ? (outcome.reference ?? '') : '', /^[0-9a-f-]{36}$/);
  const [sent] = server.messages;
  t.like(sent, {
    From: '"Kanzlei  Nord " <reminders@example.org>',
    To: 'anna@example.org',
    Subject: message().title,
    TextBody: message().text,
    HtmlBody: message().html,
    MessageStream: 'reminders',
    TrackOpens: false,
    TrackLinks: 'None',
  });
  t.deepEqual(Object.fromEntries(sent?.Headers.map(({ Name, Value }) => [Name, Value]) ?? []), {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': '<https://dossier.example.org/unsubscribe/q2w3e4>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  t.true(await notifier.wasSent?.(message().key, 'anna@example.org' as never, new AbortController().signal));
});

test('a report of Postmark says which address is dead, and which message it was', async (t) => {
  const { notifier } = await start(t);
  const report = {
    RecordType: 'Bounce',
    Type: 'HardBounce',
    Email: 'anna@example.org',
    MessageID: 'id',
    Inactive: true,
  };
  t.deepEqual(await notifier.readBounce?.(report), {
    address: 'anna@example.org',
    reason: 'HardBounce',
    reference: 'id',
  });
  t.is(await notifier.readBounce?.({ ...report, Type: 'SoftBounce', Inactive: false }), undefined);
});

const codes: readonly (readonly [number, number, object])[] = [
  [401, 10, { outcome: 'refused', gone: false }],
  [422, 300, { outcome: 'refused', gone: false }],
  [422, 400, { outcome: 'refused', gone: false }],
  [422, 401, { outcome: 'refused', gone: false }],
  [422, 405, { outcome: 'refused', gone: false }],
  [422, 406, { outcome: 'refused', gone: true }],
  [422, 412, { outcome: 'refused', gone: false }],
  [422, 413, { outcome: 'refused', gone: false }],
  [422, 100, { outcome: 'retry' }],
  [429, 429, { outcome: 'retry' }],
  [500, 0, { outcome: 'retry' }],
  [503, 0, { outcome: 'retry' }],
  [404, 0, { outcome: 'refused', gone: false }],
];

for (const [status, code, expected] of codes) {
  test(`an error with status ${status} and code ${code} is understood`, async (t) => {
    const { server, notifier } = await start(t);
    server.answerWith(status, code);
    const outcome = await deliver(notifier, message(), 'anna@example.org');
    t.like(outcome, { ...expected, reason: `postmark status ${status} code ${code}` });
  });
}

test('a wrong token is a matter of the configuration: no address is dead, and whether it was sent cannot be told', async (t) => {
  const { notifier } = await start(t, { server_token: 'another' });
  t.like(await deliver(notifier, message(), 'anna@example.org'), { outcome: 'refused', gone: false });
  t.is(await notifier.wasSent?.('key', 'anna@example.org' as never, new AbortController().signal), undefined);
});

test('an answer that is none of Postmark, as a network with a sign-in page gives it, is no message sent', async (t) => {
  const { server, notifier } = await start(t);
  for (const body of ['<html>Welcome to our network</html>', '', 'null', '[]', '{"Message":"OK"}']) {
    server.answerAs({ status: 200, body });
    t.is((await deliver(notifier, message(), 'anna@example.org')).outcome, 'retry', body);
  }
});

test('a server that cannot be reached is tried again', async (t) => {
  const { notifier } = await start(t, { base_url: 'http://127.0.0.1:1' });
  t.is((await deliver(notifier, message(), 'anna@example.org')).outcome, 'retry');
});

test('an unsubscribe link without https is not promised to work by one click', async (t) => {
  const { server, notifier } = await start(t);
  await deliver(notifier, message({ unsubscribeUrl: 'http://127.0.0.1:7420/u/1' }), 'anna@example.org');
  const names = server.messages[0]?.Headers.map(({ Name }) => Name);
  t.deepEqual(names, ['Auto-Submitted', 'List-Unsubscribe']);
});

test('options are refused where they could not work', (t) => {
  const good = { server_token: 't', from: 'a@example.org' };
  t.true(plugin.options.safeParse(good).success);
  for (const bad of [
    { ...good, from: 'a' },
    { ...good, base_url: 'ftp://x' },
    { from: 'a@example.org' },
    { ...good, x: 1 },
  ]) {
    t.false(plugin.options.safeParse(bad).success);
  }
});
