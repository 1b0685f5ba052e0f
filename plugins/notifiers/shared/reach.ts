import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import { isPublicAddress } from './addresses.ts';

/** Options of each channel that calls addresses which people type in. */
export const reachOptions = {
  allow_private: z
    .boolean()
    .default(false)
    .describe(
      'Whether addresses of this machine and of private networks may be called. Only where everyone is trusted.',
    ),
  allow_http: z.boolean().default(false).describe('Whether addresses without encryption may be called.'),
};

/** How far a channel may reach. */
export type Reach = { readonly allow_private: boolean; readonly allow_http: boolean };

/** A URL that a channel may call. Whether a name stands for a private address is only known when it is called. */
export const urlWithin = (reach: Reach) =>
  z
    .string()
    .max(2048)
    .superRefine((text, context) => {
      const problem = urlProblem(text, reach);
      if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    });

export const urlProblem = (text: string, { allow_private, allow_http }: Reach): string | undefined => {
  if (!URL.canParse(text)) return 'Expected a URL';
  const { protocol, username, password, hostname } = new URL(text);
  if (protocol !== 'https:' && !(allow_http && protocol === 'http:')) return 'Expected a URL with https';
  if (username !== '' || password !== '') return 'A URL with a name and password is not taken';
  const literal = hostname.replace(/^\[|\]$/g, '');
  const inside = isIP(literal) === 0 ? /(?:^|\.)localhost\.?$/.test(literal) : !isPublicAddress(literal);
  return inside && !allow_private ? 'An address of this machine or a private network is not called' : undefined;
};

/** Host and a fingerprint: two URLs of one service look different, and neither can be called from what is shown. */
export const maskUrl = (url: string): string => {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}/… (${createHash('sha256').update(url).digest('hex').slice(0, 6)})`;
};
