import { z } from 'zod';
import { boxSchema } from '../../../core/document/parsed.ts';
import { readableRow } from '../../../core/document/table.ts';
import { partNames, placeFields } from '../place.ts';

export const citationSchema = z.object({
  ...placeFields,
  quote: z.string().describe('Verbatim from the document, checked against the stored text.'),
  table_rows: z
    .array(z.array(z.object({ column: z.string(), text: z.string(), address: z.string().optional() })))
    .optional()
    .describe('Where the quote is rows of a table: their cells, each under the name of its column.'),
  boxes: z.array(boxSchema).optional().describe('Where the quote stands on the page, where the format has positions.'),
});
export type Citation = z.infer<typeof citationSchema>;

type Said = Pick<Citation, 'quote' | 'document_id' | 'document_name' | 'part' | 'table_rows'>;

/**
 * The quotes one below the other, without their line breaks, and rows of tables with the names of their columns; of
 * several documents each with its name, and what is not a document's own voice with whose it is.
 */
export const answerOf = (citations: readonly Said[]): string => {
  const several = new Set(citations.map(({ document_id }) => document_id)).size > 1;
  return citations
    .map((citation) => {
      const { document_name: name, part } = citation;
      const notes = [...(several ? [name] : []), ...(part === undefined ? [] : [partNames[part]])];
      return `${saidIn(citation)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
    })
    .join('\n');
};

const saidIn = ({ quote, table_rows: rows }: Said): string =>
  rows === undefined ? quote.replace(/\s+/g, ' ') : rows.map((cells) => readableRow({ cells })).join('\n');
