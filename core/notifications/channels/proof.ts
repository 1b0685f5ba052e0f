import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { toInstant } from '../../ports/clock.ts';
import type { ChannelRecord } from './records.ts';

/** How long a code holds. */
export const CODE_MINUTES = 30;
const TRIES = 5;
/** Codes to one address in an hour: nobody's mailbox is filled by typing its address here. */
const MOST_CODES = 3;
const HOUR = 3_600_000;

type Proof = NonNullable<ChannelRecord['proof']>;

/** Without 0, 1, I, L and O, which are mistaken for each other. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const derive = promisify(scrypt) as (code: string, salt: Buffer, length: number) => Promise<Buffer>;

/** A code of eight letters, forty bits, to be shown once; what is kept of it tells nothing. */
export const newProof = async (now: number): Promise<{ readonly code: string; readonly proof: Proof }> => {
  const letters = Array.from({ length: 8 }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  const salt = randomBytes(16);
  const hash = await derive(letters.join(''), salt, 32);
  return {
    code: `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`,
    proof: {
      hash: hash.toString('base64url'),
      salt: salt.toString('base64url'),
      expiresAt: toInstant(now + CODE_MINUTES * 60_000),
      triesLeft: TRIES,
    },
  };
};

/** Compared in a time that tells nothing. As people type: in any case, with or without the dash. */
export const isCode = async ({ hash, salt }: Proof, typed: string): Promise<boolean> => {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  const given = await derive(code, Buffer.from(salt, 'base64url'), 32);
  return timingSafeEqual(given, Buffer.from(hash, 'base64url'));
};

export const recentCodes = (codesAt: readonly string[], now: number): string[] =>
  codesAt.filter((at) => now - Date.parse(at) < HOUR);

export const mayHaveCode = (codesAt: readonly string[], now: number): boolean =>
  recentCodes(codesAt, now).length < MOST_CODES;
