import type { Principal } from '../../identity/principal.ts';
import type { JobSpec } from '../../ports/jobs.ts';
import type { Write } from '../../ports/records.ts';
import { channelName, type NotificationParts } from '../parts.ts';
import { personOf } from '../people/preferences.ts';
import { isService, planNotice } from '../plan.ts';
import type { NoticeRecord } from '../records.ts';
import type { DeliveryContext } from './context.ts';

export type Word = { readonly writes: readonly Write[]; readonly jobs: readonly JobSpec[] };

const nothing: Word = { writes: [], jobs: [] };

export type Failure = {
  readonly reason: string;
  /** The channel has been switched off with it. */
  readonly off: boolean;
  /** The notice went out by another channel, or still may. */
  readonly reached: boolean;
  readonly at: string;
};

/**
 * What tells a person, by another channel, that one was switched off or that a notice could not be delivered; with what
 * the notice said, where nothing else brings it. A failed word about the service causes no other word.
 */
export const planWord = async (
  parts: NotificationParts,
  { principal, delivery, notice, stored, channel, notifier }: DeliveryContext,
  { reason, off, reached, at }: Failure,
): Promise<Word> => {
  const { person, kind, channelId, channel: name, address } = delivery.value;
  const lost = !reached && !isService(kind) && notice !== undefined;
  if (!off && !lost) return nothing;
  return planForPerson(parts, principal, {
    kind: off ? 'channel-off' : 'undelivered',
    key: off ? `channel-off:${channelId}:${at}` : `undelivered:${delivery.id}`,
    person,
    channelId,
    name: channelName(notifier, name, address),
    reason,
    items: lost ? notice.value.items : [],
    // Whoever set it up for somebody else is who can mend it.
    setUpBy: channel?.value.addedBy ?? stored?.value.createdBy ?? person,
  });
};

export type About = {
  readonly kind: 'channel-off' | 'undelivered';
  readonly key: string;
  readonly person: string;
  readonly channelId: string;
  /** "E-mail a…@example.com". */
  readonly name: string;
  readonly reason: string;
  readonly items: NoticeRecord['items'];
  readonly setUpBy: string;
};

export const planForPerson = async (parts: NotificationParts, principal: Principal, about: About): Promise<Word> => {
  const { kind, key, person, channelId, name, reason, items, setUpBy } = about;
  const notice = {
    key,
    kind,
    person,
    title: kind === 'channel-off' ? `Switched off: ${name}` : `Not delivered: ${name}`,
    items: [...items],
    lateSince: null,
    subject: { channel: channelId, name, reason },
  };
  const own = await planNotice(parts, principal, notice, { besides: channelId });
  if (own.state !== 'no-channel' || setUpBy === person) return wordOf([own.commit]);
  const called = (await personOf(parts.records, principal, person))?.value.name ?? person;
  const other = await planNotice(parts, principal, {
    ...notice,
    key: `${key}:${setUpBy}`,
    person: setUpBy,
    title: `${notice.title} (${called})`,
    subject: { channel: channelId, name: `${name} of ${called}`, reason },
  });
  return wordOf([own.commit, other.commit]);
};

const wordOf = (commits: readonly Awaited<ReturnType<typeof planNotice>>['commit'][]): Word => ({
  writes: commits.flatMap(({ writes }) => writes),
  jobs: commits.flatMap(({ jobs }) => jobs ?? []),
});
