import { createHash } from 'node:crypto';
import { eachRecord } from '../../../../core/document/each.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import { toInstant } from '../../../../core/ports/clock.ts';
import { insert, remove, update } from '../../../../core/ports/records.ts';
import type { Facts } from '../../model/terms.ts';
import type { ObligationPorts } from '../../ports.ts';
import { type FactRecord, facts } from './records.ts';

type Ports = Pick<ObligationPorts, 'records'>;

/** How names are compared: "the  Closing Date" is "closing date". */
export const factKey = (name: string): string =>
  name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^the\s+/i, '')
    .toLowerCase();

const factId = (documentId: string, name: string): string =>
  `${documentId}:${createHash('sha256').update(factKey(name)).digest('hex').slice(0, 32)}`;

/** Everything that was ever said of a document, the answers taken back among them, by name. */
export const factRecords = async (
  { records }: Ports,
  principal: Principal,
  documentId: string,
): Promise<readonly FactRecord[]> => {
  const found = await Array.fromAsync(eachRecord(records, principal, facts, { where: { documentId } }));
  return found.map(({ value }) => value).toSorted((a, b) => a.name.localeCompare(b.name));
};

/**
 * What holds now of what was said of these documents, as terms and deadlines are reckoned with. What was said of an
 * earlier one of them goes before what was said of a later one.
 */
export const factsOf = async (ports: Ports, principal: Principal, documentIds: readonly string[]): Promise<Facts> => {
  const all = new Map<string, string>();
  for (const documentId of documentIds) {
    for (const { name, history } of await factRecords(ports, principal, documentId)) {
      const day = history.at(-1)?.day ?? null;
      if (day !== null && !all.has(factKey(name))) all.set(factKey(name), day);
    }
  }
  return all;
};

/** Writes down a day, or with null that there is none. The same answer is not written down twice. Throws `conflict`. */
export const answerFact = async (
  { records, clock }: Pick<ObligationPorts, 'records' | 'clock'>,
  principal: Principal,
  { documentId, name, day }: { readonly documentId: string; readonly name: string; readonly day: string | null },
): Promise<void> => {
  const id = factId(documentId, name);
  const stored = await records.get(principal, facts, id);
  const last = stored?.value.history.at(-1)?.day ?? null;
  if (last === day) return;
  const history = [...(stored?.value.history ?? []), { day, by: principal.user, at: toInstant(clock.now()) }];
  const value: FactRecord = { documentId, name: stored?.value.name ?? name.trim().replace(/\s+/g, ' '), history };
  await records.commit(principal, { writes: [stored ? update(facts, stored, value) : insert(facts, id, value)] });
};

/** Takes out what was said of a document that is gone. May be called again. */
export const forgetFacts = async ({ records }: Ports, principal: Principal, documentId: string): Promise<void> => {
  const found = await Array.fromAsync(eachRecord(records, principal, facts, { where: { documentId } }));
  if (found.length > 0) await records.commit(principal, { writes: found.map(({ id }) => remove(facts, id)) });
};
