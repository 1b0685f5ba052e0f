import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { noticeKinds } from '../../ports/notifications.ts';
import type { Collection, Stored } from '../../ports/records.ts';

const instant = z.iso.datetime();

const proofSchema = z.object({
  /** scrypt of the code, and its salt, both base64url. */
  hash: z.string(),
  salt: z.string(),
  expiresAt: instant,
  /** Wrong codes that are still put up with. */
  triesLeft: z.int().nonnegative(),
});

const offSchema = z.object({
  /** The person, an unsubscribe link, or the other side, for which the address is dead. */
  by: z.enum(['person', 'unsubscribe', 'bounce']),
  reason: z.string(),
  at: instant,
});

const channelSchema = z.object({
  person: z.string(),
  /** The notifier's name: "email". */
  channel: z.string(),
  /** As the notifier's schema takes it. */
  address: z.json(),
  /** The same for the same address, see `addressKey`. */
  addressKey: z.string(),
  /** As lists and logs show it. */
  masked: z.string(),
  /** Nothing but its proof goes out by one that is `unproved`. */
  state: z.enum(['unproved', 'on', 'off']),
  off: offSchema.nullable(),
  /** Kinds that somebody unsubscribed from. */
  unsubscribed: z.array(z.enum(noticeKinds)),
  /** Half of what an unsubscribe link proves itself by. */
  secret: z.string().min(40),
  proof: proofSchema.nullable(),
  addedBy: z.string(),
  createdAt: instant,
  updatedAt: instant,
});
export type ChannelRecord = z.infer<typeof channelSchema>;
export type StoredChannel = Stored<ChannelRecord>;

export const channels: Collection<ChannelRecord> = {
  name: 'core.channels',
  schema: channelSchema,
  indexes: [{ fields: ['person', 'channel', 'addressKey'], unique: true }, { fields: ['channel', 'addressKey'] }],
};

/** As it is from the moment that the other side says that the address is dead. A code on its way proves it no more. */
export const foundDead = (channel: ChannelRecord, reason: string, at: string): ChannelRecord => ({
  ...channel,
  state: 'off',
  off: { by: 'bounce', reason, at },
  proof: null,
  updatedAt: at,
});

const codesSchema = z.object({ sentAt: z.array(instant) });

/**
 * When codes went to an address, under its channel and key: so many and no more, whoever asks for them and however often
 * the address is removed and added again.
 */
export const codes: Collection<z.infer<typeof codesSchema>> = { name: 'core.codes', schema: codesSchema, indexes: [] };

/** Finds an address again without showing it. E-mail addresses differ in case and are the same all the same. */
export const addressKey = (address: unknown): string =>
  createHash('sha256')
    .update(typeof address === 'string' ? sameCase(address) : JSON.stringify(sorted(address)))
    .digest('hex');

const sameCase = (address: string): string => (/^[^\s:/@]+@[^\s:/@]+$/.test(address) ? address.toLowerCase() : address);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, child]) => [name, sorted(child)]),
  );
};

export const newSecret = (): string => randomBytes(32).toString('base64url');
