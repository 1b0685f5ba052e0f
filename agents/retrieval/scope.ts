import { chosenDocuments } from '../../core/document/chosen.ts';
import type { Principal } from '../../core/identity/principal.ts';
import type { PassageFilter } from '../../core/ports/passages.ts';
import type { RetrievalPorts } from './ports.ts';

/** The filter for the documents that were asked for; all of the workspace without any. Throws as `chosenDocuments` does. */
export const filterFor = async (
  { documents }: Pick<RetrievalPorts, 'documents'>,
  principal: Principal,
  documentIds: readonly string[],
): Promise<PassageFilter | undefined> => {
  if (documentIds.length === 0) return undefined;
  const chosen = await chosenDocuments(documents, principal, documentIds);
  return { documentIds: chosen.map(({ document }) => document.id) };
};
