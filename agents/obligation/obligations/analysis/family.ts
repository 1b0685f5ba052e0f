import { contractsIn } from '../../../../core/contracts/family.ts';
import { openingsBeside, openingsOf, storeOpening } from '../../../../core/contracts/openings.ts';
import type { OpeningRecord } from '../../../../core/contracts/records.ts';
import { type LiveDocument, liveDocuments } from '../../../../core/document/chosen.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import { openings } from '../../openings.ts';
import type { ObligationPorts } from '../../ports.ts';

/** Says of a document what else belongs to the same contract, oldest first. */
export type Family = (documentId: string) => readonly OpeningRecord[];

/** Of all documents that can be read. */
export const familyOfAll = async (
  ports: ObligationPorts,
  principal: Principal,
  signal: AbortSignal,
): Promise<Family> => {
  const all = await liveDocuments(ports.documents, principal);
  return contractsIn(await openingsOf({ ...ports, openings }, principal, all, signal));
};

/** Of one version, which may be on its way; undefined where it is gone. */
export const familyOf = async (
  ports: ObligationPorts,
  principal: Principal,
  target: LiveDocument,
): Promise<Family | undefined> => {
  const own = await storeOpening({ ...ports, openings }, principal, target);
  return own && contractsIn(await openingsBeside({ ...ports, openings }, principal, own));
};
