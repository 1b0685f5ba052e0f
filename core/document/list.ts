import type { Principal } from '../identity/principal.ts';
import type { Records } from '../ports/records.ts';
import { type DocumentState, documents, type StoredDocument } from './record.ts';

export type DocumentQuery = {
  readonly state?: DocumentState | undefined;
  /** Part of the name, in any case. */
  readonly name?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

/** A page of documents by name. Names are compared here: engines look for whole values only. */
export const listDocuments = async (
  records: Records,
  principal: Principal,
  { state, name, limit, after }: DocumentQuery,
): Promise<{ documents: StoredDocument[]; total: number; next: string | null }> => {
  const where = state === undefined ? {} : { state };
  const wanted = name?.toLowerCase();
  const found: StoredDocument[] = [];
  let next = after;
  do {
    // No more than fits, so that the page's end is always a place where the engine can go on.
    const page = await records.find(principal, documents, {
      where,
      orderBy: { field: 'name', direction: 'asc' },
      limit: limit - found.length,
      ...(next === undefined ? {} : { after: next }),
    });
    found.push(...page.items.filter(({ value }) => wanted === undefined || value.name.toLowerCase().includes(wanted)));
    next = page.next;
  } while (next !== undefined && found.length < limit);
  return { documents: found, total: await records.count(principal, documents, where), next: next ?? null };
};
