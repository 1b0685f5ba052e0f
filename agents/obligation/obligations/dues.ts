import { eachRecord } from '../../../core/document/each.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { compareText } from '../../../core/text/order.ts';
import type { Due } from '../model/due.ts';
import type { ObligationPorts } from '../ports.ts';
import { fallsDue } from './falls-due.ts';
import { labelOf } from './label.ts';
import { effectiveOf } from './lifecycle/effective.ts';
import { momentOf } from './lifecycle/moment.ts';
import { type State, states } from './lifecycle/records.ts';
import { documentNames } from './names.ts';

/**
 * What people confirmed and what falls due within these days (ISO 8601, both included): every occurrence that is not done,
 * moved by what was edited, the earliest first. What is overdue stands on its own day, which may lie before `from`: ask from
 * early enough. One that a new version of its document no longer says is among them until somebody decides on it.
 */
export const duesOf = async (
  { records, documents, clock }: Pick<ObligationPorts, 'records' | 'documents' | 'clock'>,
  principal: Principal,
  range: { readonly from: string; readonly to: string },
): Promise<readonly Due[]> => {
  const nameOf = documentNames({ documents }, principal);
  const found: Due[] = [];
  const confirmed = await Array.fromAsync(eachRecord(records, principal, states, { where: { standing: 'confirmed' } }));
  const moment = await momentOf(
    clock.now(),
    confirmed.map(({ value }) => value.reading),
  );
  for (const { id, value: state } of confirmed) {
    const { documentId, reading } = state;
    const name = await nameOf(documentId);
    // Deleted: what is left of it goes with the event.
    if (name === undefined) continue;
    const effective = effectiveOf(reading, state, moment);
    const days = await fallsDue({ id, document: { id: documentId, name }, reading, state, effective }, range, nameOf);
    const own = {
      label: labelOf(reading),
      person: state.person ?? state.confirmedBy ?? principal.user,
      leadDays: state.edits.leadDays ?? undefined,
      since: sinceWhen(state),
      snoozedUntil: state.snoozedUntil ?? undefined,
    };
    found.push(...days.map((day) => ({ ...day, ...own })));
  }
  return found.sort((a, b) => compareText(a.date, b.date) || compareText(a.obligationId, b.obligationId));
};

const dating = new Set(['date', 'rrule', 'starts', 'anchor_date', 'timezone', 'moved']);

/** When it was confirmed, reopened or last given another day. */
const sinceWhen = ({ history }: State): string =>
  history.findLast(
    ({ change, fields }) =>
      change === 'confirmed' ||
      change === 'reopened' ||
      ((change === 'edited' || change === 'reread') && fields.some(({ field }) => dating.has(field))),
  )?.at ?? '';
