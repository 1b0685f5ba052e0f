import { randomUUID } from 'node:crypto';
import { eachRecord } from '../../../core/document/each.ts';
import { untilCommitted } from '../../../core/document/until-committed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { toInstant } from '../../../core/ports/clock.ts';
import { insert, remove, type Stored, update, type Write } from '../../../core/ports/records.ts';
import type { RetrievalPorts } from '../ports.ts';
import { type ThreadRecord, type TurnRecord, threads, turns } from './records.ts';

type Ports = Pick<RetrievalPorts, 'records' | 'clock'>;

/** Throws `not_found`. */
export const loadThread = async (
  { records }: Ports,
  principal: Principal,
  id: string,
): Promise<Stored<ThreadRecord>> => {
  const thread = await records.get(principal, threads, id);
  if (!thread) throw new DossierError('not_found', { what: 'thread', id });
  return thread;
};

/** All turns of a thread, in order. */
export const loadTurns = (
  { records }: Ports,
  principal: Principal,
  id: string,
): Promise<readonly Stored<TurnRecord>[]> =>
  Array.fromAsync(
    eachRecord(records, principal, turns, {
      where: { thread: id },
      orderBy: { field: 'index', direction: 'asc' },
    }),
  );

export const lastTurn = async (
  { records }: Ports,
  principal: Principal,
  id: string,
): Promise<TurnRecord | undefined> => {
  const page = await records.find(principal, turns, {
    where: { thread: id },
    orderBy: { field: 'index', direction: 'desc' },
    limit: 1,
  });
  return page.items[0]?.value;
};

type NewTurn = Pick<TurnRecord, 'question' | 'topic' | 'outcome'> & { readonly documentIds: readonly string[] };

/** Adds a turn to the thread, or begins a thread with it; the thread's id comes back. */
export const addTurn = (
  ports: Ports,
  principal: Principal,
  thread: string | undefined,
  turn: NewTurn,
): Promise<string> => untilCommitted(() => tryAddTurn(ports, principal, thread, turn));

const tryAddTurn = async (
  { records, clock }: Ports,
  principal: Principal,
  thread: string | undefined,
  { question, topic, outcome, documentIds }: NewTurn,
): Promise<string> => {
  const now = toInstant(clock.now());
  const stored = thread === undefined ? undefined : await loadThread({ records, clock }, principal, thread);
  const id = stored?.id ?? `thr_${randomUUID().replaceAll('-', '')}`;
  const index = stored?.value.turns ?? 0;
  const writes: Write[] = [
    stored
      ? update(threads, stored, { ...stored.value, updatedAt: now, turns: index + 1, documentIds: [...documentIds] })
      : insert(threads, id, {
          title: question.slice(0, 200),
          createdAt: now,
          updatedAt: now,
          turns: 1,
          documentIds: [...documentIds],
        }),
    insert(turns, `${id}_${index}`, { thread: id, index, question, topic, outcome, askedAt: now }),
  ];
  await records.commit(principal, { writes });
  return id;
};

/** The thread and all its turns, in one commit. */
export const deleteThread = async (ports: Ports, principal: Principal, id: string): Promise<number> => {
  await loadThread(ports, principal, id);
  const all = await loadTurns(ports, principal, id);
  await ports.records.commit(principal, {
    writes: [...all.map((turn) => remove(turns, turn.id)), remove(threads, id)],
  });
  return all.length;
};
