import { z } from 'zod';
import { defineNotifier, definePlugin } from '../../core/plugin/define.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { maskUrl, reachOptions, urlWithin } from './shared/reach.ts';
import { isPair, isPoint, isSecret, isVapidSubject } from './web-push/keys.ts';

const options = z
  .strictObject({
    subject: z
      .string()
      .refine(isVapidSubject, 'Expected "mailto:" and an address, or a URL with https')
      .describe(
        'Whom push services write to when something is wrong with what you send: "mailto:" and an address, or a URL.',
      ),
    public_key: z
      .string()
      .refine(isPoint, 'Expected a P-256 public key: 65 bytes in base64url')
      .describe('Public VAPID key. Browsers subscribe with it; another one makes all subscriptions useless.'),
    private_key: z
      .string()
      .refine((key) => isSecret(key, 32), 'Expected a P-256 private key: 32 bytes in base64url')
      .meta({ secret: true })
      .describe('Private VAPID key.'),
    ttl_hours: z
      .number()
      .min(0)
      .max(28 * 24)
      .default(72)
      .describe('How long a push service keeps a message for a device that is off, hours.'),
    urgency: z
      .enum(['very-low', 'low', 'normal', 'high'])
      .default('normal')
      .describe('What a device with a low battery waits with.'),
    ...reachOptions,
  })
  .refine(({ public_key, private_key }) => isPair(public_key, private_key), {
    message: 'Not the public key of this private key',
    path: ['public_key'],
  });
export type WebPushOptions = z.output<typeof options>;

export const plugin = definePlugin({
  name: 'web-push',
  version: '1.0.0',
  summary: 'Notices to browsers and phones by web push, encrypted for the one that subscribed.',
  options,
  needs: ['clock'],
  provides: ['notifier'],
  setup: ({ options, ports }) => ({ notifier: createWebPush(options, ports.clock) }),
});

/** As `PushSubscription.toJSON()` gives it. Browsers add members of their own, which are left out. */
const subscriptionWithin = (options: WebPushOptions) =>
  z.object({
    endpoint: urlWithin(options).describe('URL of the push service. Whoever has it can push.').meta({ secret: true }),
    expirationTime: z.number().nullish().describe('Milliseconds since the epoch at which the subscription ends.'),
    keys: z.strictObject({
      p256dh: z.string().refine(isPoint, 'Expected a P-256 public key in base64url').describe('Key of the browser.'),
      auth: z
        .string()
        .refine((secret) => isSecret(secret, 16), 'Expected 16 bytes in base64url')
        .meta({ secret: true })
        .describe('Secret of the browser.'),
    }),
  });

export type Subscription = z.output<ReturnType<typeof subscriptionWithin>>;

const createWebPush = (options: WebPushOptions, clock: Clock) =>
  defineNotifier({
    channel: 'push',
    title: 'Web push',
    address: subscriptionWithin(options),
    // A subscription is made by the browser of whoever is to be told.
    proof: false,
    clientSettings: { application_server_key: options.public_key },
    mask: ({ endpoint }) => maskUrl(endpoint),
    send: async (message, subscription, signal) =>
      (await import('./web-push/send.ts')).send({ options, now: clock.now(), message, subscription, signal }),
  });
