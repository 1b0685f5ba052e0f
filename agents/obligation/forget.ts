import { removeOlderOpenings } from '../../core/contracts/openings.ts';
import type { Principal } from '../../core/identity/principal.ts';
import { openings } from './openings.ts';
import type { ObligationPorts } from './ports.ts';
import { forgetFacts } from './terms/facts/store.ts';

type Ports = Pick<ObligationPorts, 'records' | 'documents'>;

/** Takes out everything that came from a document or was said of it. May be called again. */
export const forgetDocument = async (ports: Ports, principal: Principal, documentId: string): Promise<void> => {
  await removeOlderOpenings({ ...ports, openings }, principal, documentId);
  await forgetFacts(ports, principal, documentId);
};

/** Takes out what came from versions that are gone; what people said stays. May be called again. */
export const forgetOlder = (ports: Ports, principal: Principal, documentId: string): Promise<void> =>
  removeOlderOpenings({ ...ports, openings }, principal, documentId);
