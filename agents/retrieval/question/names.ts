import type { StoredDocument } from '../../../core/document/record.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { RetrievalPorts } from '../ports.ts';

/** The names of documents by id, under which people know them. */
export const documentNames = async (
  { documents }: Pick<RetrievalPorts, 'documents'>,
  principal: Principal,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await readyOf({ documents }, principal, ids);
  return new Map(found.map(({ id, value }) => [id, value.live?.name ?? value.name]));
};

/** What documents are called, by id: the name of the file and the title in it. */
export const documentLabels = async (
  { documents }: Pick<RetrievalPorts, 'documents'>,
  principal: Principal,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await readyOf({ documents }, principal, ids);
  return new Map(
    found.map(({ id, value }) => [
      id,
      `${(value.live?.name ?? value.name).replace(/\.\w+$/, '')} ${value.live?.title ?? ''}`,
    ]),
  );
};

const readyOf = async (
  { documents }: Pick<RetrievalPorts, 'documents'>,
  principal: Principal,
  ids: readonly string[],
): Promise<readonly StoredDocument[]> => (ids.length === 0 ? [] : documents.ready(principal, [...new Set(ids)]));
