import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import { severities } from '../../../core/ports/detector.ts';
import { statuses } from '../decisions/records.ts';
import { explained } from '../explain/explain.ts';
import type { RiskOptions } from '../options.ts';
import { policyView, policyViewSchema } from '../policy/view.ts';
import type { RiskPorts } from '../ports.ts';
import { type DocumentRisks, documentRisksSchema, type Overview, risksOf } from './documents.ts';
import { worstFirst } from './order.ts';
import { renderRisks } from './render.ts';
import { summaryOf, summarySchema } from './summary.ts';

/** How those say which risks they want that ask for them. */
export const risksFields = {
  document_ids: z.array(z.string().min(1)).max(1000).default([]).describe('Ids of documents; all of them without any.'),
  party: z
    .string()
    .trim()
    .min(1)
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

/** One document that was asked for alone is told by its own fields, several by `documents`. */
export const risksOutputSchema = documentRisksSchema.partial().extend({
  documents: z
    .array(documentRisksSchema)
    .optional()
    .describe(
      'The documents, the worst first; absent where a single one was asked for: its fields then stand in its place.',
    ),
  next: z.string().nullable().optional().describe('With documents: give it as after for more; null on the last page.'),
  summary: summarySchema.describe('Of all the documents, those on other pages included.'),
  policy: policyViewSchema,
});
export type RisksOutput = z.output<typeof risksOutputSchema>;

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
    input: z.strictObject({
      ...risksFields,
      limit: z.int().min(1).max(200).default(20).describe('Documents per page, where not a single one was asked for.'),
      after: z.string().min(1).optional().describe('next of the page before.'),
    }),
    output: risksOutputSchema,
    scope: 'risks:read',
    effect: 'read',
    http: { method: 'get', path: '/risks' },
    cli: {
      positionals: ['document_ids'],
      examples: ['risks', 'risks DOCUMENT-ID --party licensee --min-severity high'],
    },
    timeoutSeconds: 600,
    render: renderRisks,
    run: async (input, context) => {
      const { document_ids: documentIds, party, min_severity: minSeverity, status, limit, after } = input;
      const request = { documentIds, party, minSeverity, statuses: status };
      const { log, signal } = context;
      const progress = (done: number, total: number) => context.progress({ done, total });
      const overview = await risksOf(ports, context.principal, request, { log, signal, progress });
      const policy = policyView(overview.policy);
      const { detectors } = overview.policy;
      const tell = (views: readonly DocumentRisks[]): Promise<readonly DocumentRisks[]> | readonly DocumentRisks[] =>
        (input.explain ?? options.explain)
          ? explained(ports, context.principal, views, { detectors, party, log, signal })
          : views;
      const [first] = overview.documents;
      if (documentIds.length === 1 && first !== undefined) {
        const [view = first.view] = await tell([first.view]);
        return { ...view, policy };
      }
      const { documents, next } = pageOf(overview, limit, after);
      const summary = summaryOf(overview.documents.map(({ counted }) => counted));
      return { documents: [...(await tell(documents))], next, summary, policy };
    },
  });

/** The worst first; documents that are alike stay in the order of their names. */
const pageOf = ({ documents }: Overview, limit: number, after: string | undefined) => {
  const ordered = worstFirst(documents.map(({ view }) => view));
  // What was shown before may be gone by now: then the pages begin anew.
  const from = after === undefined ? 0 : ordered.findIndex(({ document_id: id }) => id === after) + 1;
  const page = ordered.slice(from, from + limit);
  return { documents: page, next: from + limit < ordered.length ? (page.at(-1)?.document_id ?? null) : null };
};
