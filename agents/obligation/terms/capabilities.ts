import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import type { ObligationPorts } from '../ports.ts';
import type { Renew } from './answer.ts';
import { termsText } from './show/render.ts';
import { documentTermsSchema } from './show/view.ts';

const factField = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .describe(
    'What it is, as terms names it under open: "Closing Date". "Effective Date" and "Expiration Date" can be given too.',
  );
const documentField = z.string().min(1).describe('The id of the document.');
const asOf = z.iso
  .date()
  .optional()
  .describe('The day as of which amendments count, and renewals and deadlines are reckoned; today without it.');

export const termsCapability = (ports: ObligationPorts) =>
  defineCapability({
    name: 'terms',
    title: 'Terms',
    summary:
      'Reads what binds in time: dates, term, renewal, notice and the last day for it, governing law and the parties.',
    description:
      'Computed days show their arithmetic and carry the sentence of every input. What depends on something that the document does not say stays open and ' +
      'names it: ask the user, and give it to terms.set. Amendments of the same contract count from their day on, with both quotes. ' +
      'A period that is counted from a day ends on the same day of the month; its last whole day is named beside it. It is no legal advice.',
    input: z.strictObject({
      document_ids: z
        .array(z.string().min(1))
        .max(1000)
        .default([])
        .describe('Ids of documents; all of them without any.'),
      as_of: asOf,
      alone: z.boolean().default(false).describe('Each document by itself, without what amends it.'),
      limit: z.int().min(1).max(100).default(20).describe('Documents per page.'),
      after: z.string().min(1).optional().describe('next of the page before.'),
    }),
    output: z.object({
      documents: z.array(documentTermsSchema),
      next: z.string().nullable().describe('Give it as after for more documents; null on the last page.'),
    }),
    scope: 'obligations:read',
    effect: 'read',
    http: { method: 'get', path: '/terms' },
    cli: {
      positionals: ['document_ids'],
      examples: ['terms DOCUMENT-ID', 'terms --as-of 2027-01-01'],
    },
    timeoutSeconds: 600,
    render: ({ documents, next }, style) =>
      documents.length === 0
        ? 'No documents. Read some: dossier ingest FOLDER'
        : [
            documents.map((each) => termsText(each, style)).join('\n\n'),
            ...(next === null ? [] : ['', style.dim(`More with --after ${next}`)]),
          ].join('\n'),
    run: async (input, context) => (await import('./answer.ts')).answerTerms(ports, input, context),
  });

/** Facts: what the user knows and the document does not say. */
export const factCapabilities = (ports: ObligationPorts, renew: Renew) => [
  defineCapability({
    name: 'terms.set',
    title: 'Say when something happened',
    summary: 'Writes down the day of something that a document does not date, and reckons its terms with it.',
    description:
      'Who said it and when is kept, and it holds when the document is read anew. The terms of the document come back.',
    input: z.strictObject({
      document_id: documentField,
      fact: factField,
      date: z.iso.date().describe('The day: 2026-03-01.'),
      as_of: asOf,
    }),
    output: documentTermsSchema,
    scope: 'obligations:write',
    effect: 'write',
    idempotent: true,
    http: { method: 'put', path: '/documents/{document_id}/facts' },
    cli: { positionals: ['document_id'], examples: ['terms set DOCUMENT-ID --fact "Closing Date" --date 2026-03-01'] },
    timeoutSeconds: 300,
    render: termsText,
    run: async ({ document_id: documentId, fact: name, date: day, as_of }, context) =>
      (await import('./answer.ts')).answerFacts(ports, { documentId, name, day }, as_of, context, renew),
  }),
  defineCapability({
    name: 'terms.unset',
    title: 'Take a day back',
    summary: 'Takes back what was said of a day that a document does not give.',
    description: 'That it was said, and by whom it was taken back, is kept. The terms of the document come back.',
    input: z.strictObject({ document_id: documentField, fact: factField, as_of: asOf }),
    output: documentTermsSchema,
    scope: 'obligations:write',
    effect: 'write',
    idempotent: true,
    http: { method: 'delete', path: '/documents/{document_id}/facts' },
    cli: { positionals: ['document_id'], examples: ['terms unset DOCUMENT-ID --fact "Closing Date"'] },
    timeoutSeconds: 300,
    render: termsText,
    run: async ({ document_id: documentId, fact: name, as_of }, context) =>
      (await import('./answer.ts')).answerFacts(ports, { documentId, name, day: null }, as_of, context, renew),
  }),
];
