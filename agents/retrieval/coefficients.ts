// Made by training/answers/fit.ts from eval/tuning and cuad-train; not to be edited.
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted figures, near a constant by chance
import type { AnswerFeature, SentenceFeature } from './evidence.ts';
import type { Logistic } from './logistic.ts';

export const sentenceModel: Logistic<SentenceFeature> = {
  bias: 0,
  weights: {
    exact: -0.403,
    soft: 1.415,
    context: 1.964,
    passage: 2.091,
    near: 0.235,
    holds: 0.984,
    lacks: -0.984,
    missing: 2.058,
    strange: -1.763,
    fragment: 0.036,
    dense: 1.723,
    follows: 1.615,
    short: -1.464,
    long: 0.949,
    lexical: 0.166,
    vectors: 1.745,
    opening: 4.727,
    score: 2.951,
    best: 0.84,
    cosine: 4.279,
  },
};

export const answerModel: Logistic<AnswerFeature> = {
  bias: -4.056,
  weights: {
    top: 0.494,
    share: 2.093,
    lead: -0.348,
    exact: -0.195,
    soft: -0.583,
    context: 0.803,
    passage: 1.786,
    near: -0.125,
    holds: 0.346,
    lacks: 0.429,
    missing: 0.576,
    strange: -1.127,
    unseen: 0.743,
    score: 2.074,
    lexical: -0.312,
    cosine: 1.125,
    similar: 0.021,
    nearest: 0.286,
    wordsAlone: 1.107,
    few: -0.498,
    yesNo: -1.146,
    statement: 1.157,
    figure: -0.941,
    who: -1.016,
    opening: 1.093,
  },
};
