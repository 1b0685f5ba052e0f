import type { CallContext } from '../../../core/capability/capability.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { hasScope } from '../../../core/identity/principal.ts';
import type { RetrievalPorts } from '../ports.ts';
import { readFollowUp, topicOf } from '../question/follow-up.ts';
import { documentLabels } from '../question/names.ts';
import { filterFor } from '../scope.ts';
import { compareMeaning } from '../search/meaning.ts';
import { type Readings, retrieve } from '../search/retrieve.ts';
import { addTurn, lastTurn, loadThread } from '../threads/store.ts';
import type { AskInput } from './ask.ts';
import { answerByQuotes } from './compose.ts';
import { weighEvidence } from './evidence.ts';
import { answerByModel } from './model-answer.ts';
import type { Outcome } from './outcome.ts';

/** What the capability `ask` does. */
export const answerQuestion = async (
  ports: RetrievalPorts,
  readings: () => Promise<Readings>,
  input: AskInput,
  { principal, log, signal }: CallContext,
): Promise<Outcome> => {
  if (input.thread !== undefined && !hasScope(principal, 'threads:write'))
    throw new DossierError('forbidden', { scope: 'threads:write' });
  const known = input.thread === undefined || input.thread === 'new' ? undefined : input.thread;
  const thread = known === undefined ? undefined : await loadThread(ports, principal, known);
  const before = known === undefined ? undefined : await lastTurn(ports, principal, known);
  // A follow-up stays with the documents of its thread until others are named.
  const documentIds = input.document_ids.length > 0 ? input.document_ids : (thread?.value.documentIds ?? []);
  const filter = await filterFor(ports, principal, documentIds);
  const question = readFollowUp(input.question, before);
  const found = await retrieve(ports, await readings(), principal, question, {
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
};
