import type { ErrorCode } from '../../core/errors/table.ts';
import type { PromiseId } from './promises.ts';

export const surfaces = ['process', 'cli', 'rest', 'mcp'] as const;
export type SurfaceName = (typeof surfaces)[number];

type Json = Record<string, unknown>;

/**
 * One call and what must come of it, on every surface alike. In strings of the input `{folder}` is the surface's own
 * folder of files and `{name}` what an earlier step kept; a string that is just `@file` is that file's bytes.
 */
export type Step = {
  readonly capability: string;
  readonly input: Json;
  /** Files written (text) or removed (null) in the folder before the call. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** The code of the error that is expected instead of an output. */
  readonly error?: ErrorCode;
  /** Parts of the output; an array must have as many elements as it has here. */
  readonly like?: Json;
  /** What cannot be said as parts. */
  readonly holds?: (output: Json) => boolean;
  /** Values kept for later steps: name to path in the output, "results.0.chunk_id". */
  readonly keep?: Readonly<Record<string, string>>;
  /** Fields that truly differ between surfaces: where a document came from, say. Not compared. */
  readonly apart?: readonly string[];
};

export type Scenario = {
  readonly name: string;
  readonly proves: readonly PromiseId[];
  /** Default: all. */
  readonly surfaces?: readonly SurfaceName[];
  readonly steps: readonly Step[];
};

/** The value at a dotted path. */
export const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Json | undefined)?.[key], value);

/** Fills the placeholders of an input. */
export const fill = (value: unknown, names: Readonly<Record<string, string>>): unknown => {
  if (typeof value === 'string') return value.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
  if (Array.isArray(value)) return value.map((each) => fill(each, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, fill(child, names)]));
};

/** Whether the output has these parts. */
export const isLike = (output: unknown, part: unknown): boolean => {
  if (Array.isArray(part)) {
    return Array.isArray(output) && output.length === part.length && part.every((each, at) => isLike(output[at], each));
  }
  if (typeof part !== 'object' || part === null) return Object.is(output, part);
  if (typeof output !== 'object' || output === null) return false;
  return Object.entries(part).every(([key, child]) => isLike((output as Json)[key], child));
};

/** An instant, what is counted from today (the surfaces may be asked on two sides of midnight), an id made by chance. */
const isMomentary = (key: string, value: unknown): boolean =>
  key.endsWith('_at') ||
  (key === 'days_left' && typeof value === 'number') ||
  (key === 'thread_id' && typeof value === 'string');

/** An output without what cannot be the same twice, and without the surface's own folder. */
export const comparable = (output: unknown, folder: string, apart: readonly string[] = []): unknown => {
  if (typeof output === 'string') return output.replaceAll(folder, '{folder}');
  if (Array.isArray(output)) return output.map((each) => comparable(each, folder, apart));
  if (typeof output !== 'object' || output === null) return output;
  return Object.fromEntries(
    Object.entries(output)
      .filter(([key]) => !apart.includes(key))
      .map(([key, child]) => [key, isMomentary(key, child) ? '…' : comparable(child, folder, apart)]),
  );
};
