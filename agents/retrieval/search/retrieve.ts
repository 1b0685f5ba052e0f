import type { Passage } from '../../../core/document/passage.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { Embedder } from '../../../core/ports/embedder.ts';
import type { Logger } from '../../../core/ports/logger.ts';
import type { PassageFilter } from '../../../core/ports/passages.ts';
import { byScoreThenId, type FusedPassage, fuse, type Ranking } from '../../../core/retrieval/fuse.ts';
import type { RetrievalPorts } from '../ports.ts';
import type { PassagePlace, Question } from '../question/question.ts';
import { type WeighedQuestion, weighQuestion } from '../question/weights.ts';
import { byClauses, type ClauseEvidence, type ClauseSigns, type Topics } from './clauses.ts';
import { type PassageReading, readPassage, type SentenceSignals, signalsOf } from './signals.ts';
import { readSources, type Source, type SourceSignals } from './sources.ts';

/** What places in the rankings and signs in the text are worth. Chosen on eval/tuning and cuad-train; see docs/decisions/0006. */
export const rankingWeights = { lexical: 0.4, vectors: 0.6, clauses: 0.4 } as const;
const signalWeights = {
  exact: 0.2,
  near: 0.25,
  expected: 0.35,
  strange: -0.2,
  dense: 0.4,
  opening: 1.2,
  focus: 0.4,
  named: 0.2,
  apart: -0.2,
  clause: 5,
} as const;
export type SignalName = keyof typeof signalWeights;

export type SearchPorts = Pick<RetrievalPorts, 'passages' | 'embedding' | 'clauses'>;

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
  /** How near each sentence's meaning is to the question's, where it was compared. */
  readonly cosines?: readonly (number | undefined)[];
  /** How surely each sentence states what the question is about, by the clause model; undefined where it saw no sign. */
  readonly clauses: readonly (ClauseSigns | undefined)[];
  readonly fused: FusedPassage;
  readonly added: Readonly<Record<SignalName, number>>;
  /** What the sum could be at most: 1 in the score. */
  readonly most: number;
  /** 0 to 1. */
  readonly score: number;
  /** What its document as a whole has to do with the question. */
  readonly source: SourceSignals;
};

export type Retrieval = {
  readonly question: WeighedQuestion;
  readonly candidates: readonly Candidate[];
  /** The question's vector and who made it; absent where words alone decided. */
  readonly meaning?: Meaning;
  /** Types of clause that the question is about; absent without a clause model. */
  readonly topics?: Topics;
};

export type Meaning = { readonly embedder: Embedder; readonly vector: Float32Array };

export type RetrieveOptions = {
  readonly filter?: PassageFilter | undefined;
  readonly log: Logger;
  readonly signal?: AbortSignal;
  /** How people know the documents, by id: file names and titles. */
  readonly names?: (documentIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** Reads passages once; their ids change with their text. */
export type Readings = (passage: Passage) => PassageReading;

export const createReadings = (most = 2000): Readings => {
  const known = new Map<string, PassageReading>();
  return (passage) => {
    const key = `${passage.id}:${passage.version}`;
    const reading = known.get(key) ?? readPassage(passage);
    // Moved to the end, so that the first is the one that was not needed for the longest time.
    known.delete(key);
    known.set(key, reading);
    if (known.size > most) known.delete(known.keys().next().value ?? key);
    return reading;
  };
};

/**
 * Finds passages by the question's words (and those that may stand for them) and by vectors, fuses the rankings, and orders the best
 * by what their best sentence shows. Without an embedder, or when it fails, words alone decide.
 */
export const retrieve = async (
  ports: SearchPorts,
  readings: Readings,
  principal: Principal,
  question: Question,
  options: RetrieveOptions,
): Promise<Retrieval> => {
  const weighed = await weighQuestion(ports.passages, principal, question);
  const lexical = await byWords(ports, principal, weighed, options);
  const vectors = await byVectors(ports, principal, weighed, options);
  const clauses = await byClauses(ports, principal, { ...weighed, text: vectorText(weighed) }, options);
  const others = [lexical, ...(vectors ? [vectors.ranking] : [])];
  const stated = clauses?.passages.slice(0, depth) ?? [];
  const ids = new Set([...others.flatMap((ranking) => ranking.passages), ...stated].map(({ id }) => id));
  const said = await clauses?.evidence([...ids]);
  const rankings = said
    ? [...others, { name: 'clauses', weight: rankingWeights.clauses * said.topics.trust, passages: stated }]
    : others;
  const fused = fuse(rankings);
  const passages = new Map(
    (
      await ports.passages.get(
        principal,
        fused.map(({ id }) => id),
      )
    ).map((passage) => [passage.id, passage]),
  );
  const most = rankings.reduce((sum, { weight }) => sum + weight, 0) + mostAdded(weighed, said?.topics);
  const sources = await readSources(weighed, [...passages.values()], readings, options.names);
  const candidates = fused.flatMap((entry) => {
    const passage = passages.get(entry.id);
    const source = passage && sources.get(passage.documentId);
    return passage && source ? [candidateOf(weighed, passage, readings(passage), entry, most, source, said)] : [];
  });
  return {
    question: weighed,
    candidates: candidates.sort(byScoreThenId),
    ...(vectors ? { meaning: vectors.meaning } : {}),
    ...(said ? { topics: said.topics } : {}),
  };
};

const mostAdded = ({ opening, focus }: Question, topics: Topics | undefined): number => {
  const most = {
    ...signalWeights,
    opening: opening ? signalWeights.opening : 0,
    focus: focus.length > 0 ? signalWeights.focus : 0,
    clause: signalWeights.clause * (topics?.trust ?? 0),
  };
  return Object.values(most).reduce((sum, weight) => sum + Math.max(0, weight), 0);
};

const byWords = async (
  { passages }: SearchPorts,
  principal: Principal,
  { terms, phrases, related }: WeighedQuestion,
  { filter }: RetrieveOptions,
): Promise<Ranking> => {
  const words = [...new Set([...terms.map(({ form }) => form), ...related])];
  const found = await passages.lexical(
    principal,
    { terms: words, phrases },
    { limit: depth, ...(filter ? { filter } : {}) },
  );
  return { name: 'lexical', weight: rankingWeights.lexical, passages: found };
};

const byVectors = async (
  { passages, embedding }: SearchPorts,
  principal: Principal,
  question: WeighedQuestion,
  { filter, log, signal }: RetrieveOptions,
): Promise<{ ranking: Ranking; meaning: Meaning } | undefined> => {
  const embedder = embedding.current();
  if (!embedder) return undefined;
  try {
    const [vector] = await embedder.embed([vectorText(question)], 'query', signal);
    if (!vector) return undefined;
    const found = await passages.nearest(principal, embedder.space, vector, {
      limit: depth,
      ...(filter ? { filter } : {}),
    });
    if (found.length === 0) return undefined;
    return {
      ranking: { name: 'vectors', weight: rankingWeights.vectors, passages: found },
      meaning: { embedder, vector },
    };
  } catch (thrown) {
    const error = DossierError.from(thrown);
    if (error.code === 'cancelled' || signal?.aborted) throw error;
    log.warn({ code: error.code }, 'searching without vectors');
    return undefined;
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
  { name, signals: source }: Source,
  said: ClauseEvidence | undefined,
): Candidate => {
  const signals = signalsOf(question, reading, name);
  const signs = said?.signs.get(passage.id);
  const clauses = reading.sentences.map(({ start }) => signs?.get(passage.charStart + start));
  const best = bestSentence(signals, clauses);
  const signal = signals[best];
  const added: Record<SignalName, number> = {
    exact: signalWeights.exact * (signal?.exact ?? 0),
    near: signalWeights.near * (signal?.near ?? 0),
    expected: signalWeights.expected * (signal ? Math.max(0, signal.expected - 0.5, signal.leads / 2) * 2 : 0),
    strange: signalWeights.strange * (signal?.strange ?? 0),
    dense: signalWeights.dense * (signal?.dense ?? 0),
    opening: question.opening && passage.index === 0 ? signalWeights.opening : 0,
    focus: question.focus.some((place) => isBeside(place, passage)) ? signalWeights.focus : 0,
    named: signalWeights.named * source.named,
    apart: signalWeights.apart * (passage.part === undefined ? 0 : 1),
    clause:
      signalWeights.clause * (said?.topics.trust ?? 0) * Math.max(0, ...clauses.map((each) => each?.strength ?? 0)),
  };
  const sum = Object.values(added).reduce((total, value) => total + value, fused.score);
  return {
    id: passage.id,
    passage,
    reading,
    signals,
    best,
    clauses,
    fused,
    added,
    most,
    score: Math.max(0, Math.min(1, sum / most)),
    source,
  };
};

const isBeside = ({ documentId, index }: PassagePlace, passage: Passage): boolean =>
  documentId === passage.documentId && Math.abs(index - passage.index) <= 1;

const bestSentence = (signals: readonly SentenceSignals[], clauses: readonly (ClauseSigns | undefined)[]): number => {
  let best = -1;
  let top = Number.NEGATIVE_INFINITY;
  for (const [index, { exact, soft, context, near, expected, fragment }] of signals.entries()) {
    const value =
      exact +
      soft +
      0.5 * context +
      0.3 * near +
      0.4 * (expected - 0.5) -
      0.3 * fragment +
      3 * (clauses[index]?.strength ?? 0);
    if (value <= top) continue;
    top = value;
    best = index;
  }
  return best;
};
