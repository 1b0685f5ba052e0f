import type { Principal } from '../../../core/identity/principal.ts';
import type { Due } from '../model/due.ts';
import { type Desired, desiredReminders } from './desired.ts';
import type { ReminderPorts } from './ports.ts';
import { recordOf } from './reconcile.ts';
import type { Reminder } from './records.ts';
import { everyReminder } from './stored.ts';
import type { ReminderView } from './view.ts';

/** A reminder with the key of the notice that it went out in. */
export type Known = { readonly view: ReminderView; readonly noticeKey: string | null };

/**
 * All reminders as they stand now: what has been, and what would be planned if a worker looked this moment. `reckoned` are
 * those that ought to be, where the caller has just found out.
 */
export const knownReminders = async (
  ports: ReminderPorts,
  principal: Principal,
  reckoned?: Desired,
): Promise<{ readonly known: readonly Known[]; readonly desired: Desired }> => {
  const desired = reckoned ?? (await desiredReminders(ports, principal));
  const stored = await everyReminder(ports, principal, { date: { gte: desired.from } });
  const wanted = new Map(desired.planned.map((each) => [each.id, each]));
  const dues = new Map(desired.dues.map((due) => [due.obligationId, due]));
  const ended = stored.filter(({ id, value }) => value.state !== 'planned' && !returns(value, wanted.has(id)));
  const taken = new Set(ended.map(({ id }) => id));
  const reasons = new Map(stored.map(({ id, value }) => [id, value.reason]));
  const known = [
    ...ended.map(({ id, value }) => ({
      view: viewOf(id, value, dues.get(value.obligation)),
      noticeKey: value.noticeKey,
    })),
    ...desired.planned
      .filter(({ id }) => !taken.has(id))
      .map((planned) => ({
        noticeKey: null,
        view: viewOf(planned.id, { ...recordOf(planned), reason: reasons.get(planned.id) ?? null }, planned.due),
      })),
  ];
  return { known: known.toSorted((a, b) => (a.view.at < b.view.at ? -1 : a.view.at > b.view.at ? 1 : 0)), desired };
};

/** A cancelled one that is wanted again goes out after all. */
const returns = ({ state, sentAt }: Reminder, wanted: boolean): boolean =>
  wanted && state === 'cancelled' && sentAt === null;

const viewOf = (id: string, value: Reminder, due: Due | undefined): ReminderView => ({
  id,
  obligation_id: value.obligation,
  title: due?.title ?? null,
  party: due?.party ?? null,
  document_id: value.documentId,
  document_name: due?.document.name ?? null,
  due: value.date,
  kind: value.kind,
  slot: value.slot,
  person: value.person,
  at: value.dueAt,
  state: value.state,
  reason: value.reason,
  late: value.late,
  sent_at: value.sentAt,
});
