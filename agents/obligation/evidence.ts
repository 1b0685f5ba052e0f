import { z } from 'zod';
import { boxSchema } from '../../core/document/parsed.ts';
import type { Principal } from '../../core/identity/principal.ts';
import type { ReadDocument } from '../../core/ports/detector.ts';
import { trimSpan } from '../../core/text/span.ts';
import type { Source } from './model/terms.ts';
import type { ObligationPorts } from './ports.ts';

/** A quote and where it stands. */
export const evidenceSchema = z.object({
  quote: z.string().describe('Verbatim from the document, checked against the stored text.'),
  page: z.int().positive(),
  start: z.int().nonnegative().describe("UTF-16 code units in the document's text, end exclusive."),
  end: z.int().nonnegative(),
  chunk_id: z.string(),
  document_id: z.string(),
  document_name: z.string().optional().describe('Only where it stands in another document of the same contract.'),
  boxes: z.array(boxSchema).optional().describe('Where the quote stands on the page, where the format has positions.'),
});
export type EvidenceView = z.output<typeof evidenceSchema>;

/** What stands at the places, each checked against the stored text; what does not stand there is left out. */
export const verifiedEvidence = async (
  { documents }: Pick<ObligationPorts, 'documents'>,
  principal: Principal,
  read: readonly ReadDocument[],
  sources: readonly Source[],
): Promise<EvidenceView[]> => {
  const views: EvidenceView[] = [];
  for (const { documentId, ...span } of sources) {
    const document = read.find((each) => each.documentId === documentId);
    if (document === undefined) continue;
    const { start, end } = trimSpan(document.text, span);
    const quote = document.text.slice(start, end);
    const { version } = document;
    const evidence = await documents.verify(principal, { documentId, version, start, end, quote });
    if (evidence === undefined) continue;
    const { page, boxes } = evidence;
    views.push({
      quote,
      page,
      start,
      end,
      chunk_id: (document.units.findLast((unit) => unit.start <= start) ?? document.units[0])?.passageId ?? '',
      document_id: documentId,
      ...(document === read[0] ? {} : { document_name: document.name }),
      ...(boxes === undefined ? {} : { boxes: [...boxes] }),
    });
  }
  return views;
};
