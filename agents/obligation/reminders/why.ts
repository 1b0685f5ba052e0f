import type { Principal } from '../../../core/identity/principal.ts';
import type { Delivery } from '../../../core/ports/notifications.ts';
import { knownReminders } from './known.ts';
import type { ReminderPorts } from './ports.ts';
import type { Why } from './view.ts';

/** Why somebody was, or was not, reminded of an obligation. */
export const whyOf = async (ports: ReminderPorts, principal: Principal, obligation: string): Promise<Why> => {
  const { known, desired } = await knownReminders(ports, principal);
  const own = known.filter(({ view }) => view.obligation_id === obligation);
  const keys = own.flatMap(({ noticeKey }) => (noticeKey === null ? [] : [noticeKey]));
  const log = Map.groupBy(
    await ports.notifications.deliveries(principal, [...new Set(keys)]),
    (each) => each.noticeKey,
  );
  const reminders = own.map(({ view, noticeKey }) => ({
    ...view,
    deliveries: (log.get(noticeKey ?? '') ?? []).map(deliveryView),
  }));
  const open = desired.dues.some(({ obligationId }) => obligationId === obligation);
  return { obligation_id: obligation, explanation: explain(reminders, open), reminders };
};

const deliveryView = ({ channel, address, state, attempts, reason, sentAt }: Delivery) => ({
  channel,
  address,
  state,
  attempts,
  reason: reason ?? null,
  sent_at: sentAt ?? null,
});

const explain = (reminders: Why['reminders'], open: boolean): string => {
  const sent = reminders.filter(({ state }) => state === 'sent').length;
  const next = reminders.find(({ state }) => state === 'planned');
  const past = sent === 0 ? 'No reminder of it has gone out.' : `${sent} of its reminders went out.`;
  if (!open)
    return `${past} None is planned: it is not confirmed, has no day yet, falls due later than is planned ahead, or is done or dismissed.`;
  if (next === undefined) return `${past} None is planned any more: the last lead time has passed.`;
  const held = next.reason === null ? '' : ` It is held back: ${next.reason}.`;
  return `${past} The next goes to ${next.person} at ${next.at} (${next.slot}).${held}`;
};
