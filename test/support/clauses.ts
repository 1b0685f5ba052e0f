import { chunkDocument } from '../../core/chunking/chunk.ts';
import { createClauseAccess } from '../../core/clauses/access.ts';
import type { Passage } from '../../core/document/passage.ts';
import { createDocuments } from '../../core/document/service.ts';
import { unitsOf } from '../../core/document/units.ts';
import type { ClauseAccess, ClauseModel, ClauseUnit, StatedClause, TypeProbability } from '../../core/ports/clauses.ts';
import type { Store } from '../../core/ports/store.ts';

/** A clause model over a store's documents, as the host makes it. */
export const clauseAccess = (
  store: Pick<Store, 'records' | 'blobs' | 'passages'>,
  model: ClauseModel | undefined,
): ClauseAccess =>
  createClauseAccess({
    documents: createDocuments(store),
    passages: store.passages,
    chunk: chunkDocument,
    current: () => model,
  });

const lease: Readonly<Record<string, RegExp>> = {
  'governing-law': /\blaws?\b/i,
  'notice-period': /\bnotice\b/i,
  rent: /\brent\b/i,
};

/** A clause model that goes by words, and writes down which documents it read. */
export const wordClauses = (
  id: string,
  { probability = 0.9, types = lease }: { readonly probability?: number; readonly types?: typeof lease } = {},
): ClauseModel & { readonly reads: string[] } => {
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
