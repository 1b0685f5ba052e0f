import test from 'ava';
import { z } from 'zod';
import { type AnyPlugin, defineNotifier, definePlugin } from '../../../core/plugin/define.ts';
import type { AnyNotifier } from '../../../core/ports/notifier.ts';
import { entry, start } from './starting.ts';

const notifier = (channel: string, patch: Partial<AnyNotifier> = {}): AnyNotifier => ({
  ...defineNotifier({
    channel,
    title: 'Carrier pigeon',
    address: z.strictObject({ loft: z.string() }),
    proof: false,
    mask: ({ loft }) => `${loft.slice(0, 1)}…`,
    send: async () => ({ outcome: 'sent' }),
  }),
  ...patch,
});

const notifierPlugin = (name: string, made: () => AnyNotifier, options: z.ZodObject = z.strictObject({})): AnyPlugin =>
  definePlugin({
    name,
    version: '1.0.0',
    summary: 'Test.',
    options,
    provides: ['notifier'],
    setup: () => ({ notifier: made() }),
  });

const account = z.strictObject({ token: z.string() });

test('a notifier starts where it has the options that it needs, and is found by its channel', async (t) => {
  const unset = entry(
    notifierPlugin('fax', () => notifier('fax'), account),
    undefined,
  );
  const host = await start([
    { ...unset, options: undefined },
    entry(notifierPlugin('pigeon', () => notifier('pigeon'))),
    { ...entry(notifierPlugin('crow', () => notifier('crow'))), options: undefined },
    entry(
      notifierPlugin('telex', () => notifier('wire'), account),
      { token: 't' },
    ),
  ]);
  t.deepEqual(
    (await host.statuses()).map(({ name, status }) => `${name} ${status}`),
    ['fax idle', 'pigeon running', 'crow running', 'telex running'],
  );
  t.deepEqual(
    host.notifiers.all().map(({ channel }) => channel),
    ['pigeon', 'crow', 'wire'],
  );
  t.is(host.notifiers.of('wire')?.title, 'Carrier pigeon');
  t.is(host.notifiers.of('fax'), undefined);
});

test('options of a notifier that are not complete are a problem, and not a channel that silently is not there', async (t) => {
  const half = notifierPlugin('fax', () => notifier('fax'), account);
  await t.throwsAsync(start([entry(half, {})]), { message: /plugins\.options\.fax: token/ });
});

test('all channels that two plugins bring are said at once, and what had started is closed', async (t) => {
  let closed = 0;
  const closing = {
    close: async () => {
      closed += 1;
    },
  };
  const entries = [
    entry(notifierPlugin('postmark', () => notifier('email', closing))),
    entry(notifierPlugin('smtp', () => notifier('email', closing))),
    entry(notifierPlugin('one', () => notifier('push', closing))),
    entry(notifierPlugin('two', () => notifier('push', closing))),
  ];
  const error = await t.throwsAsync(start(entries), { code: 'plugins_invalid' });
  t.regex(error?.message ?? '', /the channel email is brought by postmark and smtp/);
  t.regex(error?.message ?? '', /the channel push is brought by one and two/);
  t.is(closed, 4);
});

test('a notifier that breaks the contract is named and left out; the rest runs', async (t) => {
  const host = await start([
    entry(notifierPlugin('shouting', () => notifier('E-MAIL'))),
    entry(notifierPlugin('mute', () => notifier('mute', { send: undefined } as unknown as AnyNotifier))),
    entry(notifierPlugin('lost', () => notifier('lost', { defaultAddress: 'roof' }))),
    entry(notifierPlugin('fine', () => notifier('fine'))),
  ]);
  const statuses = await host.statuses();
  t.deepEqual(
    statuses.map(({ status }) => status),
    ['failed', 'failed', 'failed', 'running'],
  );
  t.regex(statuses[0]?.error?.message ?? '', /shouting is no notifier: channel/);
  t.regex(statuses[1]?.error?.message ?? '', /mute is no notifier: send/);
  t.regex(statuses[2]?.error?.message ?? '', /lost has a default address that it does not take itself/);
});

test('closing the host closes its notifiers, those that throw too', async (t) => {
  let closed = 0;
  const close = async () => {
    closed += 1;
  };
  const throwing = () => {
    throw new Error('no');
  };
  const host = await start([
    entry(notifierPlugin('bad', () => notifier('bad', { close: throwing }))),
    entry(notifierPlugin('good', () => notifier('good', { close }))),
  ]);
  await host.close();
  await host.close();
  t.is(closed, 1);
});

test('a notifier that is switched off does not start, so that another one can have its channel', async (t) => {
  const entries = [
    entry(notifierPlugin('webhook', () => notifier('webhook'))),
    entry(notifierPlugin('acme-webhook', () => notifier('webhook'))),
  ];
  const host = await start(entries, { notifiersOff: ['webhook'] });
  t.deepEqual(
    (await host.statuses()).map(({ name, status }) => `${name} ${status}`),
    ['webhook idle', 'acme-webhook running'],
  );
  await t.throwsAsync(start(entries, { notifiersOff: ['webhok'] }), {
    message: /notifications\.off is "webhok".* webhook, acme-webhook/,
  });
});

test('authors are told by the types what an address is, and that a promised notifier has to come', (t) => {
  const parts = { channel: 'pigeon', title: 'Pigeon', address: z.strictObject({ loft: z.string() }), proof: false };
  const send = async () => ({ outcome: 'sent' as const });
  defineNotifier({ ...parts, mask: ({ loft }) => loft.toUpperCase(), send });
  // @ts-expect-error: an address has no such part
  defineNotifier({ ...parts, mask: ({ roof }) => `${roof}`, send });
  // @ts-expect-error: an attempt ends in one of three ways
  defineNotifier({ ...parts, mask: ({ loft }) => loft, send: async () => ({ outcome: 'maybe' }) });
  const about = { name: 'pigeon', version: '1.0.0', summary: 'Test.' };
  // @ts-expect-error: it promises a notifier
  definePlugin({ ...about, provides: ['notifier'], setup: () => ({}) });
  t.pass();
});
