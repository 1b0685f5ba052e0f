import { eachRecord } from '../../document/each.ts';
import { untilCommitted } from '../../document/until-committed.ts';
import { jobPrincipal, type Principal } from '../../identity/principal.ts';
import { toInstant } from '../../ports/clock.ts';
import type { Bounce } from '../../ports/notifier.ts';
import { update, type Write } from '../../ports/records.ts';
import { planForPerson } from '../delivery/word.ts';
import { channelName, type NotificationParts } from '../parts.ts';
import { isService } from '../plan.ts';
import { deliveries, type NoticeRecord, notices, type StoredDelivery } from '../records.ts';
import { isReached } from '../send.ts';
import { addressKey, channels, foundDead, type StoredChannel } from './records.ts';

/** Switches off every channel of this kind with this address, and says so; how many there were. A report that comes twice changes nothing. */
export const addressBounced = async (
  parts: NotificationParts,
  workspaces: readonly string[],
  channel: string,
  bounce: Bounce,
): Promise<number> => {
  let switched = 0;
  for (const workspace of workspaces) {
    const principal = jobPrincipal(workspace);
    const where = { channel, addressKey: addressKey(bounce.address) };
    for await (const { id } of eachRecord(parts.records, principal, channels, { where })) {
      if (await untilCommitted(() => switchOff(parts, principal, id, bounce))) switched += 1;
    }
  }
  parts.wake();
  return switched;
};

const switchOff = async (
  parts: NotificationParts,
  principal: Principal,
  id: string,
  { reason, reference }: Bounce,
): Promise<boolean> => {
  const channel = await parts.records.get(principal, channels, id);
  if (channel === undefined || channel.value.state === 'off') return false;
  const at = toInstant(parts.clock.now());
  const lost = await lostDelivery(parts, principal, channel, reference);
  const writes: Write[] = [update(channels, channel, foundDead(channel.value, reason, at))];
  if (lost !== undefined) {
    const failed = { ...lost.delivery.value, state: 'failed', reason: `bounced: ${reason}`, updatedAt: at } as const;
    writes.push(update(deliveries, lost.delivery, failed));
  }
  const { person, addedBy, channel: kind } = channel.value;
  const word = await planForPerson(parts, principal, {
    kind: 'channel-off',
    key: `channel-off:${id}:${at}`,
    person,
    channelId: id,
    name: channelName(parts.notifiers().of(kind), kind, channel.value.masked),
    reason,
    items: lost?.items ?? [],
    setUpBy: addedBy,
  });
  await parts.records.commit(principal, { writes: [...writes, ...word.writes], jobs: word.jobs });
  parts.log.info({ channel: id, reason }, 'a channel was switched off');
  return true;
};

type Lost = { readonly delivery: StoredDelivery; readonly items: NoticeRecord['items'] };

/** The message that bounced, which the log has as sent; with what it said, where nothing else brought it. */
const lostDelivery = async (
  { records }: NotificationParts,
  principal: Principal,
  channel: StoredChannel,
  reference: string | undefined,
): Promise<Lost | undefined> => {
  if (reference === undefined) return undefined;
  const { items: found } = await records.find(principal, deliveries, { where: { reference } });
  const delivery = found.find(({ value }) => value.channelId === channel.id && value.state === 'sent');
  if (delivery === undefined) return undefined;
  const notice = await records.get(principal, notices, delivery.value.notice);
  const tell =
    notice !== undefined && !isService(notice.value.kind) && !(await isReached(records, principal, delivery));
  return { delivery, items: tell ? notice.value.items : [] };
};
