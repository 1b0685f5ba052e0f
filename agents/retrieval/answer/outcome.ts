import { z } from 'zod';
import { queryTypes } from '../question/types.ts';
import { citationSchema } from './citation.ts';

/** Below this probability of being right an answer is not given. Chosen on eval/tuning; see docs/decisions/0006. */
export const answerThreshold = 0.5;

/** Bands by the probability that the answer is right. */
export const bandOf = (confidence: number): 'low' | 'medium' | 'high' =>
  confidence >= 0.75 ? 'high' : confidence >= 0.5 ? 'medium' : 'low';

export const notFound = 'Not found in these documents.';

export const outcomeSchema = z.object({
  answer: z.string().describe('Whole sentences from the documents, or that nothing was found.'),
  answered: z.boolean(),
  query_type: z.enum(queryTypes),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('The probability that the answer is right; what the best evidence had when there is none.'),
  confidence_band: z.enum(['low', 'medium', 'high']).describe('low below 0.5, medium from 0.5, high from 0.75.'),
  missing_information: z.array(z.string()).describe('What was looked for and not found.'),
  citations: z.array(citationSchema),
  thread_id: z.string().optional(),
});
export type Outcome = z.infer<typeof outcomeSchema>;
