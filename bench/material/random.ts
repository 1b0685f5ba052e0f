/** Random numbers that are the same in each run (mulberry32 by Tommy Ettinger, public domain). */
export type Random = {
  /** 0 to 1, exclusive. */
  next(): number;
  /** A whole number from 0, exclusive of the limit. */
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
};

export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    pick: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T,
  };
};
