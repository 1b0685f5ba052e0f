import type { Passage } from '../../core/document/passage.ts';
import { createRandom } from '../material/random.ts';
import { createTexts } from '../material/texts.ts';

/** Passages of one document. */
export const PER_DOCUMENT = 50;

/** A made-up document with a vector for each passage. */
export type Made = {
  readonly documentId: string;
  /** From 0. */
  readonly number: number;
  readonly passages: readonly Passage[];
  readonly vectors: readonly Float32Array[];
};

export const documentIdOf = (number: number): string => `doc_${String(number).padStart(24, '0')}`;

/** Documents without end, the same in each run. Vectors are random directions: comparing takes as long for any. */
export const makeDocuments = function* (dimensions: number): Generator<Made> {
  const texts = createTexts(5);
  const random = createRandom(6);
  for (let number = 0; ; number += 1) {
    const documentId = documentIdOf(number);
    const passages = Array.from({ length: PER_DOCUMENT }, (_, index): Passage => {
      const text = texts.passage();
      return {
        id: `chk_${number}_${index}`,
        documentId,
        version: 1,
        index,
        page: 1 + Math.floor(index / 4),
        charStart: index * 1000,
        charEnd: index * 1000 + text.length,
        text,
        headingPath: [],
        source: 'text',
      };
    });
    const vectors = passages.map(() => unit(Float32Array.from({ length: dimensions }, () => random.next() - 0.5)));
    yield { documentId, number, passages, vectors };
  }
};

const unit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};
