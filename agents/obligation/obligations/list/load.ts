import { eachRecord } from '../../../../core/document/each.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import type { Stored } from '../../../../core/ports/records.ts';
import type { ObligationPorts } from '../../ports.ts';
import type { Analysed } from '../analysis/current.ts';
import type { Held } from '../lifecycle/change.ts';
import { type State, states } from '../lifecycle/records.ts';
import { type Reading, readings, type Tier } from '../records.ts';

/** Ids in one query. */
const AT_ONCE = 100;

/**
 * The obligations of these documents: what their versions of now say, and what people decided on that they no longer say.
 * Of what nobody touched only these tiers.
 */
export const loadObligations = async (
  { records }: Pick<ObligationPorts, 'records'>,
  principal: Principal,
  analysed: readonly Analysed[],
  tiers: readonly Tier[],
): Promise<readonly Held[]> => {
  const live = new Map(analysed.map((each) => [each.document.id, each.live]));
  const held: Held[] = [];
  const decided = new Map<string, Stored<State>>();
  const ids = [...live.keys()];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const documentId = { in: ids.slice(from, from + AT_ONCE) };
    for await (const stored of eachRecord(records, principal, states, { where: { documentId } }))
      decided.set(stored.id, stored);
  }
  const seen = new Set<string>();
  const add = (reading: Reading): void => {
    const { name, version } = live.get(reading.documentId) ?? { name: '', version: 0 };
    if (reading.version !== version || seen.has(reading.obligation)) return;
    seen.add(reading.obligation);
    const stored = decided.get(reading.obligation);
    const { obligation: id, documentId } = reading;
    held.push({ id, documentId, documentName: name, reading, present: true, stored });
  };
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const where = { documentId: { in: ids.slice(from, from + AT_ONCE) }, tier: { in: [...tiers] } };
    for await (const { value } of eachRecord(records, principal, readings, { where })) add(value);
  }
  for (const [id, stored] of decided) {
    if (seen.has(id)) continue;
    const { documentId, present, reading } = stored.value;
    const { name, version } = live.get(documentId) ?? { name: '', version: 0 };
    // Untouched tiers were left out above; what somebody touched is always there.
    held.push({ id, documentId, documentName: name, reading, present: present && reading.version === version, stored });
  }
  return held;
};
