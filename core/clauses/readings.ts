import type { ClauseReading } from '../ports/clauses.ts';

/** The readings that were asked for last, up to so many units in all; the last one is kept at any size. */
export const createReadings = (limit: number) => {
  /** Oldest use first. */
  const entries = new Map<string, ClauseReading>();
  let units = 0;

  const take = (key: string): ClauseReading | undefined => {
    const reading = entries.get(key);
    if (reading === undefined) return undefined;
    entries.delete(key);
    units -= sizeOf(reading);
    return reading;
  };
  const put = (key: string, reading: ClauseReading): void => {
    take(key);
    entries.set(key, reading);
    units += sizeOf(reading);
    for (const oldest of entries.keys()) {
      if (units <= limit || oldest === key) return;
      take(oldest);
    }
  };
  return {
    get: (key: string): ClauseReading | undefined => {
      const reading = take(key);
      if (reading !== undefined) put(key, reading);
      return reading;
    },
    put,
  };
};

/** A document without units takes room, too. */
const sizeOf = ({ units, stated }: ClauseReading): number => 1 + units.length + stated.length;
