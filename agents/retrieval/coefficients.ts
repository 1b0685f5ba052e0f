// Made by training/answers/fit.ts from eval/tuning and cuad-train; not to be edited.
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted figures, near a constant by chance
import type { AnswerFeature, SentenceFeature } from './evidence.ts';
import type { Logistic } from './logistic.ts';

export const sentenceModel: Logistic<SentenceFeature> = {
  bias: 0,
  weights: {
    exact: -0.369,
    soft: 1.432,
    context: 1.976,
    passage: 2.059,
    near: 0.224,
    holds: 0.994,
    lacks: -0.994,
    missing: 2.024,
    strange: -1.767,
    fragment: 0.092,
    dense: 1.777,
    follows: 1.064,
    short: -1.403,
    long: 0.926,
    lexical: 0.176,
    vectors: 1.747,
    opening: 4.76,
    score: 2.945,
    best: 0.813,
    cosine: 4.278,
  },
};

export const answerModel: Logistic<AnswerFeature> = {
  bias: -4.036,
  weights: {
    top: 0.551,
    share: 2.083,
    lead: -0.285,
    exact: -0.238,
    soft: -0.611,
    context: 0.745,
    passage: 1.805,
    near: -0.061,
    holds: 0.379,
    lacks: 0.454,
    missing: 0.515,
    strange: -1.127,
    unseen: 0.753,
    score: 1.882,
    lexical: -0.23,
    cosine: 1.038,
    similar: -0.06,
    nearest: 0.369,
    wordsAlone: 1.08,
    few: -0.517,
    yesNo: -1.134,
    statement: 1.167,
    figure: -0.952,
    who: -1.042,
    opening: 1.038,
  },
};
