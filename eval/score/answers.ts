import type { GoldQuery } from './gold.ts';
import type { PredictedAnswer } from './predictions.ts';
import { isShortEnough, overlaps, type PrecisionRecall, precisionRecall, ratio, total } from './ratios.ts';
import { type Bin, binsOf, calibrationError } from './reliability.ts';

/** An answer is right when it cites a place where the answer stands; a query that the documents do not answer has no right answer. */
export type AnswerScores = PrecisionRecall & {
  /** Queries that the documents answer. */
  readonly answerable: number;
  readonly unanswerable: number;
  /** Of the unanswerable, the share where the system said so; null where there are none. */
  readonly abstained: number | null;
  /** Of the answerable, the share where the system said that there is no answer. */
  readonly refused: number | null;
  /** Of all citations, the share in a right place. */
  readonly citationPrecision: number | null;
  /** Expected calibration error of what was answered. */
  readonly ece: number | null;
  readonly bins: readonly Bin[];
};

const silence: PredictedAnswer = { answered: false, confidence: 0, citations: [] };

export const scoreAnswers = (
  queries: readonly GoldQuery[],
  given: ReadonlyMap<string, PredictedAnswer>,
): AnswerScores => {
  const judged = queries.map(({ id, spans }) => judge(given.get(id) ?? silence, spans));
  const answerable = judged.filter((each) => each.answerable);
  const unanswerable = judged.filter((each) => !each.answerable);
  const answered = judged.filter((each) => each.answered);
  const right = answered.filter((each) => each.right).length;
  return {
    ...precisionRecall({ right, wrong: answered.length - right, missed: answerable.length - right }),
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    abstained: ratio(unanswerable.filter((each) => !each.answered).length, unanswerable.length),
    refused: ratio(answerable.filter((each) => !each.answered).length, answerable.length),
    citationPrecision: ratio(
      total(answered.map(({ goodCitations }) => goodCitations)),
      total(answered.map(({ citations }) => citations)),
    ),
    ece: calibrationError(answered),
    bins: binsOf(answered),
  };
};

const judge = ({ answered, confidence, citations }: PredictedAnswer, spans: GoldQuery['spans']) => {
  const good = citations.filter((citation) => spans.some((span) => overlaps(citation, span)));
  return {
    answerable: spans.length > 0,
    answered,
    confidence,
    right: answered && good.some(isShortEnough),
    citations: citations.length,
    goodCitations: good.length,
  };
};
