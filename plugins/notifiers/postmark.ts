import { z } from 'zod';
import { defineNotifier, definePlugin } from '../../core/plugin/define.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { emailChannel, mailbox, maskMailbox, senderOptions } from './shared/mailbox.ts';

const options = z.strictObject({
  server_token: z.string().min(1).meta({ secret: true }).describe('API token of the Postmark server.'),
  ...senderOptions,
  message_stream: z
    .string()
    .min(1)
    .default('outbound')
    .describe('Postmark’s message stream; one for transactional messages.'),
  base_url: z
    .url({ protocol: /^https?$/ })
    .default('https://api.postmarkapp.com')
    .describe('Address of the API.'),
});
export type PostmarkOptions = z.output<typeof options>;

export const plugin = definePlugin({
  name: 'postmark',
  version: '1.0.0',
  summary: 'E-mail by Postmark. Messages are sent to it.',
  options,
  needs: ['clock'],
  provides: ['notifier'],
  setup: ({ options, ports }) => ({ notifier: createPostmark(options, ports.clock) }),
});

const createPostmark = (options: PostmarkOptions, clock: Clock) => {
  const sending = () => import('./postmark/send.ts');
  return defineNotifier({
    ...emailChannel,
    address: mailbox,
    mask: maskMailbox,
    send: async (message, address, signal) =>
      (await sending()).send({ options, now: clock.now(), message, address, signal }),
    wasSent: async (key, _address, signal) => (await sending()).wasSent(options, key, signal),
    readBounce: async (report) => (await import('./postmark/bounce.ts')).readBounce(report),
  });
};
