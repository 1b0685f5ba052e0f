import type { Passage } from '../../core/document/passage.ts';
import { DossierError } from '../../core/errors/error.ts';
import type { Principal } from '../../core/identity/principal.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { PassageFilter, RankedPassage } from '../../core/ports/passages.ts';
import { byScoreThenId, type FusedPassage, fuse, type Ranking } from '../../core/retrieval/fuse.ts';
import type { RetrievalPorts } from './ports.ts';
import type { Question } from './question.ts';
import { type PassageReading, readPassage, type SentenceSignals, signalsOf } from './signals.ts';
import { type WeighedQuestion, weighQuestion } from './weights.ts';

/** What places in the rankings and signs in the text are worth. Chosen on eval/tuning and cuad-train; see docs/decisions/0006. */
export const rankingWeights = { words: 0.5, related: 0.8, vectors: 0.5 } as const;
export const signalWeights = { near: 0.25, expected: 0.4, strange: -0.2, dense: 0.4, opening: 0.8 } as const;
export type SignalName = keyof typeof signalWeights;

type SearchPorts = Pick<RetrievalPorts, 'passages' | 'embedding'>;

/** Candidates that each ranking may propose. */
const depth = 30;

/** A passage that may hold the answer, with all that speaks for it. */
export type Candidate = {
  readonly id: string;
  readonly passage: Passage;
  readonly reading: PassageReading;
  /** One per sentence of the reading. */
  readonly signals: readonly SentenceSignals[];
  /** Index of the sentence that fits best, -1 where there is none. */
  readonly best: number;
  readonly fused: FusedPassage;
  readonly added: Readonly<Record<SignalName, number>>;
  /** What the sum could be at most: 1 in the score. */
  readonly most: number;
  /** 0 to 1. */
  readonly score: number;
};

export type Retrieval = { readonly question: WeighedQuestion; readonly candidates: readonly Candidate[] };

type Options = { readonly filter?: PassageFilter | undefined; readonly log: Logger; readonly signal?: AbortSignal };

/** Reads passages once; their ids change with their text. */
export type Readings = (passage: Passage) => PassageReading;

export const createReadings = (most = 2000): Readings => {
  const known = new Map<string, PassageReading>();
  return (passage) => {
    const key = `${passage.id}:${passage.version}`;
    const reading = known.get(key) ?? readPassage(passage.text, passage.headingPath);
    // Moved to the end, so that the first is the one that was not needed for the longest time.
    known.delete(key);
    known.set(key, reading);
    if (known.size > most) known.delete(known.keys().next().value ?? key);
    return reading;
  };
};

/**
 * Finds passages by the question's words, by related words and by vectors, fuses the rankings, and orders the best
 * by what their best sentence shows. Without an embedder, or when it fails, words alone decide.
 */
export const retrieve = async (
  ports: SearchPorts,
  readings: Readings,
  principal: Principal,
  question: Question,
  options: Options,
): Promise<Retrieval> => {
  const weighed = await weighQuestion(ports.passages, principal, question);
  const rankings: Ranking[] = [
    ...(await byWords(ports, principal, weighed, options)),
    ...(await byVectors(ports, principal, weighed, options)),
  ];
  const fused = fuse(rankings);
  const passages = new Map(
    (
      await ports.passages.get(
        principal,
        fused.map(({ id }) => id),
      )
    ).map((passage) => [passage.id, passage]),
  );
  const most = rankings.reduce((sum, { weight }) => sum + weight, 0) + mostAdded;
  const candidates = fused.flatMap((entry) => {
    const passage = passages.get(entry.id);
    return passage ? [candidateOf(weighed, passage, readings(passage), entry, most)] : [];
  });
  return { question: weighed, candidates: candidates.sort(byScoreThenId) };
};

const mostAdded = Object.values(signalWeights).reduce((sum, weight) => sum + Math.max(0, weight), 0);

const byWords = async (
  { passages }: SearchPorts,
  principal: Principal,
  question: WeighedQuestion,
  { filter }: Options,
): Promise<Ranking[]> => {
  const { terms, phrases } = question;
  const options = { limit: depth, ...(filter ? { filter } : {}) };
  const own = [...new Set(terms.map(({ form }) => form))];
  const related = [...new Set([...own, ...terms.flatMap((term) => term.related)])];
  const words = await passages.lexical(principal, { terms: own, phrases }, options);
  // Without related words the second ranking would be the first once more, and is taken as such.
  const wider: readonly RankedPassage[] =
    related.length === own.length ? words : await passages.lexical(principal, { terms: related, phrases }, options);
  return [
    { name: 'words', weight: rankingWeights.words, passages: words },
    { name: 'related', weight: rankingWeights.related, passages: wider },
  ];
};

const byVectors = async (
  { passages, embedding }: SearchPorts,
  principal: Principal,
  question: WeighedQuestion,
  { filter, log, signal }: Options,
): Promise<Ranking[]> => {
  const embedder = embedding.current();
  if (!embedder) return [];
  try {
    const [vector] = await embedder.embed([vectorText(question)], 'query', signal);
    if (!vector) return [];
    const found = await passages.nearest(principal, embedder.space, vector, {
      limit: depth,
      ...(filter ? { filter } : {}),
    });
    return found.length > 0 ? [{ name: 'vectors', weight: rankingWeights.vectors, passages: found }] : [];
  } catch (thrown) {
    const error = DossierError.from(thrown);
    if (error.code === 'cancelled' || signal?.aborted) throw error;
    log.warn({ code: error.code }, 'searching without vectors');
    return [];
  }
};

/** A follow-up is embedded with the words that it leans on. */
const vectorText = ({ text, terms }: Question): string => {
  const carried = terms.filter((term) => term.carried).map((term) => term.text);
  return carried.length === 0 ? text : `${text} (${carried.join(' ')})`;
};

const candidateOf = (
  question: WeighedQuestion,
  passage: Passage,
  reading: PassageReading,
  fused: FusedPassage,
  most: number,
): Candidate => {
  const signals = signalsOf(question, reading);
  const best = bestSentence(signals);
  const signal = signals[best];
  const added: Record<SignalName, number> = {
    near: signalWeights.near * (signal?.near ?? 0),
    expected: signalWeights.expected * (signal ? Math.max(0, signal.expected - 0.5) * 2 : 0),
    strange: signalWeights.strange * (signal?.strange ?? 0),
    dense: signalWeights.dense * (signal?.dense ?? 0),
    opening: question.opening && passage.index === 0 ? signalWeights.opening : 0,
  };
  const sum = Object.values(added).reduce((total, value) => total + value, fused.score);
  return {
    id: passage.id,
    passage,
    reading,
    signals,
    best,
    fused,
    added,
    most,
    score: Math.max(0, Math.min(1, sum / most)),
  };
};

const bestSentence = (signals: readonly SentenceSignals[]): number => {
  let best = -1;
  let top = Number.NEGATIVE_INFINITY;
  for (const [index, { exact, soft, context, near, expected, fragment }] of signals.entries()) {
    const value = exact + soft + 0.5 * context + 0.3 * near + 0.4 * (expected - 0.5) - 0.3 * fragment;
    if (value <= top) continue;
    top = value;
    best = index;
  }
  return best;
};
