import { z } from 'zod';
import { defineNotifier, definePlugin } from '../../core/plugin/define.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { emailChannel, mailbox, maskMailbox, senderOptions } from './shared/mailbox.ts';

const options = z
  .strictObject({
    host: z.string().min(1).describe('Name of the server.'),
    port: z.int().min(1).max(65535).optional().describe('Its port; 587, with implicit TLS 465, where unset.'),
    tls: z
      .enum(['starttls', 'implicit', 'none'])
      .default('starttls')
      .describe(
        'How the connection is encrypted: asked for on it, from its start, or not at all (a relay on this machine).',
      ),
    ca: z
      .string()
      .min(1)
      .optional()
      .describe('Certificate, PEM, that the server’s is checked with in place of the public ones.'),
    user: z.string().min(1).optional().describe('Name to sign in with, where the server wants one.'),
    password: z.string().min(1).optional().meta({ secret: true }).describe('Password to sign in with.'),
    ...senderOptions,
  })
  .refine(({ user, password }) => (user === undefined) === (password === undefined), {
    message: 'user and password go together',
    path: ['password'],
  })
  .refine(({ tls, user }) => tls !== 'none' || user === undefined, {
    message: 'A password is not sent without TLS',
    path: ['tls'],
  });
export type SmtpOptions = z.output<typeof options>;

export const plugin = definePlugin({
  name: 'smtp',
  version: '1.0.0',
  summary: 'E-mail by an SMTP server of your own choice.',
  options,
  needs: ['clock'],
  provides: ['notifier'],
  setup: ({ options, ports }) => ({ notifier: createSmtp(options, ports.clock) }),
});

const createSmtp = (options: SmtpOptions, clock: Clock) =>
  defineNotifier({
    ...emailChannel,
    address: mailbox,
    mask: maskMailbox,
    send: async (message, address, signal) =>
      (await import('./smtp/send.ts')).send({ options, now: clock.now(), message, address, signal }),
  });
