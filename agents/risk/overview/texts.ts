import type { ParsedDocument } from '../../../core/document/parsed.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { RiskPorts } from '../ports.ts';
import type { DocumentRisks } from './view.ts';

/** A document with its text as it can be read now. */
export type DocumentText = {
  readonly documentId: string;
  readonly version: number;
  readonly name: string;
  readonly parsed: ParsedDocument;
};

/** The texts that what was found in a document may quote, its own and those of related documents, by document. */
export const textsOf = async (
  { documents }: Pick<RiskPorts, 'documents'>,
  principal: Principal,
  { document_id: own, related }: Pick<DocumentRisks, 'document_id' | 'related'>,
): Promise<ReadonlyMap<string, DocumentText>> => {
  const texts = new Map<string, DocumentText>();
  for (const documentId of [own, ...related.map((each) => each.document_id)]) {
    const live = (await documents.get(principal, documentId))?.value.live;
    const parsed = live && (await documents.parsed(principal, documentId, live.version));
    if (live && parsed) texts.set(documentId, { documentId, version: live.version, name: live.name, parsed });
  }
  return texts;
};
