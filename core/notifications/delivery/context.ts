import type { Principal } from '../../identity/principal.ts';
import type { NoticeKind, Preferences } from '../../ports/notifications.ts';
import type { AnyNotifier } from '../../ports/notifier.ts';
import { channels, type StoredChannel } from '../channels/records.ts';
import { DEFAULT_ROUTE, defaultRoute, type Route, routeOf } from '../channels/routes.ts';
import type { NotificationParts } from '../parts.ts';
import { isPaused, personOf, preferencesOf } from '../people/preferences.ts';
import { channelsFor, type StoredPerson } from '../people/records.ts';
import { isService } from '../plan.ts';
import { notices, type StoredDelivery, type StoredNotice } from '../records.ts';

/** All that an attempt needs to know, as it is now. */
export type DeliveryContext = {
  readonly principal: Principal;
  readonly delivery: StoredDelivery;
  readonly notice: StoredNotice | undefined;
  readonly stored: StoredPerson | undefined;
  readonly preferences: Preferences;
  /** undefined for the one that nobody set up, and for one that was removed. */
  readonly channel: StoredChannel | undefined;
  readonly route: Route | undefined;
  /** undefined where no plugin of this process brings it. */
  readonly notifier: AnyNotifier | undefined;
};

export const loadContext = async (
  parts: NotificationParts,
  principal: Principal,
  delivery: StoredDelivery,
): Promise<DeliveryContext> => {
  const { notice: noticeId, person, channelId, channel: name } = delivery.value;
  const [notice, stored, channel] = await Promise.all([
    parts.records.get(principal, notices, noticeId),
    personOf(parts.records, principal, person),
    parts.records.get(principal, channels, channelId),
  ]);
  const standard = channelId === DEFAULT_ROUTE ? defaultRoute(parts) : undefined;
  // Another plugin may be the one that needs no account by now; its address is none for this one.
  const ownStandard = standard?.channel === name ? standard : undefined;
  return {
    principal,
    delivery,
    notice,
    stored,
    preferences: preferencesOf(person, stored?.value.settings ?? {}, parts.timezone),
    channel,
    route: channel === undefined ? ownStandard : routeOf(channel.id, channel.value),
    notifier: parts.notifiers().of(name),
  };
};

export type Ending = {
  readonly state: 'sent' | 'failed' | 'withdrawn';
  readonly reason: string | null;
  readonly reference?: string | null;
  /** The address is dead. */
  readonly gone?: boolean;
};

/** Why it is not to go out, as things are now; undefined where nothing stands against it. */
export const hindrance = (
  { clock }: Pick<NotificationParts, 'clock'>,
  { notice, delivery, channel, route, stored, preferences }: DeliveryContext,
): Ending | undefined => {
  const { kind, channelId } = delivery.value;
  if (notice === undefined || notice.value.state === 'withdrawn') return { state: 'withdrawn', reason: 'withdrawn' };
  if (isPaused(preferences, clock.now())) return { state: 'withdrawn', reason: 'paused' };
  if (channelId === DEFAULT_ROUTE) {
    if (route === undefined) return { state: 'failed', reason: 'channel-removed' };
  } else if (channel === undefined) return { state: 'withdrawn', reason: 'channel-removed' };
  else if (channel.value.state !== 'on') {
    // Who switched it off wants no more by it; where the other side did, the person still has to hear of it.
    return { state: channel.value.off?.by === 'bounce' ? 'failed' : 'withdrawn', reason: 'channel-off' };
  }
  if (isService(kind)) return undefined;
  const wanted = channelsFor(stored?.value.settings ?? {}, kind as NoticeKind);
  const left = channel?.value.unsubscribed.some((each) => each === kind) ?? false;
  return left || (wanted !== 'all' && !wanted.includes(channelId))
    ? { state: 'withdrawn', reason: 'kind-off' }
    : undefined;
};
