import { contractsIn } from '../../../core/contracts/family.ts';
import { openingsBeside, storeOpening } from '../../../core/contracts/openings.ts';
import type { StoredDocument } from '../../../core/document/record.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { Logger } from '../../../core/ports/logger.ts';
import { openings } from '../openings.ts';
import { loadPolicy } from '../policy/effective.ts';
import type { RiskPorts } from '../ports.ts';
import { analysisOf } from './current.ts';

/**
 * Looks a version through on its way through the pipeline, so that its risks are there when it is ready. A document is
 * not held up by what goes wrong here: it is looked through again when somebody asks.
 */
export const analyseVersion = async (
  ports: RiskPorts,
  principal: Principal,
  document: StoredDocument,
  { log, signal }: { readonly log: Logger; readonly signal: AbortSignal },
): Promise<void> => {
  const target = { document, live: document.value.latest };
  try {
    const policy = await loadPolicy(ports, principal);
    const own = await storeOpening({ ...ports, openings }, principal, target);
    if (own === undefined) return;
    const related = contractsIn(await openingsBeside({ ...ports, openings }, principal, own))(document.id);
    await analysisOf(ports, principal, target, { policy, related, log, signal });
  } catch (thrown) {
    signal.throwIfAborted();
    const { code, cause } = DossierError.from(thrown);
    log.warn({ document_id: document.id, code, err: cause }, 'not looked through yet');
  }
};
