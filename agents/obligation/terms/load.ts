import { contractsIn } from '../../../core/contracts/family.ts';
import { openingsOf } from '../../../core/contracts/openings.ts';
import { type LiveDocument, liveDocuments } from '../../../core/document/chosen.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { ReadDocument } from '../../../core/ports/detector.ts';
import type { Logger } from '../../../core/ports/logger.ts';
import { amendedBy } from '../../../core/reading/amendment.ts';
import { readVersion } from '../../../core/reading/read-version.ts';
import { readingLimit, withinTime } from '../../../core/reading/within-time.ts';
import type { DocumentTerms } from '../model/terms.ts';
import { openings } from '../openings.ts';
import type { ObligationPorts } from '../ports.ts';
import { amendedTerms } from './amend.ts';
import { factsOf } from './facts/store.ts';
import { reckon } from './reckon/reckon.ts';

type Context = {
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Each document by itself, without what amends it. */
  readonly alone?: boolean;
};

export type ContractTerms = {
  readonly terms: DocumentTerms;
  /** The document itself first, then what amends it; of an amendment only itself. */
  readonly read: readonly ReadDocument[];
  /** Of an amendment: the contract that it belongs to, where that is here. */
  readonly amends: ReadDocument | undefined;
};

/** Says of one document after another what its terms are: which documents belong together is looked up once. */
export type TermsReader = (live: LiveDocument, asOf: string | null) => Promise<ContractTerms | undefined>;

/**
 * Terms of documents with their amendments and with what the user said, as of a day. What it returns gives undefined for a
 * document that is gone meanwhile.
 */
export const termsReader = async (
  ports: ObligationPorts,
  principal: Principal,
  { log, signal, alone = false }: Context,
): Promise<TermsReader> => {
  const related = async () => {
    const all = await liveDocuments(ports.documents, principal);
    return contractsIn(await openingsOf({ ...ports, openings }, principal, all, signal));
  };
  const relatedTo = alone ? () => [] : await related();
  const read = async (id: string, version: number): Promise<ReadDocument | undefined> => {
    const stored = await ports.documents.get(principal, id);
    return stored && (await readVersion(ports, principal, stored, version, { log, signal }))?.document;
  };
  return async ({ document, live }, asOf) => {
    signal.throwIfAborted();
    const own = await read(document.id, live.version);
    if (own === undefined) return undefined;
    const others: ReadDocument[] = [];
    for (const each of relatedTo(document.id)) {
      const other = await read(each.documentId, each.version);
      if (other !== undefined) others.push(other);
    }
    const amending = amendedBy(own) !== undefined;
    const amendments = amending ? [] : others.filter((each) => amendedBy(each) !== undefined);
    const ids = [own, ...others].map(({ documentId }) => documentId);
    const facts = await factsOf(ports, principal, ids);
    const stated = withinTime(
      () => amendedTerms(own, amendments, facts, asOf),
      readingLimit([own, ...others].reduce((sum, { text }) => sum + text.length, 0)),
    );
    return {
      terms: reckon(stated, facts, asOf),
      read: [own, ...amendments],
      amends: amending ? others.find((each) => amendedBy(each) === undefined) : undefined,
    };
  };
};
