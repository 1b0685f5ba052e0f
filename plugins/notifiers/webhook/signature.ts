import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** A secret of 24 to 64 bytes, as Standard Webhooks writes it down: base64 after "whsec_". */
export const isSigningSecret = (secret: string): boolean => {
  if (!secret.startsWith(PREFIX)) return false;
  const encoded = secret.slice(PREFIX.length);
  const bytes = Buffer.from(encoded, 'base64');
  // What base64 would not write like this is a slip of the pen that two libraries may read differently.
  return bytes.length >= 24 && bytes.length <= 64 && bytes.toString('base64') === encoded;
};

export type Signed = {
  /** Without a full stop: it separates the parts. */
  readonly id: string;
  /** Seconds since the epoch. */
  readonly timestamp: number;
  /** As it is sent, byte for byte. */
  readonly body: string;
};

/** HMAC-SHA256 over id, time and body (Standard Webhooks 1.0.0, "Signature scheme"). */
export const signature = (secret: string, { id, timestamp, body }: Signed): string => {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
};
