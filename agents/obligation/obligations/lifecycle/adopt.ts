import { eachRecord } from '../../../../core/document/each.ts';
import { untilCommitted } from '../../../../core/document/until-committed.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import { toInstant } from '../../../../core/ports/clock.ts';
import { update, type Write } from '../../../../core/ports/records.ts';
import type { ObligationPorts } from '../../ports.ts';
import { type Reading, readings } from '../records.ts';
import { wakeReminders } from '../wake.ts';
import { effectiveOf } from './effective.ts';
import { type Moment, momentOf } from './moment.ts';
import { type HistoryEntry, type State, states } from './records.ts';

/**
 * Tells what people decided on of what the version that they see now says: which obligations it still has, and which days
 * follow from it. It takes no decision back. May be called again.
 */
export const adoptReadings = (ports: ObligationPorts, principal: Principal, documentId: string): Promise<void> =>
  untilCommitted(() => tryAdopt(ports, principal, documentId));

const tryAdopt = async (ports: ObligationPorts, principal: Principal, documentId: string): Promise<void> => {
  const { records, documents, clock } = ports;
  const decided = await Array.fromAsync(eachRecord(records, principal, states, { where: { documentId } }));
  if (decided.length === 0) return;
  const version = (await documents.get(principal, documentId))?.value.live?.version;
  if (version === undefined) return;
  const now = new Map<string, Reading>();
  for await (const { value } of eachRecord(records, principal, readings, { where: { documentId } }))
    if (value.version === version) now.set(value.obligation, value);
  const at = toInstant(clock.now());
  const moment = await momentOf(clock.now(), [...now.values(), ...decided.map(({ value }) => value.reading)]);
  const writes: Write[] = [];
  for (const stored of decided) {
    const value = adopted(stored.value, now.get(stored.id), { version, at, moment });
    if (value !== undefined) writes.push(update(states, stored, value));
  }
  if (writes.length === 0) return;
  await wakeReminders(ports, principal);
  await records.commit(principal, { writes });
};

/** The state with what is read now; undefined where nothing changes. */
const adopted = (
  state: State,
  reading: Reading | undefined,
  { version, at, moment }: { readonly version: number; readonly at: string; readonly moment: Moment },
): State | undefined => {
  const entry = (change: HistoryEntry['change'], fields: HistoryEntry['fields'] = []): HistoryEntry => ({
    change,
    by: 'system',
    at,
    reason: null,
    occurrence: null,
    fields,
    version,
  });
  if (reading === undefined) {
    if (!state.present) return undefined;
    return { ...state, present: false, kept: false, history: [...state.history, entry('gone')] };
  }
  const fields = changedFields(state, reading, moment);
  if (state.present && fields.length === 0 && JSON.stringify(state.reading) === JSON.stringify(reading))
    return undefined;
  const history = [
    ...state.history,
    ...(state.present ? [] : [entry('returned')]),
    ...(fields.length === 0 ? [] : [entry('reread', fields)]),
  ];
  return { ...state, reading, present: true, kept: false, history };
};

/** What people see otherwise now. Where they edited it, what they wrote holds. */
const changedFields = (state: State, reading: Reading, moment: Moment): HistoryEntry['fields'] => {
  const before = effectiveOf(state.reading, state, moment);
  const after = effectiveOf(reading, state, moment);
  const seen = ({ party, action, deadline }: typeof before) => ({
    party,
    action,
    date: deadline.date,
    rrule: deadline.rrule,
  });
  const [was, is] = [seen(before), seen(after)];
  return (['party', 'action', 'date', 'rrule'] as const)
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ field, before: was[field], after: is[field] }));
};
