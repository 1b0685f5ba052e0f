import { z } from 'zod';
import type { Evidence } from '../document/documents.ts';
import { type Box, boxSchema } from '../document/parsed.ts';

/** A quote and where it stands, as callers get it. */
export const quoteFields = {
  quote: z.string().describe('Verbatim from the document, checked against the stored text.'),
  page: z.int().positive(),
  start: z.int().nonnegative().describe("UTF-16 code units in the document's text, end exclusive."),
  end: z.int().nonnegative(),
  chunk_id: z.string(),
  document_id: z.string(),
};

export const evidenceViewSchema = z.object({
  ...quoteFields,
  document_name: z.string().optional().describe('Only where it stands in another document of the same contract.'),
  boxes: z.array(boxSchema).optional().describe('Where the quote stands on the page, where the format has positions.'),
});
export type EvidenceView = z.infer<typeof evidenceViewSchema>;

type Shown = Omit<Evidence, 'version' | 'boxes'> & {
  readonly chunkId: string;
  readonly boxes?: readonly Box[] | undefined;
};

/** `name` is that of the document where it is another one of the same contract. */
export const evidenceView = (
  { documentId, chunkId, page, start, end, quote, boxes }: Shown,
  name?: string,
): EvidenceView => ({
  quote,
  page,
  start,
  end,
  chunk_id: chunkId,
  document_id: documentId,
  ...(name === undefined ? {} : { document_name: name }),
  ...(boxes === undefined ? {} : { boxes: [...boxes] }),
});
