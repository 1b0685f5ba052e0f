import { z } from 'zod';

const rankSchema = z.object({
  rank: z.int().positive().describe('Place in this ranking, from 1.'),
  score: z.number().describe("The engine's score, comparable within this ranking only."),
  share: z.number().describe('What the place adds to the sum.'),
});

export const explanationSchema = z.object({
  lexical: rankSchema.nullable().describe("BM25 over the question's words and those that may stand for them."),
  vector: rankSchema
    .nullable()
    .describe('Cosine similarity of the embeddings; null without an embedder or out of reach.'),
  clauses: rankSchema
    .nullable()
    .describe('Probability that it states what the question is about; null without a clause model or out of reach.'),
  signals: z.record(z.string(), z.number()).describe('What the best sentence and the place in the document add.'),
  arithmetic: z.string(),
  matched_terms: z.array(z.string()),
  missing_terms: z.array(z.string()),
  best_sentence: z.string(),
  reason: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;
