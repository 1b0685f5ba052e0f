import { z } from 'zod';

/** An operation that does nothing but hand out an answer of the usual size: what remains is the way there and back. */
export const input = z.strictObject({ text: z.string().min(1).max(2000) });

export const output = z.object({
  results: z.array(
    z.object({
      chunk_id: z.string(),
      chunk_index: z.int(),
      document_id: z.string(),
      document_name: z.string(),
      page: z.int(),
      start: z.int(),
      end: z.int(),
      text: z.string(),
      score: z.number(),
    }),
  ),
});
export type Output = z.output<typeof output>;

const passage = 'Either party may end this agreement by giving the other sixty days notice in writing. '
  .repeat(9)
  .trim();

/** Five passages, as search returns them. */
export const answer: Output = {
  results: Array.from({ length: 5 }, (_, index) => ({
    chunk_id: `chk_${index}`,
    chunk_index: index,
    document_id: `doc_${index}`,
    document_name: 'lease.pdf',
    page: index + 1,
    start: index * passage.length,
    end: (index + 1) * passage.length,
    text: passage,
    score: 1 / (index + 1),
  })),
};

export const asText = ({ results }: Output): string =>
  results.map(({ document_name: name, page, text }) => `${name}, page ${page}\n${text}`).join('\n\n');

export const question = { text: 'How long is the notice period?' };
