import type { Documents } from '../document/documents.ts';
import type { Principal } from '../identity/principal.ts';
import type { ReadDocument } from '../ports/detector.ts';
import { type Span, trimSpan } from '../text/span.ts';
import type { EvidenceRecord } from './evidence-record.ts';

/** A place in one of the documents that were read. */
export type Place = Span & { readonly documentId?: string | undefined };

/** What stands at the place, checked against the stored text; undefined for what does not stand there. */
export const verifyPlace = async (
  documents: Pick<Documents, 'verify'>,
  principal: Principal,
  document: ReadDocument,
  related: readonly ReadDocument[],
  { documentId = document.documentId, ...span }: Place,
): Promise<EvidenceRecord | undefined> => {
  const source = [document, ...related].find((each) => each.documentId === documentId);
  if (source === undefined || !liesWithin(source, span)) return undefined;
  const { start, end } = trimSpan(source.text, span);
  const quote = source.text.slice(start, end);
  const { version } = source;
  const evidence = await documents.verify(principal, { documentId, version, start, end, quote });
  if (evidence === undefined) return undefined;
  const { page, boxes } = evidence;
  return {
    documentId,
    version,
    chunkId: passageAt(source, start),
    page,
    start,
    end,
    quote,
    ...(boxes === undefined ? {} : { boxes: [...boxes] }),
  };
};

const liesWithin = ({ text }: ReadDocument, { start, end }: Span): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length;

/** The passage that the place begins in, or the one before it. */
const passageAt = ({ units }: ReadDocument, start: number): string =>
  (units.findLast((unit) => unit.start <= start) ?? units[0])?.passageId ?? '';
