import type { Random } from '../../../bench/material/random.ts';

/**
 * Makes a file into another one, hostile or broken. `other` is a second file of the same kind, to take parts from.
 * undefined where the file has nothing that it could change. Never changes the bytes that it is given.
 */
export type Mutate = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array | undefined;

/** By a name that says what was done, for the report of a finding. */
export type Mutators = Readonly<Record<string, Mutate>>;

/** What grows beyond this is cut: the point is what a file says, not how long it takes to send. */
export const MOST_BYTES = 8 * 2 ** 20;

export const latin1Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
export const fromLatin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** Mutates a file as a string with one character per byte. */
export const onText =
  (change: (text: string, random: Random, other: string) => string | undefined): Mutate =>
  (bytes, random, other) => {
    const changed = change(latin1Of(bytes), random, latin1Of(other));
    return changed === undefined ? undefined : fromLatin1(changed);
  };

/** One of the matches with its place; undefined where there is none. */
export const pickMatch = (text: string, pattern: RegExp, random: Random): RegExpExecArray | undefined => {
  const matches = [...text.matchAll(pattern)];
  return matches.length === 0 ? undefined : random.pick(matches);
};

/** The text with this match replaced. */
export const replaceMatch = (text: string, match: RegExpExecArray, by: string): string =>
  text.slice(0, match.index) + by + text.slice(match.index + match[0].length);
