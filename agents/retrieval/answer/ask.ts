import { z } from 'zod';
import { defineCapability, type TextStyle } from '../../../core/capability/capability.ts';
import { readableRow } from '../../../core/document/table.ts';
import { nameText, placeText } from '../place.ts';
import type { RetrievalPorts } from '../ports.ts';
import type { Readings } from '../search/retrieve.ts';
import { documentIdsField } from '../search/search.ts';
import { answerOf } from './citation.ts';
import { type Outcome, outcomeSchema } from './outcome.ts';

const inputSchema = z.strictObject({
  question: z.string().trim().min(1).max(2000),
  document_ids: documentIdsField,
  thread: z.string().min(1).max(100).optional().describe('A thread to go on with, or "new" to begin one.'),
});

export type AskInput = z.output<typeof inputSchema>;

/** `readings` are kept between calls, and are loaded with the first. */
export const askCapability = (ports: RetrievalPorts, readings: () => Promise<Readings>) =>
  defineCapability({
    name: 'ask',
    title: 'Ask',
    summary: 'Answers a question with verbatim quotes from the documents, or says that they do not answer it.',
    description:
      'Use it for anything that the documents may answer. Every quote is checked against the stored text and comes with ' +
      'its document, page and position. `answered` is false when the evidence is too thin; then do not answer from memory. ' +
      'Nothing is stored without a thread; give thread "new" to begin a conversation, and its thread_id to ask a follow-up.',
    input: inputSchema,
    output: outcomeSchema,
    scope: 'documents:read',
    // With a thread it stores the question and its answer.
    effect: 'write',
    http: { method: 'post', path: '/ask' },
    cli: {
      positionals: ['question'],
      flags: { document_ids: 'document' },
      examples: ['ask "How long is the notice period?"', 'ask "And who pays for it?" --thread THREAD-ID'],
    },
    timeoutSeconds: 180,
    render: renderOutcome,
    run: async (input, context) => (await import('./answer.ts')).answerQuestion(ports, readings, input, context),
  });

const renderOutcome = (outcome: Outcome, style: TextStyle): string => {
  const { answer, answered, citations, confidence, confidence_band, missing_information, thread_id } = outcome;
  // An answer made of quotes is not said twice.
  const quoted = answered && answer === answerOf(citations);
  const lines = quoted ? [] : [answered ? answer : style.bold(answer)];
  for (const citation of citations) {
    const { quote, table_rows: rows } = citation;
    const said = rows === undefined ? [`“${quote}”`] : rows.map((cells) => readableRow({ cells }));
    lines.push(
      ...(lines.length > 0 ? [''] : []),
      ...said,
      style.dim(`  ${nameText(citation)}, ${placeText(citation)}`),
    );
  }
  if (missing_information.length > 0)
    lines.push('', ...missing_information.map((line) => style.dim(`Missing: ${line}`)));
  if (answered) lines.push('', style.dim(`Confidence ${confidence.toFixed(2)} (${confidence_band})`));
  if (thread_id !== undefined) lines.push(style.dim(`Thread ${thread_id}`));
  return lines.join('\n');
};
