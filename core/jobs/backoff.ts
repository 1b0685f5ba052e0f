/** Doubles from one second to five minutes, each time somewhere between half and all of it, so that retries spread. */
export const backoffMilliseconds = (attempt: number, random: () => number = Math.random): number => {
  const ceiling = Math.min(1000 * 2 ** Math.max(0, attempt - 1), 300_000);
  return Math.round(ceiling * (0.5 + random() / 2));
};
