import { z } from 'zod';

/** What e-mail is, whoever carries it: one channel, so that two carriers are not both active. */
export const emailChannel = { channel: 'email', title: 'E-mail', proof: true } as const;

/** A mailbox (RFC 5321, 4.5.3.1: at most 254 characters). */
export const mailbox = z.email().max(254);

export const senderOptions = {
  from: mailbox.describe(
    'Address that messages come from. Its domain has to be set up for the sending server (SPF, DKIM).',
  ),
  from_name: z.string().min(1).max(100).default('Dossier').describe('Name that messages come from.'),
};

/** The domain, and of the name the first letter where that does not give it away. */
export const maskMailbox = (address: string): string => {
  const at = address.lastIndexOf('@');
  return `${at < 3 ? '' : address.slice(0, 1)}…${address.slice(at)}`;
};
