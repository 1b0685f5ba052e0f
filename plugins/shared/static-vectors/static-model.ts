import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DossierError } from '../../../core/errors/error.ts';
import { onFirstUse } from '../first-use.ts';
import description from './model.json' with { type: 'json' };
import { createWordPiece } from './wordpiece.ts';

/** One L2-normalized vector of `description.dimensions` numbers. */
export type StaticModel = (text: string) => Float32Array;

const folder = new URL('./', import.meta.url);

/**
 * A vector per token, and the vector of a text is the normalized sum of its tokens', each times the square root of
 * how often it occurs: how much a token counts is the length of its vector. MODEL.md says where the numbers come from. `vectors.bin` holds a row of int8 for each
 * line of vocabulary.txt, then a float32 scale for each row, little-endian.
 */
const load = async (): Promise<StaticModel> => {
  const { dimensions, tokens } = description;
  const [words, bytes] = await Promise.all([
    readFile(new URL('vocabulary.txt', folder), 'utf8'),
    readFile(new URL('vectors.bin', folder)),
  ]).catch((cause: unknown) => {
    throw missing(cause);
  });
  const vocabulary = new Map(
    words
      .trimEnd()
      .split('\n')
      .map((token, id) => [token, id]),
  );
  if (vocabulary.size !== tokens || bytes.byteLength !== tokens * (dimensions + 4)) throw missing();

  const rows = new Int8Array(bytes.buffer, bytes.byteOffset, tokens * dimensions);
  const view = new DataView(bytes.buffer, bytes.byteOffset + rows.length);
  const scales = Float32Array.from({ length: tokens }, (_, id) => view.getFloat32(id * 4, true));
  const tokenize = createWordPiece(vocabulary);
  const unknown = vocabulary.get('[UNK]') ?? 0;

  const add = (sum: Float32Array, id: number, occurrences: number): void => {
    const weight = (scales[id] ?? 0) * Math.sqrt(occurrences);
    const offset = id * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + weight * (rows[offset + d] ?? 0);
  };

  return (text) => {
    const sum = new Float32Array(dimensions);
    const ids = Uint32Array.from(tokenize(text).filter((id) => id !== unknown)).sort();
    for (let from = 0, to = 0; from < ids.length; from = to) {
      while (to < ids.length && ids[to] === ids[from]) to++;
      add(sum, ids[from] ?? unknown, to - from);
    }
    // A text without a known token still gets a direction, so that no vector is zero.
    if (ids.length === 0) add(sum, unknown, 1);
    return normalize(sum);
  };
};

/** The model, read once for all who use it in this process. Throws `model_missing`. */
export const loadStaticModel: () => Promise<StaticModel> = onFirstUse(load);

const normalize = (vector: Float32Array): Float32Array => {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) / length;
  return vector;
};

const missing = (cause?: unknown): DossierError =>
  new DossierError('model_missing', { model: 'builtin', folder: fileURLToPath(folder) }, { cause });
