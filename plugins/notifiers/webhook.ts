import { z } from 'zod';
import { defineNotifier, definePlugin } from '../../core/plugin/define.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { maskUrl, type Reach, reachOptions, urlWithin } from './shared/reach.ts';
import { isSigningSecret } from './webhook/signature.ts';

const options = z.strictObject(reachOptions);

export const plugin = definePlugin({
  name: 'webhook',
  version: '1.0.0',
  summary: 'Notices by a POST to a URL of your own, signed as the Standard Webhooks specification has it.',
  options,
  needs: ['clock'],
  provides: ['notifier'],
  setup: ({ options, ports }) => ({ notifier: createWebhook(options, ports.clock) }),
});

const secret = z
  .string()
  .refine(isSigningSecret, 'Expected "whsec_" and base64 of 24 to 64 random bytes')
  .meta({ secret: true });

const createWebhook = (reach: Reach, clock: Clock) =>
  defineNotifier({
    channel: 'webhook',
    title: 'Webhook',
    address: z.strictObject({
      url: urlWithin(reach).describe('Where to POST to.'),
      secret: secret.describe('What the receiver checks the signature with.'),
      previous_secret: secret
        .optional()
        .describe('The secret before, while receivers change over: messages are signed with both.'),
    }),
    proof: true,
    mask: ({ url }) => maskUrl(url),
    send: async (message, { url, secret, previous_secret }, signal) => {
      const secrets = [secret, ...(previous_secret === undefined ? [] : [previous_secret])];
      return (await import('./webhook/send.ts')).send({ reach, now: clock.now(), message, url, secrets, signal });
    },
  });
