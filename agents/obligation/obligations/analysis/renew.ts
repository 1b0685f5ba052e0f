import { liveDocuments } from '../../../../core/document/chosen.ts';
import { eachRecord } from '../../../../core/document/each.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import type { ObligationPorts } from '../../ports.ts';
import { analyses } from '../records.ts';
import { analysisOf, type Setting } from './current.ts';
import { familyOfAll } from './family.ts';

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
  const family = await familyOfAll(ports, principal, setting.signal);
  const ids = new Set([documentId, ...family(documentId).map((each) => each.documentId)]);
  for await (const { value } of eachRecord(ports.records, principal, analyses, { where: { beside: true } })) {
    if (value.related.some((each) => each.documentId === documentId)) ids.add(value.documentId);
  }
  for (const live of await liveDocuments(ports.documents, principal, [...ids])) {
    setting.signal.throwIfAborted();
    await analysisOf(ports, principal, live, { ...setting, family });
  }
};
