import type { Passage } from '../../core/document/passage.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';

/** A stretch of whole sentences that is cited, in the document's offsets. */
export type Quote = { readonly passage: Passage; readonly start: number; readonly end: number };

/** Most sentences that an answer cites, and how a further one must compare with the first. */
export const mostCited = 3;
const leastShare = 0.35;
/** Most documents of which a question about several is answered, and how far the weight may fall behind. */
const mostDocuments = 8;
const spreadBehind = 1.5;

const aboutSeveral = /\b(?:each|both|all|every|respectively|compare|difference|differ|which of|either)\b/i;

/** The sentences that answer: the likeliest and those that come near it; of each document where several are asked. */
export const selectEvidence = (
  question: Question,
  evidence: readonly Evidence[],
  documents: number,
): readonly Evidence[] => {
  const [first] = evidence;
  if (!first) return [];
  const chosen = evidence.slice(0, mostCited).filter(({ share }) => share >= leastShare * first.share);
  if (documents < 2 || !aboutSeveral.test(question.text)) return chosen;
  const seen = new Set(chosen.map(({ candidate }) => candidate.passage.documentId));
  for (const entry of evidence) {
    const id = entry.candidate.passage.documentId;
    if (seen.has(id) || seen.size >= mostDocuments || entry.weight < first.weight - spreadBehind) continue;
    seen.add(id);
    chosen.push(entry);
  }
  return chosen;
};

/** The sentences as quotes in reading order, neighbours joined. */
export const quotesOf = (evidence: readonly Evidence[]): readonly Quote[] => {
  const order = new Map(
    evidence.map(({ candidate }, index) => [candidate.passage.documentId, index]).toReversed() as [string, number][],
  );
  const sorted = [...evidence].sort(
    (left, right) =>
      (order.get(left.candidate.passage.documentId) ?? 0) - (order.get(right.candidate.passage.documentId) ?? 0) ||
      left.candidate.passage.index - right.candidate.passage.index ||
      left.sentence - right.sentence,
  );
  const quotes: Quote[] = [];
  let previous: Evidence | undefined;
  for (const entry of sorted) {
    const { passage, reading } = entry.candidate;
    const span = reading.sentences[entry.sentence];
    if (!span) continue;
    const quote = { passage, start: passage.charStart + span.start, end: passage.charStart + span.end };
    const last = quotes.at(-1);
    const follows = previous?.candidate.id === entry.candidate.id && previous.sentence + 1 === entry.sentence;
    if (last && follows) quotes[quotes.length - 1] = { ...last, end: quote.end };
    else quotes.push(quote);
    previous = entry;
  }
  return quotes;
};
