import { DossierError } from '../errors/error.ts';
import type { Collection, Records } from '../ports/records.ts';

/** Records as one plugin may use them: its own collections, and nothing of core or of another plugin. */
export const ownRecords = (records: Records, plugin: string): Records => {
  const own = <T extends object>(collection: Collection<T>): Collection<T> => {
    if (collection.name.startsWith(`${plugin}.`)) return collection;
    throw new DossierError(
      'internal',
      {},
      {
        cause: new Error(`plugin ${plugin} reached for the collection ${collection.name}`),
      },
    );
  };
  return {
    get: (principal, collection, id) => records.get(principal, own(collection), id),
    find: (principal, collection, query) => records.find(principal, own(collection), query),
    count: (principal, collection, where) => records.count(principal, own(collection), where),
    commit: (principal, commit) => {
      for (const write of commit.writes) own(write.collection);
      return records.commit(principal, commit);
    },
  };
};
