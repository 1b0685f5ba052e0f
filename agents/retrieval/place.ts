import { z } from 'zod';

/** Where a passage or a quote stands, as search and ask both say it. */
export const placeFields = {
  chunk_id: z.string(),
  chunk_index: z.int().nonnegative(),
  document_id: z.string(),
  document_name: z.string(),
  page: z.int().positive(),
  range: z.string().optional().describe('Where its cells stand, in a spreadsheet: "Fees!A2:C14".'),
  start: z.int().nonnegative().describe("UTF-16 code units in the document's text, end exclusive."),
  end: z.int().nonnegative(),
};
