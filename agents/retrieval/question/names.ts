import type { StoredDocument } from '../../../core/document/record.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { RetrievalPorts } from '../ports.ts';

/** What a citation says of a document: its name and, where it came in another one, that one's. */
export type Provenance = { readonly document_name: string; readonly attached_to?: string | undefined };

export const provenanceOf = async (
  { documents }: Pick<RetrievalPorts, 'documents'>,
  principal: Principal,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Provenance>> => {
  const found = await readyOf({ documents }, principal, ids);
  const parents = [...new Set(found.flatMap(({ value }) => value.parent ?? []))];
  const names = new Map(
    await Promise.all(parents.map(async (id) => [id, (await documents.get(principal, id))?.value.name] as const)),
  );
  return new Map(
    found.map(({ id, value }) => {
      const parent = value.parent === null ? undefined : names.get(value.parent);
      const own = { document_name: value.live?.name ?? value.name };
      return [id, parent === undefined ? own : { ...own, attached_to: parent }];
    }),
  );
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
