import type { Principal } from '../../core/identity/principal.ts';
import type { RetrievalPorts } from './ports.ts';

/** The names of documents by id, under which people know them. */
export const documentNames = async (
  { documents }: Pick<RetrievalPorts, 'documents'>,
  principal: Principal,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const found = await documents.ready(principal, wanted);
  return new Map(found.map(({ id, value }) => [id, value.live?.name ?? value.name]));
};
