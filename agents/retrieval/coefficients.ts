// Made by eval/tuning/fit.ts from eval/tuning and cuad-train; not to be edited.
import type { AnswerFeature, SentenceFeature } from './evidence.ts';
import type { Logistic } from './logistic.ts';

export const sentenceModel: Logistic<SentenceFeature> = {
  bias: 0,
  weights: {
    exact: 0.161,
    soft: 1.561,
    context: 2.791,
    passage: 2.306,
    near: -0.204,
    holds: 1.068,
    lacks: -1.068,
    missing: 2.274,
    strange: -1.782,
    fragment: 0.18,
    dense: 2.48,
    short: -1.203,
    long: 0.774,
    words: 0.124,
    related: 2.427,
    vectors: 0,
    opening: 4.075,
    score: 2.089,
    best: 0.819,
  },
};

export const answerModel: Logistic<AnswerFeature> = {
  bias: -3.85,
  weights: {
    top: 1.117,
    share: 1.003,
    lead: 0.337,
    exact: 0.026,
    soft: 0.374,
    context: 0.631,
    passage: 0.802,
    near: 0.32,
    holds: 0.173,
    lacks: -0.197,
    missing: 0.149,
    strange: -0.658,
    unseen: 0.142,
    score: 0.597,
    words: 0.593,
    few: -0.546,
    yesNo: -1.062,
    statement: 0.922,
    figure: -0.395,
    who: -0.759,
    opening: 0.702,
  },
};
