import type { Passage } from '../../core/document/passage.ts';
import { unitsOf } from '../../core/document/units.ts';
import type { ClauseModel, ClauseUnit, StatedClause, TypeProbability } from '../../core/ports/clauses.ts';

const types = { 'governing-law': /\blaws?\b/i, 'notice-period': /\bnotice\b/i, rent: /\brent\b/i } as const;

/** A clause model that goes by one word for each type, and writes down which documents it read. */
export const wordClauses = (
  id: string,
  { probability = 0.9 }: { readonly probability?: number } = {},
): ClauseModel & { readonly read: ClauseModel['read']; readonly reads: string[] } => {
  const reads: string[] = [];
  const typesIn = (text: string): TypeProbability[] =>
    Object.entries(types)
      .filter(([, word]) => word.test(text))
      .map(([type]) => ({ type, probability }));
  return {
    id,
    reads,
    taxonomy: Object.keys(types).map((type) => ({ id: type, title: type, description: `What is said of ${type}.` })),
    read: async (passages, signal) => {
      signal?.throwIfAborted();
      reads.push(passages[0]?.documentId ?? '');
      const units = passages.flatMap((passage) => unitsIn(passage, typesIn));
      const stated = units.flatMap(({ types: [first], ...span }): StatedClause[] =>
        first ? [{ ...span, ...first }] : [],
      );
      const presence = Object.keys(types).map((type) => ({
        type,
        probability: Math.max(0, ...stated.filter((each) => each.type === type).map((each) => each.probability)),
      }));
      return { model: id, units, stated, presence };
    },
    about: async (question, signal) => {
      signal?.throwIfAborted();
      const found = typesIn(question);
      return found.map(({ type }) => ({ type, probability: probability / found.length }));
    },
  };
};

const unitsIn = (passage: Passage, typesIn: (text: string) => TypeProbability[]): ClauseUnit[] =>
  unitsOf(passage).flatMap(({ start, end }) => {
    const found = typesIn(passage.text.slice(start, end));
    const { id: passageId, charStart } = passage;
    return found.length === 0 ? [] : [{ passageId, start: charStart + start, end: charStart + end, types: found }];
  });
