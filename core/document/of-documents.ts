import type { Principal } from '../identity/principal.ts';
import type { Collection, Records, Stored, Where } from '../ports/records.ts';
import { eachRecord } from './each.ts';

/** Ids in one query. */
const AT_ONCE = 100;

/** All records of these documents, of which the condition holds as well. The collection has an index on `documentId`. */
export async function* eachOfDocuments<T extends { readonly documentId: string }>(
  records: Records,
  principal: Principal,
  collection: Collection<T>,
  documentIds: readonly string[],
  where?: Where<T>,
): AsyncGenerator<Stored<T>> {
  for (let from = 0; from < documentIds.length; from += AT_ONCE) {
    const documentId = { in: documentIds.slice(from, from + AT_ONCE) };
    yield* eachRecord(records, principal, collection, { where: { ...where, documentId } as Where<T> });
  }
}
