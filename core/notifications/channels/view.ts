import type { Principal } from '../../identity/principal.ts';
import type { ChannelView } from '../capabilities/channels.ts';
import type { NotificationParts } from '../parts.ts';
import { personFor } from '../people/access.ts';
import { personOf } from '../people/preferences.ts';
import type { Changed } from './change.ts';
import { CODE_MINUTES } from './proof.ts';
import type { StoredChannel } from './records.ts';
import { channelsOf, DEFAULT_ROUTE, routesTo } from './routes.ts';

const viewChannel = (
  { notifiers }: Pick<NotificationParts, 'notifiers'>,
  { id, value }: StoredChannel,
): ChannelView => ({
  channel_id: id,
  person: value.person,
  channel: value.channel,
  title: notifiers().of(value.channel)?.title ?? value.channel,
  address: value.masked,
  state: value.state,
  off: value.off === null ? null : { by: value.off.by, reason: value.off.reason, switched_off_at: value.off.at },
  unsubscribed: value.unsubscribed,
});

export const viewChanged = (parts: NotificationParts, { channel, code }: Changed) => ({
  channel: viewChannel(parts, channel),
  code:
    code === undefined
      ? null
      : { outcome: code.outcome, reason: code.outcome === 'sent' ? null : code.reason, minutes: CODE_MINUTES },
});

/** Also the one that nobody set up, where it is the one that is used. */
export const listChannels = async (parts: NotificationParts, principal: Principal, asked: string | undefined) => {
  const person = personFor(principal, asked);
  const stored = await personOf(parts.records, principal, person);
  const owned = await channelsOf(parts, principal, person);
  const standard = routesTo(parts, { id: person, stored }, owned).filter(({ id }) => id === DEFAULT_ROUTE);
  return {
    channels: [
      ...owned.map((each) => viewChannel(parts, each)),
      ...standard.map(
        ({ id, channel, masked }): ChannelView => ({
          channel_id: id,
          person,
          channel,
          title: parts.notifiers().of(channel)?.title ?? channel,
          address: masked,
          state: 'on',
          off: null,
          unsubscribed: [],
        }),
      ),
    ],
    available: parts
      .notifiers()
      .all()
      .map(({ channel, title, proof, clientSettings = {} }) => ({
        channel,
        title,
        proof,
        client_settings: clientSettings,
      })),
  };
};
