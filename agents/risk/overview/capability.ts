import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import { severities } from '../../../core/ports/detector.ts';
import { statuses } from '../decisions/records.ts';
import type { RiskOptions } from '../options.ts';
import { policyViewSchema } from '../policy/view.ts';
import type { RiskPorts } from '../ports.ts';
import { renderRisks } from './render.ts';
import { summarySchema } from './summary.ts';
import { documentRisksSchema } from './view.ts';

export const reportFormats = ['md', 'html'] as const;

/** How those say which risks they want that ask for them. */
export const risksFields = {
  document_ids: z.array(z.string().min(1)).max(1000).default([]).describe('Ids of documents; all of them without any.'),
  party: z
    .string()
    .trim()
    .min(1, 'is empty: name a party, or leave it out')
    .max(200)
    .optional()
    .describe(
      'Who the reader is: a name, or a word of the documents ("licensee"). What hurts only the others is left out.',
    ),
  min_severity: z.enum(severities).default('low').describe('Leaves out what is less severe.'),
  status: z
    .array(z.enum(statuses))
    .default(['open', 'accepted'])
    .describe('Findings that have this status; open and accepted ones without any.'),
  explain: z
    .boolean()
    .optional()
    .describe(
      'Lets the configured chat model explain findings and propose further ones; parts of the documents are sent to it.',
    ),
};

const formatField = z
  .enum(reportFormats)
  .optional()
  .describe(
    'A report of all of them in place of the fields, as text: md or html. risks report also writes it to a file.',
  );

/** One document that was asked for alone is told by its own fields, several by `documents`, and a report by its text. */
const risksOutputSchema = documentRisksSchema.partial().extend({
  documents: z
    .array(documentRisksSchema)
    .optional()
    .describe(
      'The documents, the worst first; absent where a single one was asked for: its fields then stand in its place.',
    ),
  next: z.string().nullable().optional().describe('With documents: give it as after for more; null on the last page.'),
  report: z.string().optional().describe('With format: the text that people read, in place of the documents.'),
  summary: summarySchema.describe('Of all the documents, those on other pages included.'),
  policy: policyViewSchema,
});
export type RisksOutput = z.output<typeof risksOutputSchema>;

const risksInputSchema = z.strictObject({
  ...risksFields,
  limit: z.int().min(1).max(200).default(20).describe('Documents per page, where not a single one was asked for.'),
  after: z.string().min(1).optional().describe('next of the page before.'),
  format: formatField,
});
export type RisksInput = z.output<typeof risksInputSchema>;

export const risksCapability = (ports: RiskPorts, options: RiskOptions) =>
  defineCapability({
    name: 'risks',
    title: 'Risks',
    summary:
      'Finds what in the documents can hurt: dangerous clauses, missing protections and terms that contradict each other.',
    description:
      'Each finding says how severe it is and why, how sure it is, what to ask for instead, and its evidence: verbatim quotes, ' +
      'checked against the stored text. Say with party who the user is, where you know it. Give one document for its own risks; ' +
      'without any, all documents come, the worst first. It is no legal advice: say so where it matters.',
    input: risksInputSchema,
    output: risksOutputSchema,
    scope: 'risks:read',
    effect: 'read',
    http: { method: 'get', path: '/risks' },
    cli: {
      positionals: ['document_ids'],
      examples: [
        'risks',
        'risks DOCUMENT-ID --party licensee --min-severity high',
        'risks DOCUMENT-ID --format html > risks.html',
      ],
    },
    timeoutSeconds: 600,
    render: renderRisks,
    run: async (input, context) => (await import('./answer.ts')).answerRisks(ports, options, input, context),
  });
