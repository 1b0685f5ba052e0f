import { eachOfDocuments } from '../../../../core/document/of-documents.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import type { Stored } from '../../../../core/ports/records.ts';
import type { ObligationPorts } from '../../ports.ts';
import type { Analysed } from '../analysis/current.ts';
import type { Held } from '../lifecycle/change.ts';
import { type State, states } from '../lifecycle/records.ts';
import { readings, type Tier } from '../records.ts';

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
  for await (const stored of eachOfDocuments(records, principal, states, ids)) decided.set(stored.id, stored);
  const seen = new Set<string>();
  const wanted = { tier: { in: [...tiers] } };
  for await (const { value: reading } of eachOfDocuments(records, principal, readings, ids, wanted)) {
    const { obligation: id, documentId, version } = reading;
    const shown = live.get(documentId);
    if (shown?.version !== version) continue;
    seen.add(id);
    held.push({ id, documentId, documentName: shown.name, reading, present: true, stored: decided.get(id) });
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
