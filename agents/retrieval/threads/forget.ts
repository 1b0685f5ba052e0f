import { eachRecord } from '../../../core/document/each.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { update } from '../../../core/ports/records.ts';
import { answerOf } from '../answer/citation.ts';
import type { RetrievalPorts } from '../ports.ts';
import { type TurnRecord, turns } from './records.ts';

/** What is left of an answer that came from a document that is gone. */
const gone = 'The document that answered this was deleted.';

/**
 * Takes a document's text out of the kept conversations: its quotes, and every answer that was written from them.
 * Answers from other documents stay. May be called again.
 */
export const forgetDocument = async (
  { records }: Pick<RetrievalPorts, 'records'>,
  principal: Principal,
  documentId: string,
): Promise<void> => {
  for await (const turn of eachRecord(records, principal, turns)) {
    const { outcome } = turn.value;
    if (!outcome.citations.some((citation) => citation.document_id === documentId)) continue;
    await records.commit(principal, {
      writes: [update(turns, turn, { ...turn.value, outcome: without(outcome, documentId) })],
    });
  }
};

const without = (outcome: TurnRecord['outcome'], documentId: string): TurnRecord['outcome'] => {
  const citations = outcome.citations.filter((citation) => citation.document_id !== documentId);
  // An answer that is nothing but its quotes is as good without some; of what a model wrote, nobody can tell what came from where.
  const quoted = outcome.answer === answerOf(outcome.citations);
  return quoted && citations.length > 0
    ? { ...outcome, answer: answerOf(citations), citations }
    : { ...outcome, answer: gone, answered: false, missing_information: [], citations: [] };
};
