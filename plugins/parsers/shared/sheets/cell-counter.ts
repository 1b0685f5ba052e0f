import { DossierError } from '../../../../core/errors/error.ts';

export type CellCounter = {
  /** A cell stands in the file, though it may be empty. */
  seen(): void;
  /** A cell holds something. */
  filled(): void;
};

/** Sheets are often formatted far beyond what they hold; this many times the limit is no sheet that anyone made. */
const EMPTY_TIMES = 4;

/** Counts the cells of all sheets of a file. Throws `too_many_cells` at the first beyond the limit. */
export const cellCounter = (maxCells: number): CellCounter => {
  let seen = 0;
  let filled = 0;
  const count = (value: number, limit: number): number => {
    if (value >= limit) throw new DossierError('too_many_cells', { limit: maxCells });
    return value + 1;
  };
  return {
    seen: () => {
      seen = count(seen, maxCells * EMPTY_TIMES);
    },
    filled: () => {
      filled = count(filled, maxCells);
    },
  };
};
