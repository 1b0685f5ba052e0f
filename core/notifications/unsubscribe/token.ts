import { timingSafeEqual } from 'node:crypto';
import type { Principal } from '../../identity/principal.ts';
import type { StoredChannel } from '../channels/records.ts';

/** Below the public URL. */
export const UNSUBSCRIBE_PATH = '/v1/notifications/unsubscribe';

/** What an unsubscribe link carries: where the channel is, and that it was sent to the channel. */
export type UnsubscribeToken = { readonly workspace: string; readonly channel: string; readonly secret: string };

export const unsubscribeUrl = (
  publicUrl: string,
  { workspace }: Pick<Principal, 'workspace'>,
  channel: StoredChannel,
): string => {
  const token = [Buffer.from(workspace).toString('base64url'), channel.id, channel.value.secret].join('.');
  return `${publicUrl}${UNSUBSCRIBE_PATH}?t=${token}`;
};

export const readToken = (token: string): UnsubscribeToken | undefined => {
  const [, workspace, channel, secret] = /^([\w-]{1,200})\.(\w{1,64})\.([\w-]{40,100})$/.exec(token) ?? [];
  if (workspace === undefined || channel === undefined || secret === undefined) return undefined;
  return { workspace: Buffer.from(workspace, 'base64url').toString('utf8'), channel, secret };
};

/** The time that comparing takes tells nothing of the secret. */
export const isSecretOf = ({ value }: StoredChannel, secret: string): boolean => {
  const [given, expected] = [Buffer.from(secret), Buffer.from(value.secret)];
  return given.length === expected.length && timingSafeEqual(given, expected);
};
