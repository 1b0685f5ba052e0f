import type { Principal } from '../../../core/identity/principal.ts';
import type { RetrievalPorts } from '../ports.ts';
import type { Term } from '../question/question.ts';
import type { WeighedQuestion } from '../question/weights.ts';
import type { Retrieval } from '../search/retrieve.ts';
import { matchTerm } from '../search/signals.ts';
import type { Evidence } from './evidence.ts';

/** Most sentences: the heaviest missing words are worth reading, the fifth is not. */
const mostNamed = 3;

/**
 * What the question asks for and the documents do not show, one sentence for a person each: the type of clause that it
 * is about, names, figures and nouns that occur nowhere, then those that the likeliest passages lack, else the kind of
 * fact that was looked for. For a question that is not answered.
 */
export const missingInformation = async (
  { passages }: Pick<RetrievalPorts, 'passages'>,
  principal: Principal,
  { question, topics }: Retrieval,
  evidence: readonly Evidence[],
): Promise<readonly string[]> => {
  const meant = topics?.types.filter(({ probability }) => probability >= surelyMeant) ?? [];
  const clauses = meant.map(({ title }) => `No clause on "${title}" is stated clearly enough.`);
  const words = await missingWords({ passages }, principal, question, evidence);
  return clauses.length > 0 ? [...clauses, ...words.named] : words.all;
};

/** A type of clause that is at least so likely meant is named. */
const surelyMeant = 0.5;

/** `named` are words that are not mentioned; `all` says at least that no passage states it. */
const missingWords = async (
  { passages }: Pick<RetrievalPorts, 'passages'>,
  principal: Principal,
  question: WeighedQuestion,
  evidence: readonly Evidence[],
): Promise<{ readonly named: readonly string[]; readonly all: readonly string[] }> => {
  const telling = question.terms.filter((term) => term.telling && !term.carried);
  const { frequencies } = await passages.documentFrequencies(
    principal,
    telling.map(({ form }) => form),
  );
  const nowhere = telling.filter((term, index) => frequencies[index] === 0 && question.unseen.includes(term));
  const [first] = evidence;
  const apart = first
    ? telling.filter((term) => !nowhere.includes(term) && matchTerm(term, first.candidate.reading.whole) === 0)
    : [];
  const weightOf = (term: Term): number => question.weights[question.terms.indexOf(term)] ?? 0;
  const heaviest = (terms: readonly Term[]): readonly Term[] =>
    [...terms].sort((left, right) => weightOf(right) - weightOf(left)).slice(0, mostNamed);
  const named =
    nowhere.length > 0
      ? heaviest(nowhere).map((term) => `"${nameOf(term, question.terms)}" is not mentioned in any document.`)
      : heaviest(apart).map((term) => `"${term.text}" is not mentioned where the rest of the question is found.`);
  if (named.length > 0) return { named: [...new Set(named)], all: [...new Set(named)] };
  const { thing } = question.expectation;
  const subject = question.terms.filter((term) => term.asked).map((term) => term.text);
  const of = subject.length > 0 ? ` for "${subject.join(' ')}"` : '';
  return { named: [], all: [`No passage states ${thing === undefined ? 'this' : `${thing}${of}`} clearly enough.`] };
};

/** The word with its neighbours of the asked thing: "parental leave", of which nothing is mentioned if "parental" is not. */
const nameOf = (term: Term, terms: readonly Term[]): string => {
  if (!term.asked) return term.text;
  const at = terms.indexOf(term);
  let from = at;
  let to = at;
  while (terms[from - 1]?.asked && terms[from - 1]?.end === (terms[from]?.start ?? 0) - 1) from--;
  while (terms[to + 1]?.asked && terms[to + 1]?.start === (terms[to]?.end ?? 0) + 1) to++;
  return terms
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ');
};
