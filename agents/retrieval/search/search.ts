import { z } from 'zod';
import { defineCapability, type TextStyle } from '../../../core/capability/capability.ts';
import { namesElsewhere } from '../../../core/document/table.ts';
import { nameText, placeFields, placeText } from '../place.ts';
import type { RetrievalPorts } from '../ports.ts';
import { explanationSchema } from './explanation.ts';
import type { Readings } from './retrieve.ts';

const resultSchema = z.object({
  ...placeFields,
  text: z.string(),
  columns: z
    .string()
    .optional()
    .describe('Names of the columns of the tables in it: the header rows, a tab between two names.'),
  score: z.number().describe('0 to 1, comparable within one answer.'),
  explain: explanationSchema.optional(),
});

const outputSchema = z.object({ results: z.array(resultSchema) });

export const documentIdsField = z
  .array(z.string().min(1))
  .max(1000)
  .default([])
  .describe('Only in these documents; in all of them when left out.');

const inputSchema = z.strictObject({
  text: z.string().trim().min(1).max(2000).describe('A question, a statement or some words.'),
  document_ids: documentIdsField,
  limit: z.int().min(1).max(50).default(10).describe('How many passages at most.'),
  explain: z.boolean().default(false).describe('Add to each result its ranks, scores and why it is there.'),
});

export type SearchInput = z.output<typeof inputSchema>;
export type SearchOutput = z.output<typeof outputSchema>;

/** `readings` are kept between calls, and are loaded with the first. */
export const searchCapability = (ports: RetrievalPorts, readings: () => Promise<Readings>) =>
  defineCapability({
    name: 'search',
    title: 'Search',
    summary: 'Finds the passages that fit a question or some words best.',
    description:
      'Use it to read what the documents say about a subject. For an answer with quotes, use ask. ' +
      'Comes back with whole passages, best first, each with its document, page and position.',
    input: inputSchema,
    output: outputSchema,
    scope: 'documents:read',
    effect: 'read',
    idempotent: true,
    http: { method: 'post', path: '/search' },
    cli: {
      positionals: ['text'],
      flags: { document_ids: 'document' },
      examples: ['search "liability cap" --limit 3', 'search "late payment" --document DOCUMENT-ID --explain'],
    },
    render: renderResults,
    run: async (input, context) => (await import('./find.ts')).findPassages(ports, readings, input, context),
  });

const renderResults = ({ results }: SearchOutput, style: TextStyle): string => {
  if (results.length === 0) return 'Nothing found.';
  return results
    .map((result, index) => {
      const place = style.dim(`${placeText(result)} · score ${result.score.toFixed(2)} · ${result.document_id}`);
      const head = `${index + 1}. ${style.bold(nameText(result))}  ${place}`;
      const why = result.explain ? `\n${style.dim(`${result.explain.reason}\n${result.explain.arithmetic}`)}` : '';
      const elsewhere = namesElsewhere(result);
      const names = elsewhere === undefined ? '' : `${style.dim(elsewhere)}\n`;
      return `${head}\n${names}${result.text}${why}`;
    })
    .join('\n\n');
};
