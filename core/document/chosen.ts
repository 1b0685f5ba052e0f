import { DossierError } from '../errors/error.ts';
import type { Principal } from '../identity/principal.ts';
import type { Documents } from './documents.ts';
import type { DocumentVersion, StoredDocument } from './record.ts';

/** A document with the version of it that can be read. */
export type LiveDocument = { readonly document: StoredDocument; readonly live: DocumentVersion };

/** The documents that can be read now, by name, of all or of those with these ids. */
export const liveDocuments = async (
  documents: Pick<Documents, 'ready'>,
  principal: Principal,
  ids?: readonly string[],
): Promise<readonly LiveDocument[]> =>
  (await documents.ready(principal, ids)).flatMap((document) => {
    const { live } = document.value;
    return live === null ? [] : [{ document, live }];
  });

/**
 * The documents that were asked for, in that order; all that can be read, by name, where none was. Throws `not_found`
 * for one that is not there, `document_failed` for one that could not be read, `not_ready` for one that is not read yet.
 */
export const chosenDocuments = async (
  documents: Pick<Documents, 'get' | 'ready'>,
  principal: Principal,
  ids: readonly string[],
): Promise<readonly LiveDocument[]> =>
  ids.length === 0
    ? liveDocuments(documents, principal)
    : Promise.all([...new Set(ids)].map((id) => chosenDocument(documents, principal, id)));

/** Throws as `chosenDocuments` does. */
export const chosenDocument = async (
  documents: Pick<Documents, 'get'>,
  principal: Principal,
  id: string,
): Promise<LiveDocument> => {
  const document = await documents.get(principal, id);
  if (document === undefined) throw new DossierError('not_found', { what: 'document', id });
  const { live, latest } = document.value;
  if (live !== null) return { document, live };
  if (latest.error !== null) throw new DossierError('document_failed', { id, code: latest.error.code });
  throw new DossierError('not_ready', { id, state: latest.state });
};
