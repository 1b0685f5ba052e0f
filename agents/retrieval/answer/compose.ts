import type { Principal } from '../../../core/identity/principal.ts';
import type { RetrievalPorts } from '../ports.ts';
import type { Retrieval } from '../search/retrieve.ts';
import { answerOf } from './citation.ts';
import { citeQuotes } from './citations.ts';
import { answerProbability, type Evidence } from './evidence.ts';
import { missingInformation } from './missing.ts';
import { answerThreshold, bandOf, notFound, type Outcome } from './outcome.ts';
import { quotesOf, selectEvidence } from './select.ts';

/** The answer in the documents' own words: whole sentences, verified; or none. */
export const answerByQuotes = async (
  ports: RetrievalPorts,
  principal: Principal,
  retrieval: Retrieval,
  evidence: readonly Evidence[],
  documents: number,
): Promise<Outcome> => {
  const confidence = answerProbability(retrieval, evidence);
  const selected = selectEvidence(retrieval.question, evidence, documents);
  const enough = confidence >= answerThreshold;
  const citations = enough ? await citeQuotes(ports, principal, quotesOf(selected)) : [];
  const answered = citations.length > 0;
  return {
    answer: answered ? answerOf(citations) : notFound,
    answered,
    query_type: retrieval.question.type,
    confidence,
    confidence_band: bandOf(confidence),
    missing_information: answered ? [] : [...(await missingInformation(ports, principal, retrieval, selected))],
    citations: [...citations],
  };
};
