import { DossierError } from '../../../core/errors/error.ts';
import type { Logger } from '../../../core/ports/logger.ts';
import { passagesRead, weighEvidence } from '../answer/evidence.ts';
import { leadOf } from './lists.ts';
import type { Retrieval } from './retrieve.ts';
import type { Sentence } from './signals.ts';

/** Sentences whose vectors are made for one question: an embedder may be slow, or paid for. */
const mostCompared = 32;

/**
 * Compares the likeliest sentences with the question by meaning. What words alone say is kept where no embedder
 * took part, or where it fails.
 */
export const compareMeaning = async (
  retrieval: Retrieval,
  { log, signal, most = mostCompared }: { readonly log: Logger; readonly signal?: AbortSignal; readonly most?: number },
): Promise<Retrieval> => {
  const { meaning, candidates } = retrieval;
  if (!meaning) return retrieval;
  const likely = weighEvidence(retrieval).slice(0, most);
  const cosines = new Map<string, (number | undefined)[]>();
  try {
    const texts = likely.map(({ candidate: { reading }, sentence }) => textOf(reading.sentences, sentence));
    const vectors = await meaning.embedder.embed(texts, 'passage', signal);
    for (const [index, { candidate, sentence }] of likely.entries()) {
      const known = cosines.get(candidate.id) ?? [];
      known[sentence] = cosine(meaning.vector, vectors[index]);
      cosines.set(candidate.id, known);
    }
  } catch (thrown) {
    const error = DossierError.from(thrown);
    if (error.code === 'cancelled' || signal?.aborted) throw error;
    log.warn({ code: error.code }, 'weighing sentences without vectors');
    return retrieval;
  }
  return {
    ...retrieval,
    candidates: candidates.map((candidate, index) => {
      const own = index < passagesRead ? cosines.get(candidate.id) : undefined;
      return own ? { ...candidate, cosines: own } : candidate;
    }),
  };
};

/** An item of a list means what it means with the list's lead-in: "(c) keep animals" is forbidden or allowed there. */
const textOf = (sentences: readonly Sentence[], at: number): string => {
  const lead = sentences[leadOf(sentences, at) ?? -1];
  return `${lead === undefined ? '' : `${lead.text} `}${sentences[at]?.text ?? ''}`;
};

/** Of L2-normalized vectors; 0 where one is missing. */
const cosine = (left: Float32Array, right: Float32Array | undefined): number => {
  let sum = 0;
  for (const [index, value] of left.entries()) sum += value * (right?.[index] ?? 0);
  return sum;
};
