import { evidenceView } from '../../../core/evidence/evidence-view.ts';
import { daysBetween } from '../../../core/time/days.ts';
import type { Status } from '../model/standing.ts';
import type { Held } from './lifecycle/change.ts';
import type { Moment } from './lifecycle/moment.ts';
import { isRecurring } from './lifecycle/occurrences.ts';
import { situationOf } from './lifecycle/status.ts';
import type { Reading } from './records.ts';
import { titleOf } from './title.ts';
import type { ObligationDetail, ObligationView } from './view.ts';

/** An obligation as it stands at an instant. */
export const obligationView = (held: Held, moment: Moment): ObligationView => {
  const { reading, stored, present } = held;
  const state = stored?.value;
  const { effective, current, status, today } = situationOf(reading, state, moment);
  const date = current?.date ?? effective.deadline.date;
  return {
    id: held.id,
    document_id: held.documentId,
    document_name: held.documentName,
    title: titleOf(reading.modality, effective.action),
    party: effective.party,
    modality: reading.modality,
    action: effective.action,
    ...(reading.counterparty === null ? {} : { counterparty: reading.counterparty }),
    ...(reading.condition === null ? {} : { condition: reading.condition }),
    ...(reading.trigger === null ? {} : { trigger: reading.trigger }),
    deadline: {
      ...effective.deadline,
      date,
      explanation: explained(current?.explanation ?? effective.deadline.explanation, current),
    },
    occurrence: isRecurring(effective) ? (current?.occurrence ?? null) : null,
    days_left: date === null ? null : daysBetween(today, date),
    evidence: reading.evidence.map(quoted),
    amended: reading.amended.map(quoted),
    confidence: reading.confidence,
    status,
    snoozed_until: status === 'snoozed' ? (state?.snoozedUntil ?? null) : null,
    person: state?.person ?? state?.confirmedBy ?? null,
    reminders: [],
    lead_days: state?.edits.leadDays ?? null,
    in_document: present,
    needs_decision: needsDecision(held, status),
    revision: stored?.revision ?? 0,
  };
};

/** Names are looked up for what is shown: `complete`. */
const quoted = (evidence: Reading['evidence'][number]): ObligationView['evidence'][number] => ({
  ...evidenceView(evidence),
  document_name: null,
});

const needsDecision = ({ present, stored }: Held, status: Status): boolean =>
  !present && stored?.value.kept === false && status !== 'done' && status !== 'dismissed';

const explained = (explanation: string, current: { occurrence: string; date: string } | undefined): string =>
  current === undefined || current.occurrence === current.date
    ? explanation
    : `${explanation}${explanation === '' ? '' : '; '}moved from ${current.occurrence} to ${current.date}`;

export const obligationDetail = (held: Held, moment: Moment): ObligationDetail => {
  const view = obligationView(held, moment);
  const { reading, stored } = held;
  const { party, action, deadline } = reading;
  const edits = stored?.value.edits;
  const edited = edits !== undefined && Object.values(edits).some((each) => each !== null);
  return {
    ...view,
    ...(edited ? { read: { party, action, deadline } } : {}),
    done: stored?.value.done ?? [],
    history: (stored?.value.history ?? []).map(({ at, ...entry }) => ({ ...entry, changed_at: at })),
  };
};
