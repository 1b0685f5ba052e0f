import { removeOlderOpenings } from '../../core/contracts/openings.ts';
import type { Principal } from '../../core/identity/principal.ts';
import type { Setting } from './obligations/analysis/current.ts';
import { forgetObligations, renewObligations } from './obligations/forget.ts';
import { openings } from './openings.ts';
import type { ObligationPorts } from './ports.ts';
import { forgetFacts } from './terms/facts/store.ts';

/** Takes out everything that came from a document or was said of it. May be called again. */
export const forgetDocument = async (
  ports: ObligationPorts,
  principal: Principal,
  documentId: string,
  setting: Setting,
): Promise<void> => {
  await removeOlderOpenings({ ...ports, openings }, principal, documentId);
  await forgetFacts(ports, principal, documentId);
  await forgetObligations(ports, principal, documentId, setting);
};

/** A version has become the one that people see. Takes out what came from versions that are gone; what people said stays. May be called again. */
export const forgetOlder = async (
  ports: ObligationPorts,
  principal: Principal,
  documentId: string,
  setting: Setting,
): Promise<void> => {
  await removeOlderOpenings({ ...ports, openings }, principal, documentId);
  await renewObligations(ports, principal, documentId, setting);
};
