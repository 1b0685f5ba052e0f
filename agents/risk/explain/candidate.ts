import { z } from 'zod';
import { evidenceViewSchema } from '../../../core/evidence/evidence-view.ts';
import { severities } from '../../../core/ports/detector.ts';

/** A risk that a chat model proposes: nobody knows how sure it is, and nothing is decided on it. */
export const candidateSchema = z.object({
  title: z.string(),
  severity: z.enum(severities).describe('As the chat model sees it.'),
  rationale: z.string().describe('Sentences of the chat model that their quotes bear out.'),
  proposed_by: z.string().describe('The chat model.'),
  evidence: z.array(evidenceViewSchema).min(1),
});
export type Candidate = z.infer<typeof candidateSchema>;
