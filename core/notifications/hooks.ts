import type { NotificationParts } from './parts.ts';
import type { Unsubscribable } from './unsubscribe/unsubscribe.ts';

/** What others than people with a key may tell the service: readers of its messages, and services that carry them. */
export type NotificationHooks = {
  /** Changes nothing. undefined for a link that is none of ours, or no longer. */
  lookUp(token: string): Promise<Unsubscribable | undefined>;
  unsubscribe(token: string): Promise<Unsubscribable | undefined>;
  /** A report of Postmark's; says how many channels it switched off. Who sends it must have proved who they are. */
  postmark(body: unknown): Promise<number>;
};

export const notificationHooks = (
  parts: NotificationParts,
  workspaces: () => Promise<readonly string[]>,
): NotificationHooks => ({
  lookUp: async (token) => (await import('./unsubscribe/unsubscribe.ts')).lookUp(parts, token),
  unsubscribe: async (token) => (await import('./unsubscribe/unsubscribe.ts')).unsubscribe(parts, token),
  postmark: async (body) => {
    const { readPostmark } = await import('./bounce/postmark.ts');
    const { addressBounced } = await import('./bounce/bounced.ts');
    const bounce = readPostmark(body);
    return bounce === undefined ? 0 : addressBounced(parts, await workspaces(), bounce);
  },
});
