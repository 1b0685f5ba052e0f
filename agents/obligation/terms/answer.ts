import type { CallContext } from '../../../core/capability/capability.ts';
import { chosenDocument, chosenDocuments } from '../../../core/document/chosen.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { dayIn } from '../../../core/time/days.ts';
import type { ObligationPorts } from '../ports.ts';
import { answerFact, factKey, factRecords } from './facts/store.ts';
import { termsReader } from './load.ts';
import { type DocumentTermsView, termsView } from './show/view.ts';

type Context = Pick<CallContext, 'principal' | 'signal' | 'log' | 'progress'>;

type TermsInput = {
  readonly document_ids: readonly string[];
  readonly as_of?: string | undefined;
  readonly alone: boolean;
  readonly limit: number;
  readonly after?: string | undefined;
};

/** The terms of the chosen documents, page by page. */
export const answerTerms = async (
  ports: ObligationPorts,
  { document_ids: ids, as_of, alone, limit, after }: TermsInput,
  context: Context,
): Promise<{ documents: DocumentTermsView[]; next: string | null }> => {
  const { principal, progress } = context;
  const chosen = await chosenDocuments(ports.documents, principal, ids);
  const from = after === undefined ? 0 : chosen.findIndex(({ document }) => document.id === after) + 1;
  const page = chosen.slice(from, from + limit);
  const read = await termsReader(ports, principal, { ...context, alone });
  const asOf = as_of ?? (await todayOf(ports, principal));
  const documents: DocumentTermsView[] = [];
  for (const [index, live] of page.entries()) {
    const found = await read(live, asOf);
    if (found)
      documents.push(await termsView(ports, principal, found, await factRecords(ports, principal, live.document.id)));
    progress({ done: index + 1, total: page.length, item: live.live.name });
  }
  const next = from + limit < chosen.length ? (page.at(-1)?.document.id ?? null) : null;
  return { documents, next };
};

/** Has what people confirmed follow an answer, in the document and in all others of its contract. */
export type Renew = (principal: Principal, documentId: string, context: Context) => Promise<void>;

/** Writes an answer of the user down, and gives the terms that follow. Throws `not_found` for one that was never given. */
export const answerFacts = async (
  ports: ObligationPorts,
  fact: { readonly documentId: string; readonly name: string; readonly day: string | null },
  as_of: string | undefined,
  context: Context,
  renew: Renew,
): Promise<DocumentTermsView> => {
  const { principal } = context;
  const live = await chosenDocument(ports.documents, principal, fact.documentId);
  if (fact.day === null) {
    const known = await factRecords(ports, principal, fact.documentId);
    if (!known.some(({ name }) => factKey(name) === factKey(fact.name)))
      throw new DossierError('not_found', { what: 'fact', id: fact.name });
  }
  await answerFact(ports, principal, fact);
  await renew(principal, fact.documentId, context);
  const read = await termsReader(ports, principal, context);
  const found = await read(live, as_of ?? (await todayOf(ports, principal)));
  if (found === undefined) throw new DossierError('not_found', { what: 'document', id: fact.documentId });
  return termsView(ports, principal, found, await factRecords(ports, principal, fact.documentId));
};

/** The day that it is where the caller is. */
const todayOf = async ({ clock, notifications }: ObligationPorts, principal: Principal): Promise<string> =>
  dayIn((await notifications.preferences(principal, principal.user)).timezone, clock.now());
