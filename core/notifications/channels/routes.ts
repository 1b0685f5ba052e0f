import { eachRecord } from '../../document/each.ts';
import type { Principal } from '../../identity/principal.ts';
import type { NoticeKind } from '../../ports/notifications.ts';
import type { NotificationParts } from '../parts.ts';
import { channelsFor, type StoredPerson } from '../people/records.ts';
import { type ChannelRecord, channels, type StoredChannel } from './records.ts';

/** Where a message can go. */
export type Route = {
  /** Of the channel; `DEFAULT_ROUTE` of the one that nobody set up. */
  readonly id: string;
  /** The notifier's name. */
  readonly channel: string;
  readonly address: unknown;
  readonly masked: string;
};

export const DEFAULT_ROUTE = 'default';

export const channelsOf = (
  { records }: Pick<NotificationParts, 'records'>,
  principal: Principal,
  person: string,
): Promise<StoredChannel[]> => Array.fromAsync(eachRecord(records, principal, channels, { where: { person } }));

/** The channel of whoever has set up none: the first that brings an address for that. */
export const defaultRoute = ({ notifiers }: Pick<NotificationParts, 'notifiers'>): Route | undefined => {
  for (const notifier of notifiers().all()) {
    if (notifier.defaultAddress === undefined) continue;
    const address = notifier.address.safeParse(notifier.defaultAddress);
    if (!address.success) continue;
    return {
      id: DEFAULT_ROUTE,
      channel: notifier.channel,
      address: notifier.defaultAddress,
      masked: notifier.mask(address.data as never),
    };
  }
  return undefined;
};

/**
 * Every route to the person that works. Where none is on, and it was not the person who switched them off, it is the one
 * that needs no setting up: a bounced address must not be the end of all reminders. Somebody whom another person named
 * has no such route, because it ends at this machine.
 */
export const routesTo = (
  parts: Pick<NotificationParts, 'notifiers'>,
  person: { readonly id: string; readonly stored: StoredPerson | undefined },
  owned: readonly StoredChannel[],
): readonly Route[] => {
  const on = owned.filter(({ value }) => value.state === 'on').map(({ id, value }) => routeOf(id, value));
  if (on.length > 0) return on;
  const named = person.stored !== undefined && person.stored.value.createdBy !== person.id;
  const unwanted = owned.some(({ value }) => value.state === 'off' && value.off?.by !== 'bounce');
  const standard = named || unwanted ? undefined : defaultRoute(parts);
  return standard === undefined ? [] : [standard];
};

export const routeOf = (id: string, { channel, address, masked }: ChannelRecord): Route => ({
  id,
  channel,
  address,
  masked,
});

/** Those of the routes that the person wants this kind by. */
export const wantedRoutes = (
  routes: readonly Route[],
  kind: NoticeKind,
  stored: StoredPerson | undefined,
  owned: readonly StoredChannel[],
): readonly Route[] => {
  const wanted = channelsFor(stored?.value.settings ?? {}, kind);
  const left = new Set(owned.filter(({ value }) => value.unsubscribed.includes(kind)).map(({ id }) => id));
  return routes.filter(({ id }) => (wanted === 'all' || wanted.includes(id)) && !left.has(id));
};
