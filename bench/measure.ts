/** Wall time of one run, milliseconds. */
const timed = async (run: () => unknown): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

/** The value below which so large a part of the values lies, 0 to 1; between two values, in proportion. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * Runs the contestants in turn, each turn beginning with another one, so that what the machine does meanwhile
 * (another program, a warmer processor) falls on all alike. The first turns are not counted; `between` is not timed.
 */
export const interleaved = async <K extends string>(
  turns: number,
  contestants: { readonly [name in K]: (turn: number) => unknown },
  { warmUp = 1, between = () => {} }: { readonly warmUp?: number; readonly between?: () => unknown } = {},
): Promise<Record<K, number[]>> => {
  const names = Object.keys(contestants) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let turn = -warmUp; turn < turns; turn += 1) {
    for (let offset = 0; offset < names.length; offset += 1) {
      const name = names[(turn + warmUp + offset) % names.length] as K;
      const time = await timed(() => contestants[name](turn + warmUp));
      await between();
      if (turn >= 0) times[name].push(time);
    }
  }
  return times;
};

/** Slope of the least-squares line through the points. */
export const slope = (points: readonly (readonly [x: number, y: number])[]): number => {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
};
