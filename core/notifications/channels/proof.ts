import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { DossierError } from '../../errors/error.ts';
import type { Principal } from '../../identity/principal.ts';
import { toInstant } from '../../ports/clock.ts';
import { insert, update, type Write } from '../../ports/records.ts';
import type { NotificationParts } from '../parts.ts';
import { type ChannelRecord, codes } from './records.ts';

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

/**
 * Takes note of one more code to the address, in the commit that keeps its proof. Throws `too_many_codes` where there were
 * enough of them.
 */
export const countCode = async (
  { records, clock }: Pick<NotificationParts, 'records' | 'clock'>,
  principal: Principal,
  { channel, addressKey: key, masked }: ChannelRecord,
): Promise<Write> => {
  const now = clock.now();
  const id = `${channel}:${key}`;
  const stored = await records.get(principal, codes, id);
  const recent = (stored?.value.sentAt ?? []).filter((at) => now - Date.parse(at) < HOUR);
  if (recent.length >= MOST_CODES) throw new DossierError('too_many_codes', { address: masked });
  const value = { sentAt: [...recent, toInstant(now)] };
  return stored === undefined ? insert(codes, id, value) : update(codes, stored, value);
};
