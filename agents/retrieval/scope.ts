import { DossierError } from '../../core/errors/error.ts';
import type { Principal } from '../../core/identity/principal.ts';
import type { PassageFilter } from '../../core/ports/passages.ts';
import type { RetrievalPorts } from './ports.ts';

/**
 * The filter for the documents that were asked for; all of the workspace without any.
 * Throws `not_found` for a document that is not there, `not_ready` for one that cannot be searched yet.
 */
export const filterFor = async (
  { documents }: Pick<RetrievalPorts, 'documents'>,
  principal: Principal,
  documentIds: readonly string[],
): Promise<PassageFilter | undefined> => {
  if (documentIds.length === 0) return undefined;
  const ids = [...new Set(documentIds)];
  const ready = new Set((await documents.ready(principal, ids)).map((document) => document.id));
  for (const id of ids) {
    if (ready.has(id)) continue;
    const document = await documents.get(principal, id);
    if (!document) throw new DossierError('not_found', { what: 'document', id });
    throw new DossierError('not_ready', { id, state: document.value.state });
  }
  return { documentIds: ids };
};
