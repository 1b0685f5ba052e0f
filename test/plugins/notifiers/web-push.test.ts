import { randomBytes } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import webPush from 'web-push';
import { plugin } from '../../../plugins/notifiers/web-push.ts';
import { testNotifier } from '../../contracts/notifier.ts';
import { createTestClock } from '../../support/clock.ts';
import { createBrowser, startPushService } from '../../support/notifiers/push-service.ts';
import { faults } from '../../support/notifiers/side.ts';
import { deliver, message, startNotifier } from '../../support/notifiers/start.ts';

const keys = webPush.generateVAPIDKeys();
const options = {
  subject: 'mailto:owner@example.org',
  public_key: keys.publicKey,
  private_key: keys.privateKey,
  allow_private: true,
  allow_http: true,
};

const start = async (t: ExecutionContext, patch: Readonly<Record<string, unknown>> = {}) => {
  const browser = createBrowser();
  const service = await startPushService(t, browser, keys.publicKey);
  const clock = createTestClock();
  const notifier = await startNotifier(plugin, { ...options, ...patch }, { clock });
  const subscription = { endpoint: service.endpoint, expirationTime: null, keys: browser.keys };
  return { browser, service, clock, notifier, subscription };
};

testNotifier(test, async (t) => {
  const { service, notifier, subscription } = await start(t);
  const { auth, p256dh } = subscription.keys;
  return {
    notifier,
    address: subscription,
    otherAddress: { ...subscription, endpoint: `${service.origin}/push/other` },
    invalid: [
      service.endpoint,
      { endpoint: service.endpoint },
      { ...subscription, endpoint: 'push' },
      { ...subscription, keys: { auth } },
      { ...subscription, keys: { p256dh, auth: randomBytes(15).toString('base64url') } },
      // 65 bytes, but no point of the curve.
      { ...subscription, keys: { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth } },
    ],
    secrets: [keys.privateKey, auth, 'JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV'],
    arrived: async () => service.arrived(),
    faults,
    fail: service.fail,
  };
});

test('the browser of these tests reads the message of RFC 8291, appendix A', (t) => {
  const browser = createBrowser({
    privateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  });
  const body =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';
  t.is(browser.decrypt(Buffer.from(body, 'base64url')).toString(), 'When I grow up, I want to be a watermelon');
});

test('a browser can read what it was sent, and nobody else', async (t) => {
  const { service, notifier, subscription } = await start(t, { ttl_hours: 2, urgency: 'high' });
  const outcome = await deliver(notifier, message(), subscription);
  t.deepEqual(outcome, { outcome: 'sent', reference: '/message/1' });
  const [pushed] = service.pushed;
  t.like(pushed, { ttl: 7200, urgency: 'high' });
  t.deepEqual(pushed?.payload as unknown, {
    title: message().title,
    body: message().brief,
    tag: pushed?.payload.tag,
    url: message().url,
    details: message().data,
  });
  t.false(service.exchanges[0]?.body.includes('non-renewal'));
  t.throws(() => createBrowser().decrypt(service.exchanges[0]?.body ?? Buffer.alloc(0)));
});

test('a message that waits for a device and is sent again is there once', async (t) => {
  const { service, notifier, subscription } = await start(t);
  await deliver(notifier, message(), subscription);
  await deliver(notifier, message(), subscription);
  await deliver(notifier, message({ key: 'another' }), subscription);
  t.is(service.pushed.length, 3);
  t.is(service.waiting.size, 2);
  t.is(new Set(service.pushed.map(({ payload }) => payload.tag)).size, 2);
});

test('a payload fits what every push service takes, whatever is in it', async (t) => {
  const { service, notifier, subscription } = await start(t);
  for (const [index, brief] of [
    '\u0001'.repeat(9000),
    '👩‍🚀'.repeat(3000),
    '"\\'.repeat(5000),
    'x'.repeat(3900),
  ].entries()) {
    const outcome = await deliver(notifier, message({ key: String(index), brief, title: brief }), subscription);
    t.is(outcome.outcome, 'sent');
  }
  t.true(service.exchanges.every(({ body }) => body.length <= 4096));
  t.true(service.pushed.every(({ payload }) => payload.body.isWellFormed() && payload.body.length > 100));
});

test('a service that takes less gets less; one that takes nothing refuses', async (t) => {
  const { service, notifier, subscription } = await start(t);
  service.limit(1200);
  const long = message({ brief: 'notice '.repeat(400) });
  t.is((await deliver(notifier, long, subscription)).outcome, 'sent');
  t.is(service.exchanges.length, 2);
  service.limit(10);
  t.deepEqual(await deliver(notifier, long, subscription), {
    outcome: 'refused',
    reason: 'push status 413',
    gone: false,
  });
});

test('a subscription that says when it ends is not pushed to after that', async (t) => {
  const { service, clock, notifier, subscription } = await start(t);
  const ending = { ...subscription, expirationTime: clock.now() + 1000 };
  t.is((await deliver(notifier, message(), ending)).outcome, 'sent');
  clock.advance(1000);
  t.like(await deliver(notifier, message(), ending), { outcome: 'refused', gone: true });
  t.is(service.exchanges.length, 1);
});

test('keys of another server are refused: a matter of the configuration, and no subscription is dead', async (t) => {
  const others = webPush.generateVAPIDKeys();
  const { notifier, subscription } = await start(t, { public_key: others.publicKey, private_key: others.privateKey });
  const outcome = await deliver(notifier, message(), subscription);
  t.deepEqual(outcome, { outcome: 'refused', reason: 'push status 403', gone: false });
});

test('a page is told the key that it has to subscribe with, and not the other one', async (t) => {
  const { notifier } = await start(t);
  t.deepEqual(notifier.clientSettings, { application_server_key: keys.publicKey });
});

test('what browsers add to a subscription is left out', async (t) => {
  const { notifier, subscription } = await start(t);
  t.deepEqual(notifier.address.parse({ ...subscription, options: { userVisibleOnly: true } }), subscription);
});

test('options are refused where they could not work', (t) => {
  const parse = (patch: object) => plugin.options.safeParse({ ...options, ...patch }).success;
  t.true(parse({}));
  t.true(parse({ subject: 'https://example.org/contact' }));
  for (const bad of [
    { subject: 'owner@example.org' },
    { subject: 'https://localhost' },
    { subject: 'mailto:owner' },
    { public_key: keys.privateKey },
    { private_key: 'short' },
    { private_key: webPush.generateVAPIDKeys().privateKey },
    { ttl_hours: -1 },
  ]) {
    t.false(parse(bad), JSON.stringify(bad));
  }
});
