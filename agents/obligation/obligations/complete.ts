import type { Principal } from '../../../core/identity/principal.ts';
import type { ObligationPorts } from '../ports.ts';
import { remindersOf } from '../reminders/brief.ts';
import type { Desired } from '../reminders/desired.ts';
import type { ReminderPorts } from '../reminders/ports.ts';
import { recallReminders } from '../reminders/recall.ts';
import { duesOf } from './dues.ts';
import { documentNames } from './names.ts';
import type { ObligationView } from './view.ts';

const reminding = (ports: ObligationPorts): ReminderPorts => ({
  ...ports,
  dues: (by, range) => duesOf(ports, by, range),
});

/** Calls back what waits to be sent about what is not open any more. Gives the reminders that ought to be there. */
export const callBackReminders = (ports: ObligationPorts, principal: Principal): Promise<Desired> =>
  recallReminders(reminding(ports), principal);

/**
 * The same with what stands elsewhere: the names of the documents that are quoted, and the reminders as they are now
 * (`reckoned`, where the caller has just found out which ought to be there).
 */
export const complete = async <V extends ObligationView>(
  ports: ObligationPorts,
  principal: Principal,
  views: readonly V[],
  reckoned?: Desired,
): Promise<V[]> => {
  const nameOf = documentNames(ports, principal);
  const named = await Promise.all(
    views.map(async (view) => {
      const withNames = (quotes: V['evidence']) =>
        Promise.all(
          quotes.map(async (each) => ({
            ...each,
            document_name:
              each.document_id === view.document_id ? view.document_name : ((await nameOf(each.document_id)) ?? null),
          })),
        );
      return { ...view, evidence: await withNames(view.evidence), amended: await withNames(view.amended) };
    }),
  );
  if (named.every(({ status }) => status === 'proposed')) return named;
  const reminders = await remindersOf(reminding(ports), principal, reckoned);
  return named.map((view) => ({ ...view, reminders: [...reminders(view.id)] }));
};
