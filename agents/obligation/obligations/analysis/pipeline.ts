import type { StoredDocument } from '../../../../core/document/record.ts';
import { DossierError } from '../../../../core/errors/error.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import type { ObligationPorts } from '../../ports.ts';
import { analysisOf, type Setting } from './current.ts';
import { familyOf } from './family.ts';

/**
 * Reads a version on its way through the pipeline, so that its obligations are there when it is ready. A document is not
 * held up by what goes wrong here: it is read again when somebody asks.
 */
export const analyseVersion = async (
  ports: ObligationPorts,
  principal: Principal,
  document: StoredDocument,
  setting: Setting,
): Promise<void> => {
  const target = { document, live: document.value.latest };
  try {
    const family = await familyOf(ports, principal, target);
    if (family !== undefined) await analysisOf(ports, principal, target, { ...setting, family });
  } catch (thrown) {
    setting.signal.throwIfAborted();
    const { code, cause } = DossierError.from(thrown);
    setting.log.warn({ document_id: document.id, code, err: cause }, 'not read for obligations yet');
  }
};
