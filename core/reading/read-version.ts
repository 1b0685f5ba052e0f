import type { ParsedDocument } from '../document/parsed.ts';
import type { StoredDocument } from '../document/record.ts';
import { versionOf } from '../document/states.ts';
import { DossierError } from '../errors/error.ts';
import type { Principal } from '../identity/principal.ts';
import type { ClauseAccess, ClauseReading } from '../ports/clauses.ts';
import type { ReadDocument } from '../ports/detector.ts';
import type { Logger } from '../ports/logger.ts';
import { type PassageSource, passagesOf } from './passages-of.ts';
import { readDocument } from './read-document.ts';
import { readingLimit, withinTime } from './within-time.ts';

export type Read = {
  readonly document: ReadDocument;
  readonly parsed: ParsedDocument;
  /** The clause model that helped; null without one, `CLAUSES_FAILED` where it could not read this document. */
  readonly clauseModel: string | null;
};

/** Stands for a clause model that could not read the document: it is asked again the next time. */
export const CLAUSES_FAILED = 'failed';

/** What a version is read with. */
export type ReadingPorts = PassageSource & { readonly clauses: ClauseAccess };

type Context = { readonly log: Logger; readonly signal: AbortSignal };

/** A version of a document as detectors read it; undefined where it is gone. Throws `reading_timeout`. */
export const readVersion = async (
  ports: ReadingPorts,
  principal: Principal,
  stored: StoredDocument,
  version: number,
  context: Context,
): Promise<Read | undefined> => {
  const found = versionOf(stored.value, version);
  const parsed = await ports.documents.parsed(principal, stored.id, version);
  const passages = parsed && (await passagesOf(ports, principal, stored, version));
  if (found === undefined || parsed === undefined || passages === undefined) return undefined;
  const { clauses, clauseModel } = await clausesOf(ports, principal, stored.id, version, context);
  const source = { documentId: stored.id, version, name: found.name, title: found.title ?? undefined };
  const document = withinTime(
    () => readDocument({ ...source, parsed, passages, clauses }),
    readingLimit(parsed.text.length),
  );
  return { document, parsed, clauseModel };
};

/** A document that the clause model cannot read is looked through without it. */
const clausesOf = async (
  { clauses }: ReadingPorts,
  principal: Principal,
  documentId: string,
  version: number,
  { log, signal }: Context,
): Promise<{ clauses: ClauseReading | undefined; clauseModel: string | null }> => {
  const clauseModel = clauses.current()?.id ?? null;
  try {
    return { clauses: await clauses.read(principal, documentId, version, signal), clauseModel };
  } catch (thrown) {
    signal.throwIfAborted();
    log.warn({ document_id: documentId, code: DossierError.from(thrown).code }, 'read without the clause model');
    return { clauses: undefined, clauseModel: CLAUSES_FAILED };
  }
};
