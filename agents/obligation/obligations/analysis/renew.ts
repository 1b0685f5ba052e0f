import { type LiveDocument, liveDocuments } from '../../../../core/document/chosen.ts';
import { eachRecord } from '../../../../core/document/each.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import type { ObligationPorts } from '../../ports.ts';
import { analyses } from '../records.ts';
import { analysisOf, type Setting } from './current.ts';
import { familyOf } from './family.ts';

/**
 * Reads a document and all others of its contract anew where something that decides has changed: a new version of one of
 * them, a day that the user gave. What people confirmed gets its new days without anybody asking. May be called again.
 */
export const renewContract = async (
  ports: ObligationPorts,
  principal: Principal,
  documentId: string,
  setting: Setting,
): Promise<void> => {
  const [own] = await liveDocuments(ports.documents, principal, [documentId]);
  const others = new Set<string>();
  if (own !== undefined) for (const id of await renewOne(ports, principal, own, setting)) others.add(id);
  // What was read with it, though it no longer is of the same contract, or is gone.
  for await (const { value } of eachRecord(ports.records, principal, analyses, { where: { beside: true } })) {
    if (value.related.some((each) => each.documentId === documentId)) others.add(value.documentId);
  }
  others.delete(documentId);
  if (others.size === 0) return;
  for (const live of await liveDocuments(ports.documents, principal, [...others])) {
    setting.signal.throwIfAborted();
    await renewOne(ports, principal, live, setting);
  }
};

/** Gives the ids of the other documents of its contract. Looks only at what amends, unless it amends itself: others are never of one contract. */
const renewOne = async (
  ports: ObligationPorts,
  principal: Principal,
  live: LiveDocument,
  setting: Setting,
): Promise<readonly string[]> => {
  const family = await familyOf(ports, principal, live);
  if (family === undefined) return [];
  await analysisOf(ports, principal, live, { ...setting, family });
  return family(live.document.id).map((each) => each.documentId);
};
