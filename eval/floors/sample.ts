import path from 'node:path';
import { type Corpus, readCorpus } from '../corpus.ts';
import type { Gold } from '../score/gold.ts';

/** Which part of a corpus is taken: each so many-th document in the order of their ids, and of the queries about those. */
export type Share = { readonly documents: number; readonly queries: number };

/** By measurement. Chosen by count alone: nobody looked at what is in them. */
export const shares: Readonly<Record<string, Share>> = {
  cuad: { documents: 14, queries: 1 },
  'cuad-reworded': { documents: 14, queries: 1 },
  contractnli: { documents: 10, queries: 1 },
  xquad: { documents: 1, queries: 6 },
};

const each = <T>(items: readonly T[], step: number): T[] => items.filter((_, index) => index % step === 0);

/** The part of the corpus in a folder. */
export const sampleCorpus = (folder: string, share: Share): Corpus => {
  const { documents, queries } = readCorpus(path.resolve(folder));
  const taken = each(documents, share.documents);
  const ids = new Set(taken.map(({ id }) => id));
  const about = queries.filter(({ document }) => document === null || ids.has(document));
  return { documents: taken, queries: each(about, share.queries) };
};

/** What is right of a part of a corpus. */
export const sampleGold = (gold: Gold, { documents, queries }: Corpus): Gold => {
  const asked = new Set(queries.map(({ id }) => id));
  const read = new Set(documents.map(({ id }) => id));
  return {
    queries: gold.queries.filter(({ id }) => asked.has(id)),
    labels: gold.labels?.filter(({ document }) => read.has(document)),
  };
};
