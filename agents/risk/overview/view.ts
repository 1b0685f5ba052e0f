import { z } from 'zod';
import { documentKinds } from '../../../core/ports/detector.ts';
import { candidateSchema } from '../explain/candidate.ts';
import { findingViewSchema } from '../findings/view.ts';
import { summarySchema } from './summary.ts';

export const partyViewSchema = z.object({
  name: z.string(),
  aliases: z.array(z.string()).describe('Words that the document uses for it: "Supplier".'),
});

/** The risks of one document. */
export const documentRisksSchema = z.object({
  document_id: z.string(),
  name: z.string(),
  version: z.int().positive(),
  kind: z.enum(documentKinds).describe('Detected. It decides which risks are looked for and what ought to be there.'),
  kind_probability: z.number().min(0).max(1),
  parties: z.array(partyViewSchema),
  reader: partyViewSchema
    .nullable()
    .describe('Whose risks these are, where a party was named and is one of this document.'),
  related: z
    .array(z.object({ document_id: z.string(), document_name: z.string() }))
    .describe('Other documents of the same contract that were read with it, oldest first.'),
  findings: z.array(findingViewSchema).describe('The worst first.'),
  missing: z
    .array(findingViewSchema)
    .describe('Protections that one expects in such a document and that are not there.'),
  candidates: z
    .array(candidateSchema)
    .describe('Risks that a chat model proposes, where one was asked: no findings, and nothing is decided on them.'),
  summary: summarySchema,
  notes: z.array(z.string()).describe('What the reader should know of how this came about.'),
});
export type DocumentRisks = z.infer<typeof documentRisksSchema>;
