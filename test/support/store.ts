import { documents, type StoredDocument } from '../../core/document/record.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import type { Store } from '../../core/ports/store.ts';

/** How many passages hold the word. */
export const hits = async ({ passages }: Pick<Store, 'passages'>, word: string): Promise<number> =>
  (await passages.lexical(localPrincipal, { terms: [word] }, { limit: 100 })).length;

/** Digests of all bytes that are kept, in their order. */
export const blobsOf = async ({ blobs }: Pick<Store, 'blobs'>): Promise<string[]> =>
  (await Array.fromAsync(blobs.list(localPrincipal))).sort();

export const documentNamed = async ({ records }: Pick<Store, 'records'>, name: string): Promise<StoredDocument> => {
  const [document] = (await records.find(localPrincipal, documents, { where: { name } })).items;
  if (document === undefined) throw new Error(`There is no ${name}.`);
  return document;
};
