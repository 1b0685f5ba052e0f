import test, { type ExecutionContext } from 'ava';
import { signature } from '../../../plugins/notifiers/webhook/signature.ts';
import { plugin } from '../../../plugins/notifiers/webhook.ts';
import { testNotifier } from '../../contracts/notifier.ts';
import { createTestClock } from '../../support/clock.ts';
import { faults } from '../../support/notifiers/side.ts';
import { deliver, message, startNotifier } from '../../support/notifiers/start.ts';
import { newSigningSecret, startWebhookReceiver } from '../../support/notifiers/webhook-receiver.ts';

const inside = { allow_private: true, allow_http: true };

const start = async (t: ExecutionContext, options: Readonly<Record<string, unknown>> = inside) => {
  const clock = createTestClock();
  const secret = newSigningSecret();
  const receiver = await startWebhookReceiver(t, secret, clock);
  const notifier = await startNotifier(plugin, options, { clock });
  return { clock, secret, receiver, notifier, address: { url: receiver.url, secret } };
};

testNotifier(test, async (t) => {
  const { receiver, notifier, address, secret } = await start(t);
  return {
    notifier,
    address,
    otherAddress: { ...address, url: `${receiver.url}/other` },
    invalid: [
      receiver.url,
      { url: receiver.url },
      { ...address, url: 'hooks.example.org' },
      { ...address, url: 'ftp://hooks.example.org/' },
      { ...address, url: 'https://user:pass@hooks.example.org/' },
      { ...address, secret: 'hunter2' },
      { ...address, secret: `whsec_${Buffer.alloc(16).toString('base64')}` },
      { ...address, extra: true },
    ],
    secrets: [secret, secret.slice('whsec_'.length), '/hooks/3e1f'],
    arrived: async () => receiver.arrived(),
    faults,
    fail: receiver.fail,
  };
});

test('a receiver gets the message and what machines need of it, without HTML', async (t) => {
  const { receiver, notifier, address } = await start(t);
  await deliver(notifier, message(), address);
  t.deepEqual(receiver.contents[0] as unknown, {
    type: 'notice',
    timestamp: '2026-01-01T00:00:00.000Z',
    data: {
      key: message().key,
      title: message().title,
      brief: message().brief,
      text: message().text,
      url: message().url,
      unsubscribe_url: message().unsubscribeUrl,
      details: message().data,
    },
  });
});

test('a signature is what the libraries of Standard Webhooks expect', (t) => {
  const signed = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1614265330,
    body: '{"test": 2432232314}',
  };
  const expected = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
  t.is(signature('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', signed), expected);
});

test('a request that was changed, or that comes again later, is not taken', async (t) => {
  const { clock, receiver, notifier, address } = await start(t);
  await deliver(notifier, message(), address);
  const [exchange] = receiver.exchanges;
  if (exchange === undefined) return t.fail();
  t.is(receiver.verify(exchange).status, 204);
  const body = Buffer.from(exchange.body.toString().replace('31 March', '31 April'));
  t.is(receiver.verify({ ...exchange, body }).body, 'signature');
  const later = { ...exchange.headers, 'webhook-timestamp': String(Math.floor(clock.now() / 1000) + 600) };
  t.is(receiver.verify({ ...exchange, headers: later }).body, 'signature');
  clock.advance(5 * 60_000 + 1000);
  t.is(receiver.verify(exchange).body, 'timestamp');
});

test('another attempt has the id of the first and a time and a signature of its own', async (t) => {
  const { clock, receiver, notifier, address } = await start(t);
  receiver.fail('broken');
  await deliver(notifier, message(), address);
  receiver.fail(undefined);
  clock.advance(3600_000);
  t.is((await deliver(notifier, message(), address)).outcome, 'sent');
  const [first, second] = receiver.exchanges.map(({ headers }) => headers);
  t.is(first?.['webhook-id'], second?.['webhook-id']);
  t.regex(String(first?.['webhook-id']), /^msg_[\w-]{43}$/);
  t.is(Number(second?.['webhook-timestamp']) - Number(first?.['webhook-timestamp']), 3600);
});

test('while a receiver changes its secret, messages are signed with the old one too', async (t) => {
  const { receiver, notifier, address, secret } = await start(t);
  const changed = { url: address.url, secret: newSigningSecret(), previous_secret: secret };
  t.is((await deliver(notifier, message(), changed)).outcome, 'sent');
  t.is(String(receiver.exchanges[0]?.headers['webhook-signature']).split(' ').length, 2);
  t.like(await deliver(notifier, message(), { ...address, secret: newSigningSecret() }), {
    outcome: 'refused',
    reason: 'webhook status 401',
  });
});

test('without being allowed to, it takes no address of this machine, of a private network or without https', async (t) => {
  const notifier = await startNotifier(plugin);
  const secret = newSigningSecret();
  const takes = (url: string) => notifier.address.safeParse({ url, secret }).success;
  t.true(takes('https://hooks.example.org/a'));
  for (const url of [
    'http://hooks.example.org/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://a.localhost./',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://127.0.0.1./',
    'https://①②⑦.0.0.1/',
    'https://10.1.2.3/',
    'https://192.168.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
  ]) {
    t.false(takes(url), url);
  }
});

test('an address that was let in under other options is not called once they are gone', async (t) => {
  const { receiver, address } = await start(t);
  const strict = await startNotifier(plugin);
  const outcome = await strict.send(message(), address as never, new AbortController().signal);
  t.deepEqual(outcome, { outcome: 'refused', reason: 'webhook address not allowed', gone: false });
  t.deepEqual(receiver.exchanges, []);
});
