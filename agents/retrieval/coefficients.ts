// Made by eval/tuning/fit.ts from eval/tuning and cuad-train; not to be edited.
import type { AnswerFeature, SentenceFeature } from './evidence.ts';
import type { Logistic } from './logistic.ts';

export const sentenceModel: Logistic<SentenceFeature> = {
  bias: 0,
  weights: {
    exact: -0.509,
    soft: 1.258,
    context: 2.429,
    passage: 1.815,
    near: 0.166,
    holds: 1.036,
    lacks: -1.036,
    missing: 1.777,
    strange: -1.675,
    fragment: 0.192,
    dense: 1.556,
    short: -1.138,
    long: 0.917,
    lexical: 0.284,
    vectors: 1.791,
    opening: 3.989,
    score: 2.846,
    best: 0.802,
    cosine: 3.47,
  },
};

export const answerModel: Logistic<AnswerFeature> = {
  bias: -3.777,
  weights: {
    top: 1.012,
    share: 1.153,
    lead: 0.209,
    exact: 0.072,
    soft: 0.096,
    context: 0.474,
    passage: 0.83,
    near: 0.018,
    holds: 0.199,
    lacks: -0.016,
    missing: 0.226,
    strange: -0.455,
    unseen: 0.499,
    score: 0.894,
    lexical: 0.342,
    cosine: 0.567,
    wordsAlone: 0.732,
    few: -0.328,
    yesNo: -1.055,
    statement: 0.824,
    figure: -0.496,
    who: -0.766,
    opening: 0.913,
  },
};
