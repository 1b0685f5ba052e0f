import type { Scores } from './score.ts';
import { ofEachTerm, termTitles } from './terms.ts';

/** Figures that have aims, baselines and floors. */
export const figureTitles = {
  hit1: 'search, hit@1',
  hit5: 'search, hit@5',
  hit10: 'search, hit@10',
  mrr10: 'search, MRR@10',
  answered: 'answers, right',
  f1: 'answers, F1',
  abstained: 'answers, abstained',
  citationPrecision: 'answers, precision of citations',
  ece: 'answers, ECE',
  macroF1: 'clauses, macro-F1',
  microF1: 'clauses, micro-F1',
  spanF1: 'clauses, span F1',
  neverFound: 'clauses, categories never found',
  ...ofEachTerm((field) => `terms, ${termTitles[field]}, F1`),
} as const;

export type FigureName = keyof typeof figureTitles;
export const figureNames = Object.keys(figureTitles) as FigureName[];

/** Some of the figures. One that a corpus cannot give is absent. */
export type Headline = Readonly<Partial<Record<FigureName, number>>>;

const LOWER_IS_BETTER: ReadonlySet<FigureName> = new Set(['ece', 'neverFound']);

export const lowerIsBetter = (name: FigureName): boolean => LOWER_IS_BETTER.has(name);

/** Whether a figure is as good as it should be. */
export const reaches = (name: FigureName, value: number, aim: number): boolean =>
  lowerIsBetter(name) ? value <= aim : value >= aim;

export const headlineOf = ({ search, answers, clauses, terms }: Scores): Headline => {
  const all: Record<FigureName, number | null | undefined> = {
    hit1: search?.hit1,
    hit5: search?.hit5,
    hit10: search?.hit10,
    mrr10: search?.mrr10,
    answered: answers?.recall,
    f1: answers?.f1,
    abstained: answers?.abstained,
    citationPrecision: answers?.citationPrecision,
    ece: answers?.ece,
    macroF1: clauses?.macroF1,
    microF1: clauses?.microF1,
    spanF1: clauses?.span.f1,
    neverFound: clauses?.neverFound.length,
    ...ofEachTerm((field) => terms?.[field].f1),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => typeof value === 'number'));
};
