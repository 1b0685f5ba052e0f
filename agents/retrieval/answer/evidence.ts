import { contentStems } from '../../../core/text/words.ts';
import type { QueryType } from '../question/question.ts';
import type { WeighedQuestion } from '../question/weights.ts';
import { type Candidate, type Retrieval, rankingWeights } from '../search/retrieve.ts';
import { answerModel, sentenceModel } from './coefficients.ts';
import { probability, weightOf } from './logistic.ts';

/** A sentence of a candidate, with what speaks for its being the answer. */
export type Evidence = {
  readonly candidate: Candidate;
  /** Index into `candidate.reading.sentences`. */
  readonly sentence: number;
  /** Comparable within one question. */
  readonly weight: number;
  /** Its share among all sentences read: they add up to 1. */
  readonly share: number;
};

/** What a sentence's weight is made of; all from -1 to 1. */
export const sentenceFeatures = (question: WeighedQuestion, candidate: Candidate, sentence: number) => {
  const signals = candidate.signals[sentence];
  const read = candidate.reading.sentences[sentence];
  const length = read?.text.length ?? 0;
  const place = (ranking: keyof typeof rankingWeights): number =>
    (candidate.fused.shares.find((each) => each.ranking === ranking)?.share ?? 0) / rankingWeights[ranking];
  return {
    soft: signals?.soft ?? 0,
    context: signals?.context ?? 0,
    passage: signals?.passage ?? 0,
    near: signals?.near ?? 0,
    holds: signals?.expected === 1 ? 1 : 0,
    lacks: signals?.expected === 0 && signals.leads === 0 ? 1 : 0,
    surelyHolds: question.expectation.sure && signals?.expected === 1 ? 1 : 0,
    surelyLacks: question.expectation.sure && signals?.expected === 0 && signals.leads === 0 ? 1 : 0,
    surelyAsked: question.expectation.sure ? (signals?.asked ?? 0) : 0,
    strange: signals?.strange ?? 0,
    fragment: signals?.fragment ?? 0,
    dense: signals?.dense ?? 0,
    follows: signals?.follows ?? 0,
    // A row is whole however short it is.
    short: length < 40 && read?.row === undefined ? 1 : 0,
    long: Math.min(1, length / 700),
    lexical: place('lexical'),
    vectors: place('vectors'),
    opening: question.opening && candidate.passage.index === 0 ? 1 : 0,
    score: candidate.score,
    best: candidate.best === sentence ? 1 : 0,
    cosine: candidate.cosines?.[sentence] ?? 0,
    asked: signals?.asked ?? 0,
    named: candidate.source.named,
    covered: candidate.source.covered,
    lost: signals?.lost ?? 0,
  };
};
export type SentenceFeature = keyof ReturnType<typeof sentenceFeatures>;

/** A follow-up is mostly about the last quote and what comes next. Characters, and what that adds to the weight. */
const besideQuote = 200;
const besideWeight = 2;

const focusOf = ({ focus }: WeighedQuestion, { passage, reading }: Candidate, sentence: number): number => {
  const span = reading.sentences[sentence];
  const beside = focus.some(
    ({ documentId, start, end }) =>
      span !== undefined &&
      documentId === passage.documentId &&
      passage.charStart + span.start >= start &&
      passage.charStart + span.start <= end + besideQuote,
  );
  return beside ? besideWeight : 0;
};

/** What it adds that a sentence introduces the very word that is asked about: … Mara Lind (the "Tenant"). */
const definitionWeight = 4;

const definitionOf = ({ type, terms }: WeighedQuestion, { reading }: Candidate, sentence: number): number => {
  if (type !== 'who' && type !== 'definition') return 0;
  const asked = terms.filter((term) => !term.carried);
  if (asked.length > 2) return 0;
  const introduced = [...(reading.sentences[sentence]?.text ?? '').matchAll(/["“]([^"“”]{2,40})["”]/gu)];
  return introduced.some(([, words = '']) => asked.some((term) => contentStems(words).includes(term.stem)))
    ? definitionWeight
    : 0;
};

/** What it takes away that a sentence is about another one than is asked for: the first year, not the third. Too rare to be fitted. */
const rivalWeight = 3;

/** Passages that are read sentence by sentence. */
export const passagesRead = 15;

/** Sentences of the best passages, the likeliest first. */
export const weighEvidence = ({ question, candidates }: Retrieval, model = sentenceModel): readonly Evidence[] => {
  const read = candidates.slice(0, passagesRead).flatMap((candidate) =>
    candidate.reading.sentences.map((_, sentence) => ({
      candidate,
      sentence,
      weight:
        weightOf(model, sentenceFeatures(question, candidate, sentence)) +
        focusOf(question, candidate, sentence) +
        definitionOf(question, candidate, sentence) -
        rivalWeight * (candidate.signals[sentence]?.rival ?? 0),
    })),
  );
  const top = read.reduce((most, { weight }) => Math.max(most, weight), Number.NEGATIVE_INFINITY);
  const sum = read.reduce((total, { weight }) => total + Math.exp(weight - top), 0);
  return read
    .map((entry) => ({ ...entry, share: Math.exp(entry.weight - top) / sum }))
    .sort(
      (left, right) =>
        right.weight - left.weight ||
        (left.candidate.id < right.candidate.id
          ? -1
          : left.candidate.id > right.candidate.id
            ? 1
            : left.sentence - right.sentence),
    );
};

/** What the probability of a right answer is made of. */
export const answerFeatures = ({ question, candidates, meaning }: Retrieval, evidence: readonly Evidence[]) => {
  const [first, second] = evidence;
  const signals = first ? first.candidate.signals[first.sentence] : undefined;
  const is = (...types: QueryType[]): number => (types.includes(question.type) ? 1 : 0);
  const holds = signals?.expected === 1 || signals?.leads === 1;
  const lacks = signals?.expected === 0 && !holds;
  const thing = question.terms.some((term) => term.asked);
  const figure = is('when', 'how-much', 'how-many', 'how-long');
  const lexical = first?.candidate.fused.shares.find(({ ranking }) => ranking === 'lexical');
  return {
    share: first?.share ?? 0,
    lead: first && second ? Math.min(1, (first.weight - second.weight) / 3) : 0,
    context: signals?.context ?? 0,
    passage: signals?.passage ?? 0,
    holds: holds ? 1 : 0,
    lacks: lacks ? 1 : 0,
    score: candidates[0]?.score ?? 0,
    lexical: (lexical?.share ?? 0) / rankingWeights.lexical,
    cosine: first?.candidate.cosines?.[first.sentence] ?? 0,
    similar: similarity(first?.candidate),
    wordsAlone: meaning ? 0 : 1,
    few: question.terms.length <= 2 ? 1 : 0,
    yesNo: is('yes-no'),
    statement: is('statement'),
    figure,
    who: is('who'),
    opening: question.opening && first?.candidate.passage.index === 0 ? 1 : 0,
    asked: signals?.asked ?? 0,
    unasked: thing ? 1 - (signals?.asked ?? 0) : 0,
    thingless: thing ? 0 : 1,
    stranger: (first?.candidate.source.strange ?? 0) > 0 ? 1 : 0,
    unowned: first?.candidate.source.unowned ?? 0,
    kept: signals?.kept ?? 0,
    fragment: signals?.fragment ?? 0,
    several: candidates.some((each) => each.passage.documentId !== first?.candidate.passage.documentId) ? 1 : 0,
    blind: meaning ? 0 : 1 - (signals?.context ?? 0),
  };
};
/** Cosine of the passage's vector to the question's. */
const similarity = (candidate: Candidate | undefined): number =>
  candidate?.fused.shares.find(({ ranking }) => ranking === 'vectors')?.score ?? 0;

export type AnswerFeature = keyof ReturnType<typeof answerFeatures>;

/** The probability that an answer from this evidence is right, 0 to 1. */
export const answerProbability = (retrieval: Retrieval, evidence: readonly Evidence[]): number =>
  evidence.length === 0 ? 0 : probability(answerModel, answerFeatures(retrieval, evidence));
