import type { Passage } from '../../core/document/passage.ts';
import type { PassageLabel } from '../../core/ports/passages.ts';
import { createRandom, type Random } from '../material/random.ts';
import { createTexts } from '../material/texts.ts';

/** Passages of one document. */
export const PER_DOCUMENT = 50;

/** Types of clause that the labels name, the commonest first. */
export const types: readonly string[] = Array.from({ length: 41 }, (_, index) => `type-${index + 1}`);

/** A made-up document with a vector for each passage, and labels. */
export type Made = {
  readonly documentId: string;
  /** From 0. */
  readonly number: number;
  readonly passages: readonly Passage[];
  readonly vectors: readonly Float32Array[];
  readonly labels: readonly PassageLabel[];
};

export const documentIdOf = (number: number): string => `doc_${String(number).padStart(24, '0')}`;

/**
 * Documents without end, the same in each run. Vectors are random directions: comparing takes as long for any. Three
 * labels a passage, one in six of them likelier than not.
 */
export const makeDocuments = function* (dimensions: number): Generator<Made> {
  const texts = createTexts(5);
  const random = createRandom(6);
  const labelling = createRandom(7);
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
    const labels = passages.flatMap((passage) => makeLabels(passage, labelling));
    yield { documentId, number, passages, vectors, labels };
  }
};

const unit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

const SENTENCES = 5;
const LABELS = 3;

const makeLabels = ({ id: passageId, charStart, text }: Passage, random: Random): PassageLabel[] =>
  Array.from({ length: LABELS }, () => {
    const length = Math.floor(text.length / SENTENCES);
    const start = charStart + length * Math.floor(random.next() * SENTENCES);
    const label = types[Math.floor(types.length * random.next() ** 1.5)] ?? '';
    // From .02 to 1, each doubling as often as the next.
    return { passageId, start, end: start + length, label, score: 0.02 * 50 ** random.next() };
  });
