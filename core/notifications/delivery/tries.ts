/** Attempts after which a delivery is given up: about a day after the first. */
export const TRIES = 31;

const FIRST = 30_000;
const LONGEST = 3_600_000;
/** The other side may ask for patience, but not for more than this. */
const MOST_PATIENCE = 86_400_000;

/**
 * Milliseconds until the next attempt: from half a minute, doubling up to an hour, each time somewhere between three quarters and
 * all of it, so that what failed together does not come back together. Never before the other side said (`after`).
 */
export const retryDelay = (attempt: number, after = 0, random: () => number = Math.random): number => {
  const ceiling = Math.min(FIRST * 2 ** Math.max(0, attempt - 1), LONGEST);
  return Math.max(Math.round(ceiling * (0.75 + random() / 4)), Math.min(Math.max(after, 0), MOST_PATIENCE));
};
