import type { NotificationParts } from './parts.ts';
import type { Unsubscribable } from './unsubscribe/unsubscribe.ts';

/** What others than people with a key may tell the service: readers of its messages, and services that carry them. */
export type NotificationHooks = {
  /** Changes nothing. undefined for a link that is none of ours, or no longer. */
  lookUp(token: string): Promise<Unsubscribable | undefined>;
  unsubscribe(token: string): Promise<Unsubscribable | undefined>;
  /**
   * By the name of each channel whose service reports dead addresses: takes such a report, and says how many channels it
   * switched off. Who sends it must have proved who they are.
   */
  readonly bounces: ReadonlyMap<string, (report: unknown) => Promise<number>>;
};

export const notificationHooks = (
  parts: NotificationParts,
  workspaces: () => Promise<readonly string[]>,
): NotificationHooks => ({
  lookUp: async (token) => (await import('./unsubscribe/unsubscribe.ts')).lookUp(parts, token),
  unsubscribe: async (token) => (await import('./unsubscribe/unsubscribe.ts')).unsubscribe(parts, token),
  bounces: new Map(
    parts
      .notifiers()
      .all()
      .filter(({ readBounce }) => readBounce !== undefined)
      .map((notifier) => [
        notifier.channel,
        async (report) => {
          const bounce = await notifier.readBounce?.(report);
          if (bounce === undefined) return 0;
          const { addressBounced } = await import('./channels/bounced.ts');
          return addressBounced(parts, await workspaces(), notifier.channel, bounce);
        },
      ]),
  ),
});
