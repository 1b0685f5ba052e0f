import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DossierError } from '../../../core/errors/error.ts';

/** How names of features become numbers: kinds whose values are brought to one length together, and kinds that are just there. */
export type Scaling = {
  readonly features: number;
  readonly normalized: readonly { readonly kinds: readonly string[]; readonly weight: number }[];
  readonly flags: readonly { readonly kinds: readonly string[]; readonly weight: number }[];
  readonly biases: readonly number[];
};

/** A score per class for a text, given as the names of its features (a name may stand more than once) and, where the model has one, its vector. */
export type LinearModel = (features: readonly string[], vector?: Float32Array) => Float64Array;

const folder = new URL('./', import.meta.url);

/**
 * Reads `NAME.txt`, a feature's name per line, and `NAME.bin`: for each a row of int8 with a weight per class, then a
 * float32 scale for each row, then the float32 inverse document frequency of each, little-endian. Throws `model_missing`.
 */
export const loadLinear = async (name: string, scaling: Scaling, vectorWeight = 0): Promise<LinearModel> => {
  const { features: count, biases } = scaling;
  const classes = biases.length;
  const missing = (cause?: unknown) =>
    new DossierError('model_missing', { model: 'contract-clauses', folder: fileURLToPath(folder) }, { cause });
  const [names, bytes] = await Promise.all([
    readFile(new URL(`${name}.txt`, folder), 'utf8'),
    readFile(new URL(`${name}.bin`, folder)),
  ]).catch((cause: unknown) => {
    throw missing(cause);
  });
  const rowOf = new Map(
    names
      .trimEnd()
      .split('\n')
      .map((each, row) => [each, row]),
  );
  if (rowOf.size !== count || bytes.byteLength !== count * (classes + 8)) throw missing();
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset, count * classes);
  const view = new DataView(bytes.buffer, bytes.byteOffset + rows.length);
  const floats = (from: number) =>
    Float32Array.from({ length: count }, (_, at) => view.getFloat32((from + at) * 4, true));
  const scales = floats(0);
  const rarity = floats(count);
  const groupOf = new Map(
    [...scaling.normalized, ...scaling.flags].flatMap(({ kinds }, group) =>
      kinds.map((kind) => [kind, group] as const),
    ),
  );
  const weights = [...scaling.normalized, ...scaling.flags].map(({ weight }) => weight);
  const flagsFrom = scaling.normalized.length;
  const firstAxis = rowOf.get('v:0') ?? count;

  return (features, vector) => {
    const counts = new Map<number, number>();
    const groups = new Map<number, number>();
    for (const feature of features) {
      const row = rowOf.get(feature);
      if (row === undefined) continue;
      counts.set(row, (counts.get(row) ?? 0) + 1);
      groups.set(row, groupOf.get(feature.slice(0, feature.indexOf(':'))) ?? -1);
    }
    const value = (row: number, times: number) => (1 + Math.log(times)) * (rarity[row] ?? 0);
    const squares = new Float64Array(flagsFrom);
    for (const [row, times] of counts) {
      const group = groups.get(row) ?? -1;
      if (group >= 0 && group < flagsFrom) squares[group] = (squares[group] ?? 0) + value(row, times) ** 2;
    }
    const scores = Float64Array.from(biases);
    const add = (row: number, amount: number): void => {
      const scaled = amount * (scales[row] ?? 0);
      for (let at = 0; at < classes; at++) scores[at] = (scores[at] ?? 0) + scaled * (rows[row * classes + at] ?? 0);
    };
    for (const [row, times] of counts) {
      const group = groups.get(row) ?? -1;
      if (group < 0) continue;
      const weight = weights[group] ?? 0;
      add(row, group < flagsFrom ? (weight * value(row, times)) / Math.sqrt(squares[group] || 1) : weight);
    }
    if (vector && vectorWeight > 0) {
      for (const [axis, amount] of vector.entries()) add(firstAxis + axis, vectorWeight * amount);
    }
    return scores;
  };
};
