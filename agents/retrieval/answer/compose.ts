import { readableRow } from '../../../core/document/table.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { partNames } from '../place.ts';
import type { RetrievalPorts } from '../ports.ts';
import type { Retrieval } from '../search/retrieve.ts';
import { type Citation, citeQuotes } from './citations.ts';
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

type Said = Pick<Citation, 'quote' | 'document_id' | 'document_name' | 'part' | 'table_rows'>;

/**
 * The quotes one below the other, without their line breaks, and rows of tables with the names of their columns; of
 * several documents each with its name, and what is not a document's own voice with whose it is.
 */
export const answerOf = (citations: readonly Said[]): string => {
  const several = new Set(citations.map(({ document_id }) => document_id)).size > 1;
  return citations
    .map((citation) => {
      const { document_name: name, part } = citation;
      const notes = [...(several ? [name] : []), ...(part === undefined ? [] : [partNames[part]])];
      return `${saidIn(citation)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
    })
    .join('\n');
};

const saidIn = ({ quote, table_rows: rows }: Said): string =>
  rows === undefined ? quote.replace(/\s+/g, ' ') : rows.map((cells) => readableRow({ cells })).join('\n');
