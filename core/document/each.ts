import type { Principal } from '../identity/principal.ts';
import type { Collection, RecordQuery, Records, Stored } from '../ports/records.ts';

/** All records that the query finds, a page at a time. */
export async function* eachRecord<T extends object>(
  records: Records,
  principal: Principal,
  collection: Collection<T>,
  query: Omit<RecordQuery<T>, 'limit' | 'after'> = {},
): AsyncGenerator<Stored<T>> {
  for (let after: string | undefined; ; ) {
    const page = await records.find(principal, collection, {
      ...query,
      limit: 500,
      ...(after === undefined ? {} : { after }),
    });
    yield* page.items;
    after = page.next;
    if (after === undefined) return;
  }
}
