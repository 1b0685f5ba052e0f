import { z } from 'zod';
import { defineCapability, type TextStyle } from '../../../core/capability/capability.ts';
import { namesElsewhere } from '../../../core/document/table.ts';
import { nameText, placeFields, placeOf, placeText } from '../place.ts';
import type { RetrievalPorts } from '../ports.ts';
import { documentLabels, provenanceOf } from '../question/names.ts';
import { readQuestion } from '../question/question.ts';
import { filterFor } from '../scope.ts';
import { explain, explanationSchema } from './explain.ts';
import { type Readings, retrieve } from './retrieve.ts';

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

export const searchCapability = (ports: RetrievalPorts, readings: Readings) =>
  defineCapability({
    name: 'search',
    title: 'Search',
    summary: 'Finds the passages that fit a question or some words best.',
    description:
      'Use it to read what the documents say about a subject. For an answer with quotes, use ask. ' +
      'Comes back with whole passages, best first, each with its document, page and position.',
    input: z.strictObject({
      text: z.string().trim().min(1).max(2000).describe('A question, a statement or some words.'),
      document_ids: documentIdsField,
      limit: z.int().min(1).max(50).default(10).describe('How many passages at most.'),
      explain: z.boolean().default(false).describe('Add to each result its ranks, scores and why it is there.'),
    }),
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
    run: async (input, { principal, log, signal }) => {
      const filter = await filterFor(ports, principal, input.document_ids);
      const found = await retrieve(ports, readings, principal, readQuestion(input.text), {
        filter,
        log,
        signal,
        names: (ids) => documentLabels(ports, principal, ids),
      });
      const best = found.candidates.slice(0, input.limit);
      const known = await provenanceOf(
        ports,
        principal,
        best.map(({ passage }) => passage.documentId),
      );
      return {
        results: best.map((candidate) => ({
          chunk_id: candidate.id,
          chunk_index: candidate.passage.index,
          document_id: candidate.passage.documentId,
          ...(known.get(candidate.passage.documentId) ?? { document_name: '' }),
          page: candidate.passage.page,
          ...placeOf(candidate.passage),
          start: candidate.passage.charStart,
          end: candidate.passage.charEnd,
          text: candidate.passage.text,
          ...(candidate.passage.columns === undefined ? {} : { columns: candidate.passage.columns }),
          score: candidate.score,
          ...(input.explain ? { explain: explain(found.question, candidate) } : {}),
        })),
      };
    },
  });

const renderResults = ({ results }: z.output<typeof outputSchema>, style: TextStyle): string => {
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
