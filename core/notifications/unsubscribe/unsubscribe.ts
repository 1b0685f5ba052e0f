import { untilCommitted } from '../../document/until-committed.ts';
import { jobPrincipal, type Principal } from '../../identity/principal.ts';
import { toInstant } from '../../ports/clock.ts';
import { noticeKinds } from '../../ports/notifications.ts';
import { update } from '../../ports/records.ts';
import { type ChannelRecord, channels, type StoredChannel } from '../channels/records.ts';
import { planForPerson } from '../delivery/word.ts';
import { channelName, type NotificationParts } from '../parts.ts';
import { isSecretOf, readToken } from './token.ts';

/** A channel as whoever holds one of its messages may see it. */
export type Unsubscribable = {
  /** "E-mail a…@example.com". */
  readonly name: string;
  /** Nothing is left to unsubscribe from. */
  readonly done: boolean;
};

type Found = { readonly principal: Principal; readonly channel: StoredChannel };

/** Whoever has the link got a message, so the link is all the proof that is asked for; undefined for one that is none. */
const find = async ({ records }: NotificationParts, token: string): Promise<Found | undefined> => {
  const read = readToken(token);
  if (read === undefined) return undefined;
  const principal = jobPrincipal(read.workspace);
  const channel = await records.get(principal, channels, read.channel);
  return channel !== undefined && isSecretOf(channel, read.secret) ? { principal, channel } : undefined;
};

const view = (parts: NotificationParts, { value }: StoredChannel): Unsubscribable => ({
  name: channelName(parts.notifiers().of(value.channel), value.channel, value.masked),
  done: noticeKinds.every((kind) => value.unsubscribed.includes(kind)),
});

/** Looks, and changes nothing: programs follow links in mails. */
export const lookUp = async (parts: NotificationParts, token: string): Promise<Unsubscribable | undefined> => {
  const found = await find(parts, token);
  return found === undefined ? undefined : view(parts, found.channel);
};

/**
 * No notice of any kind goes there any more, and the person is told so by another channel: it may have been a mistake, or
 * somebody to whom the message was passed on.
 */
export const unsubscribe = (parts: NotificationParts, token: string): Promise<Unsubscribable | undefined> =>
  untilCommitted(async () => {
    const found = await find(parts, token);
    if (found === undefined) return undefined;
    const { principal, channel } = found;
    const before = view(parts, channel);
    if (before.done) return before;
    const at = toInstant(parts.clock.now());
    const { person, addedBy } = channel.value;
    const value: ChannelRecord = { ...channel.value, unsubscribed: [...noticeKinds], updatedAt: at };
    const word = await planForPerson(parts, principal, {
      kind: 'channel-off',
      key: `unsubscribed:${channel.id}:${at}`,
      person,
      channelId: channel.id,
      name: before.name,
      reason: 'unsubscribed',
      items: [],
      setUpBy: addedBy,
    });
    await parts.records.commit(principal, {
      writes: [update(channels, channel, value), ...word.writes],
      jobs: word.jobs,
    });
    parts.wake();
    parts.log.info({ channel: channel.id }, 'unsubscribed');
    return { ...before, done: true };
  });
