import { DossierError } from '../../../core/errors/error.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { Delivery } from '../../../core/ports/notifications.ts';
import { dayWords } from '../../../core/time/words.ts';
import { knownReminders } from './known.ts';
import type { ReminderPorts, Standing, StandingOf } from './ports.ts';
import { timeIn } from './text.ts';
import type { Why } from './view.ts';

/** Why somebody was, or was not, reminded of an obligation. Throws `not_found` for one that there is not and never was. */
export const whyOf = async (
  ports: ReminderPorts,
  standingOf: StandingOf,
  principal: Principal,
  obligation: string,
): Promise<Why> => {
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
  if (desired.dues.some(({ obligationId }) => obligationId === obligation)) {
    const next = reminders.find(({ state }) => state === 'planned');
    const zone = next && (await desired.preferences(next.person)).timezone;
    return { obligation_id: obligation, explanation: `${past(reminders)} ${coming(next, zone)}`, reminders };
  }
  const standing = await standingOf(principal, obligation);
  if (standing === undefined && reminders.length === 0)
    throw new DossierError('not_found', { what: 'obligation', id: obligation });
  const explanation = `${past(reminders)} None is planned: ${reason(standing, desired.from)}.`;
  return { obligation_id: obligation, explanation, reminders };
};

const deliveryView = ({ channel, address, state, attempts, reason, sentAt }: Delivery) => ({
  channel,
  address,
  state,
  attempts,
  reason: reason ?? null,
  sent_at: sentAt ?? null,
});

const past = (reminders: Why['reminders']): string => {
  const sent = reminders.filter(({ state }) => state === 'sent').length;
  if (sent === 0) return 'No reminder of it has gone out.';
  return sent === 1 ? 'One reminder of it has gone out.' : `${sent} reminders of it have gone out.`;
};

const coming = (next: Why['reminders'][number] | undefined, zone: string | undefined): string => {
  if (next === undefined || zone === undefined) return 'None is planned any more: the last lead time has passed.';
  const held = next.reason === null ? '' : ` It is held back: ${next.reason}.`;
  return `The next goes to ${next.person} on ${timeIn(next.at, zone)} (${zone}), ${next.slot}.${held}`;
};

/** Why nobody is reminded. `from`: what fell due before this day is no longer reminded of. */
const reason = (standing: Standing | undefined, from: string): string => {
  if (standing === undefined) return 'its document is gone, or no longer says it';
  const { status, date, needs } = standing;
  if (status === 'proposed') return 'nobody has confirmed it';
  if (status === 'done') return 'it is done';
  if (status === 'dismissed') return 'it was dismissed';
  if (date === null) return needs === null ? 'it has no deadline' : `it has no day until this is known: ${needs}`;
  return date < from
    ? `it fell due on ${dayWords(date)}, too long ago`
    : `it falls due on ${dayWords(date)}, which is further ahead than reminders are planned`;
};
