import type { Headline } from '../score/headline.ts';
import type { TaskName } from '../tasks.ts';

/** What somebody else's method comes to on the same data. */
export type Baseline = { readonly name: string; readonly figures: Headline };

/** One run over a corpus that docs/quality.md reports. */
export type Measurement = {
  /** Of its folder of predictions and of its file in eval/figures. */
  readonly name: string;
  readonly title: string;
  /** Folder below that of the corpora. */
  readonly corpus: string;
  /** Its queries are asked in the words of eval/rewordings. */
  readonly reworded?: true;
  /** Plugin that must be the configured embedder for it; the default one where absent. */
  readonly embedder?: string;
  readonly tasks: readonly TaskName[];
  readonly baselines: readonly Baseline[];
  readonly aims: Headline;
};

/** Measured on other contracts and in other everyday words than ours. */
const reworded: readonly Baseline[] = [
  { name: 'BM25', figures: { hit1: 0.12, hit5: 0.3 } },
  { name: 'all-MiniLM-L6-v2', figures: { hit5: 0.49 } },
  { name: 'BM25 and MiniLM fused', figures: { hit5: 0.48 } },
  { name: 'linear models, the category guessed by MiniLM', figures: { hit1: 0.7, hit5: 0.89 } },
];

/**
 * The baselines are those that come with the corpora, measured there on the same files.
 */
export const measurements: readonly Measurement[] = [
  {
    name: 'cuad',
    title: 'cuad',
    corpus: 'cuad',
    tasks: ['retrieval', 'answers', 'clauses', 'terms'],
    baselines: [
      { name: 'BM25', figures: { hit1: 0.353, hit5: 0.605, mrr10: 0.459 } },
      { name: 'all-MiniLM-L6-v2', figures: { hit1: 0.281, hit5: 0.562 } },
      { name: 'BM25 and MiniLM fused', figures: { hit1: 0.37, hit5: 0.621 } },
      {
        name: 'linear models, told the category',
        figures: { hit1: 0.802, hit5: 0.947, f1: 0.76, abstained: 0.88 },
      },
      { name: 'linear models', figures: { macroF1: 0.715, microF1: 0.833 } },
    ],
    aims: {
      hit1: 0.8,
      hit5: 0.95,
      mrr10: 0.86,
      f1: 0.8,
      abstained: 0.9,
      citationPrecision: 0.75,
      ece: 0.05,
      macroF1: 0.78,
      spanF1: 0.7,
      neverFound: 0,
      agreementDate: 0.9,
      effectiveDate: 0.85,
      expirationDate: 0.85,
      renewalTerm: 0.85,
      noticePeriod: 0.85,
      governingLaw: 0.97,
    },
  },
  {
    name: 'cuad-reworded',
    title: 'cuad, reworded',
    corpus: 'cuad',
    reworded: true,
    tasks: ['retrieval', 'answers'],
    baselines: reworded,
    aims: { hit1: 0.67, hit5: 0.85, f1: 0.65 },
  },
  {
    name: 'cuad-reworded-minilm',
    title: 'cuad, reworded, with MiniLM',
    corpus: 'cuad',
    reworded: true,
    embedder: 'transformers',
    tasks: ['retrieval', 'answers'],
    baselines: [],
    aims: { hit1: 0.7, hit5: 0.88, f1: 0.68 },
  },
  {
    name: 'contractnli',
    title: 'contractnli',
    corpus: 'contractnli',
    tasks: ['retrieval', 'answers'],
    baselines: [{ name: 'BM25', figures: { hit1: 0.599, hit5: 0.899, mrr10: 0.722 } }],
    aims: { hit5: 0.94 },
  },
  {
    name: 'xquad',
    title: 'xquad',
    corpus: 'xquad',
    tasks: ['retrieval', 'answers'],
    baselines: [{ name: 'BM25', figures: { hit1: 0.877, hit5: 0.984, mrr10: 0.926 } }],
    aims: { hit1: 0.92, f1: 0.8, abstained: 0.85 },
  },
];
