import { z } from 'zod';
import { defineCapability, type TextStyle } from '../../../core/capability/capability.ts';
import { readableRow } from '../../../core/document/table.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { hasScope } from '../../../core/identity/principal.ts';
import { nameText, placeText } from '../place.ts';
import type { RetrievalPorts } from '../ports.ts';
import { readFollowUp, topicOf } from '../question/follow-up.ts';
import { documentLabels } from '../question/names.ts';
import { filterFor } from '../scope.ts';
import { compareMeaning } from '../search/meaning.ts';
import { type Readings, retrieve } from '../search/retrieve.ts';
import { documentIdsField } from '../search/search.ts';
import { addTurn, lastTurn, loadThread } from '../threads/store.ts';
import { answerByQuotes, answerOf } from './compose.ts';
import { weighEvidence } from './evidence.ts';
import { answerByModel } from './model-answer.ts';
import { type Outcome, outcomeSchema } from './outcome.ts';

export const askCapability = (ports: RetrievalPorts, readings: Readings) =>
  defineCapability({
    name: 'ask',
    title: 'Ask',
    summary: 'Answers a question with verbatim quotes from the documents, or says that they do not answer it.',
    description:
      'Use it for anything that the documents may answer. Every quote is checked against the stored text and comes with ' +
      'its document, page and position. `answered` is false when the evidence is too thin; then do not answer from memory. ' +
      'Nothing is stored without a thread; give thread "new" to begin a conversation, and its thread_id to ask a follow-up.',
    input: z.strictObject({
      question: z.string().trim().min(1).max(2000),
      document_ids: documentIdsField,
      thread: z.string().min(1).max(100).optional().describe('A thread to go on with, or "new" to begin one.'),
    }),
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
    run: async (input, { principal, log, signal }) => {
      if (input.thread !== undefined && !hasScope(principal, 'threads:write'))
        throw new DossierError('forbidden', { scope: 'threads:write' });
      const known = input.thread === undefined || input.thread === 'new' ? undefined : input.thread;
      const thread = known === undefined ? undefined : await loadThread(ports, principal, known);
      const before = known === undefined ? undefined : await lastTurn(ports, principal, known);
      // A follow-up stays with the documents of its thread until others are named.
      const documentIds = input.document_ids.length > 0 ? input.document_ids : (thread?.value.documentIds ?? []);
      const filter = await filterFor(ports, principal, documentIds);
      const question = readFollowUp(input.question, before);
      const found = await retrieve(ports, readings, principal, question, {
        filter,
        log,
        signal,
        names: (ids) => documentLabels(ports, principal, ids),
      });
      const retrieval = await compareMeaning(found, { log, signal });
      const evidence = weighEvidence(retrieval);
      const quoted = await answerByQuotes(ports, principal, retrieval, evidence, documentIds.length);
      const outcome = await answerByModel(ports, principal, retrieval, evidence, quoted, { log, signal });
      if (input.thread === undefined) return outcome;
      const turn = { question: input.question, topic: topicOf(question), outcome, documentIds };
      return { ...outcome, thread_id: await addTurn(ports, principal, known, turn) };
    },
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
