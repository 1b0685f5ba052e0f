import { eachRecord } from '../../../../core/document/each.ts';
import { DossierError } from '../../../../core/errors/error.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import { toInstant } from '../../../../core/ports/clock.ts';
import { insert, type Stored, update } from '../../../../core/ports/records.ts';
import type { ObligationPorts } from '../../ports.ts';
import { type Reading, readings } from '../records.ts';
import { wakeReminders } from '../wake.ts';
import { type Moment, momentOf } from './moment.ts';
import { type HistoryEntry, noEdits, type State, states } from './records.ts';

type Ports = Pick<ObligationPorts, 'records' | 'documents' | 'clock' | 'schedule'>;

/** An obligation with what people made of it: undefined where nobody has touched it. */
export type Held = {
  readonly id: string;
  readonly documentId: string;
  readonly documentName: string;
  /** What the version that people see now says; of one that it no longer says, what was read last. */
  readonly reading: Reading;
  readonly present: boolean;
  readonly stored: Stored<State> | undefined;
};

/** Who does it, and when. */
export type Context = Moment & { readonly by: string };

/** What a person does to one obligation: its next state, undefined where it is so already. Throws what makes it impossible. */
export type Act = (held: Held, context: Context) => State | undefined;

/**
 * Does the same to all of these, or to none. Throws `not_found` for one that no document has and nobody decided on, and
 * `conflict` where somebody else changed one meanwhile, or since the caller saw this `revision`.
 */
export const changeAll = async (
  ports: Ports,
  principal: Principal,
  ids: readonly string[],
  act: Act,
  revision?: number,
): Promise<readonly Held[]> => {
  const held = await Promise.all([...new Set(ids)].map((id) => heldOf(ports, principal, id)));
  for (const { stored } of held) {
    if (revision !== undefined && (stored?.revision ?? 0) !== revision)
      throw new DossierError('conflict', { what: 'obligation' });
  }
  const context = {
    ...(await momentOf(
      ports.clock.now(),
      held.map(({ reading }) => reading),
    )),
    by: principal.user,
  };
  const writes = held.flatMap((each) => {
    const next = act(each, context);
    if (next === undefined) return [];
    return [each.stored === undefined ? insert(states, each.id, next) : update(states, each.stored, next)];
  });
  if (writes.length === 0) return held;
  await wakeReminders(ports, principal);
  await ports.records.commit(principal, { writes });
  return Promise.all(held.map(({ id }) => heldOf(ports, principal, id)));
};

/** Throws `not_found`. */
export const heldOf = async (
  { records, documents }: Pick<Ports, 'records' | 'documents'>,
  principal: Principal,
  id: string,
): Promise<Held> => {
  const stored = await records.get(principal, states, id);
  for await (const { value: reading } of eachRecord(records, principal, readings, { where: { obligation: id } })) {
    const live = (await documents.get(principal, reading.documentId))?.value.live;
    if (live && live.version === reading.version)
      return { id, documentId: reading.documentId, documentName: live.name, reading, present: true, stored };
  }
  if (stored !== undefined) {
    const { documentId, reading } = stored.value;
    const document = await documents.get(principal, documentId);
    if (document !== undefined) {
      const documentName = document.value.live?.name ?? document.value.name;
      return { id, documentId, documentName, reading, present: false, stored };
    }
  }
  throw new DossierError('not_found', { what: 'obligation', id });
};

/** What there is to change: what people made of it so far, or the beginning. */
export const stateOf = ({ documentId, reading, stored, present }: Held): State =>
  stored === undefined
    ? {
        documentId,
        standing: 'proposed',
        before: 'proposed',
        reading,
        present,
        kept: false,
        edits: noEdits,
        confirmedBy: null,
        person: null,
        since: null,
        moved: [],
        done: [],
        snoozedUntil: null,
        history: [],
      }
    : { ...stored.value, reading, present };

/** One more line of the history. */
export const entryOf = (
  { reading }: Held,
  { now, by }: Context,
  change: HistoryEntry['change'],
  more: Partial<Pick<HistoryEntry, 'reason' | 'occurrence' | 'fields'>> = {},
): HistoryEntry => ({
  change,
  by,
  at: toInstant(now),
  reason: more.reason ?? null,
  occurrence: more.occurrence ?? null,
  fields: more.fields ?? [],
  version: reading.version,
});
