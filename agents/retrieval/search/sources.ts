import type { Passage } from '../../../core/document/passage.ts';
import { stem } from '../../../core/text/stem.ts';
import { contentStems } from '../../../core/text/words.ts';
import type { WeighedQuestion } from '../question/weights.ts';
import type { Readings } from './retrieve.ts';
import { matchTerm } from './signals.ts';

/** What a document as a whole has to do with a question. */
export type SourceSignals = {
  /** Whether the question names it rather than another: 1 by its own name, -1 by another's, 0 where it names none. */
  readonly named: number;
  /** Share of the question, by weight, that occurs in its name or in anything found of it. */
  readonly covered: number;
  /** 1 where it has no trace of something that the question calls "our …" or "my …"; else 0. */
  readonly unowned: number;
  /** By its name it changes another document. */
  readonly amends: boolean;
  /** Share of the question's names and numbers that do not; 0 without any. */
  readonly strange: number;
};

export type Source = {
  /** Stems of the document's name. */
  readonly name: ReadonlySet<string>;
  readonly signals: SourceSignals;
};

const amending = ['amendment', 'addendum', 'supplement', 'rider', 'variation'].map(stem);

/** Weight of the question's words in a name from which on it is clear which document is meant. */
const clearlyNamed = 0.25;

/**
 * Reads the documents that passages were found in. What was found of a document stands for all of it: a passage with a
 * rare word of the question is among the first that words find.
 */
export const readSources = async (
  question: WeighedQuestion,
  passages: readonly Passage[],
  readings: Readings,
  namesOf: ((documentIds: readonly string[]) => Promise<ReadonlyMap<string, string>>) | undefined,
): Promise<ReadonlyMap<string, Source>> => {
  const stems = new Map<string, Set<string>>();
  for (const passage of passages) {
    const known = stems.get(passage.documentId) ?? new Set<string>();
    for (const each of readings(passage).whole) known.add(each);
    stems.set(passage.documentId, known);
  }
  const written = (await namesOf?.([...stems.keys()])) ?? new Map<string, string>();
  const names = new Map([...stems.keys()].map((id) => [id, new Set(contentStems(written.get(id) ?? ''))]));
  const asked = question.terms.flatMap((term, index) =>
    term.carried ? [] : [{ term, weight: question.weights[index] ?? 0 }],
  );
  const telling = asked.map(({ term, weight }) => {
    const matches = [...names.values()].filter((name) => matchTerm(term, name) > 0).length;
    // A word that every name has ("agreement") tells none of them apart.
    return matches === 0 ? 0 : weight * (1 - matches / names.size);
  });
  const called = new Map(
    [...names].map(([id, name]) => [
      id,
      asked.reduce((sum, { term }, index) => sum + (telling[index] ?? 0) * matchTerm(term, name), 0),
    ]),
  );
  const most = Math.max(0, ...called.values());
  return new Map(
    [...stems].map(([id, found]) => {
      const name = names.get(id) ?? new Set<string>();
      const all = found.union(name);
      const matches = asked.map(({ term }) => matchTerm(term, all));
      const proper = asked.flatMap(({ term }, index) => (term.proper ? [matches[index] ?? 0] : []));
      const signals = {
        amends: amending.some((word) => name.has(word)),
        unowned: asked.some(({ term }, index) => term.owned && !term.generic && matches[index] === 0) ? 1 : 0,
        strange: proper.length === 0 ? 0 : proper.filter((match) => match === 0).length / proper.length,
        named: (2 * (called.get(id) ?? 0) - most) / Math.max(most, clearlyNamed),
        covered: asked.reduce((sum, { weight }, index) => sum + weight * (matches[index] ?? 0), 0),
      };
      return [id, { name, signals }] as const;
    }),
  );
};
