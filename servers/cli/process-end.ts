/** Resolves when the program is told to stop. Until then the process lives, whatever else it is doing or not doing. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const alive = setInterval(() => {}, 2 ** 30);
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });

/**
 * Ends the process once all has been written that was to be. Everything is closed by now; what could hold it up is a
 * timer of a library (Agenda leaves some behind after each of its jobs), and nobody waits for that.
 */
export const endSoon = (output: NodeJS.WritableStream): void => {
  output.write('', () => setTimeout(() => process.exit(), 200).unref());
};
