import { eachRecord } from '../../../core/document/each.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { compareText } from '../../../core/text/order.ts';
import type { Due } from '../model/due.ts';
import type { ObligationPorts } from '../ports.ts';
import { labelOf } from './label.ts';
import { effectiveOf } from './lifecycle/effective.ts';
import { type Moment, momentOf } from './lifecycle/moment.ts';
import { occurrencesIn } from './lifecycle/occurrences.ts';
import { type State, states } from './lifecycle/records.ts';
import { documentNames } from './names.ts';
import { titleOf } from './title.ts';

type Range = {
  /** First and last day on which something falls due, both included; ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** Only what these are reminded of; everybody without it. */
  readonly persons?: readonly string[];
};

/**
 * What people confirmed and what falls due within these days: every occurrence that is not done, moved by what was edited,
 * the earliest first. What is overdue stands on its own day, which may lie before `from`: ask from early enough. One that a
 * new version of its document no longer says is among them until somebody decides on it.
 */
export const duesOf = async (
  { records, documents, clock }: Pick<ObligationPorts, 'records' | 'documents' | 'clock'>,
  principal: Principal,
  { from, to, persons }: Range,
): Promise<readonly Due[]> => {
  const nameOf = documentNames({ documents }, principal);
  const found: Due[] = [];
  const confirmed: { id: string; value: State }[] = [];
  for await (const { id, value } of eachRecord(records, principal, states, { where: { standing: 'confirmed' } })) {
    confirmed.push({ id, value });
  }
  const moment = await momentOf(
    clock.now(),
    confirmed.map(({ value }) => value.reading),
  );
  for (const { id, value } of confirmed) {
    const person = value.person ?? value.confirmedBy ?? principal.user;
    if (persons !== undefined && !persons.includes(person)) continue;
    const name = await nameOf(value.documentId);
    // Deleted: what is left of it goes with the event.
    if (name === undefined) continue;
    const quotedId = value.reading.evidence[0]?.documentId ?? value.documentId;
    const quotedIn = { id: quotedId, name: (await nameOf(quotedId)) ?? name };
    found.push(...duesIn(id, value, { name, quotedIn, person, from, to, moment }));
  }
  return found.sort((a, b) => compareText(a.date, b.date) || compareText(a.obligationId, b.obligationId));
};

const duesIn = (
  id: string,
  state: State,
  {
    name,
    quotedIn,
    person,
    from,
    to,
    moment,
  }: {
    readonly name: string;
    readonly quotedIn: Due['quotedIn'];
    readonly person: string;
    readonly from: string;
    readonly to: string;
    readonly moment: Moment;
  },
): readonly Due[] => {
  const { reading, edits, snoozedUntil, documentId } = state;
  const effective = effectiveOf(reading, state, moment);
  const [evidence] = reading.evidence;
  return occurrencesIn(effective, state, from, to).map(({ occurrence, date }) => ({
    obligationId: id,
    occurrence,
    title: titleOf(reading.modality, effective.action),
    label: labelOf(reading),
    party: effective.party,
    document: { id: documentId, name },
    date,
    time: effective.deadline.time ?? undefined,
    timezone: effective.deadline.timezone,
    quote: evidence?.quote ?? '',
    quotedIn,
    page: evidence?.page ?? 1,
    person,
    leadDays: edits.leadDays ?? undefined,
    since: sinceWhen(state),
    snoozedUntil: snoozedUntil ?? undefined,
  }));
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
