import { createHash } from 'node:crypto';

/**
 * An idempotency key as other services can carry it, whatever it is made of: 43 characters of base64url, always the same
 * for one key, and nothing of the key to be read in it.
 */
export const keyToken = (key: string): string => createHash('sha256').update(key).digest('base64url');
