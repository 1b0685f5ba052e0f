import type { Principal } from '../../../core/identity/principal.ts';
import type { Passages } from '../../../core/ports/passages.ts';
import { initials } from '../../../core/text/words.ts';
import type { Question, Term } from './question.ts';

/** A question whose terms are weighed by how rare they are in the workspace. */
export type WeighedQuestion = Question & {
  /** One per term; the weights of the question's own terms add up to 1. */
  readonly weights: readonly number[];
  /** Terms of which the workspace has no trace, not even of a word that may stand for them. */
  readonly unseen: readonly Term[];
  /** Words that may stand for the terms and are rare enough to tell passages apart. */
  readonly related: readonly string[];
};

/** A related word in more than this share of the passages only adds noise, and time. */
const commonShare = 0.2;

/** Passages below which no word is too common. */
const smallCollection = 200;

/** What a carried term counts against one that was asked. */
const carriedWeight = 0.7;

/** What a word counts that says little of what is asked, such as "weeks" or "want", however rare it is. */
const genericWeight = 0.5;

/** Share of the passages that are taken to have such a name, at most. */
const initialsShare = 0.05;

export const weighQuestion = async (
  passages: Pick<Passages, 'documentFrequencies'>,
  principal: Principal,
  question: Question,
): Promise<WeighedQuestion> => {
  const words = question.terms.flatMap((term) => [term.form, ...term.related]);
  const { frequencies, total } = await passages.documentFrequencies(principal, words);
  const raw: number[] = [];
  const unseen: Term[] = [];
  const related = new Set<string>();
  let at = 0;
  for (const term of question.terms) {
    const own = frequencies[at] ?? 0;
    const counts = frequencies.slice(at + 1, at + 1 + term.related.length);
    at += 1 + term.related.length;
    if (own === 0 && counts.every((count) => count === 0)) unseen.push(term);
    for (const [index, word] of term.related.entries()) {
      const count = counts[index] ?? 0;
      if (count > 0 && (count <= commonShare * total || total < smallCollection)) related.add(word);
    }
    // The index does not tell "IT" from "it".
    const held = initials.has(term.stem) ? Math.min(own, initialsShare * total) : own;
    // The idf of BM25, kept above zero: a word that every passage has still tells a little.
    const idf = Math.log(1 + (total - held + 0.5) / (held + 0.5)) + 0.2;
    raw.push(idf * (term.carried ? carriedWeight : 1) * (term.generic ? genericWeight : 1));
  }
  const sum = question.terms.reduce((rest, term, index) => rest + (term.carried ? 0 : (raw[index] ?? 0)), 0) || 1;
  return { ...question, weights: raw.map((weight) => weight / sum), unseen, related: [...related] };
};
