/** Which way a weight may go: 1 not below zero, -1 not above, 0 either. */
export type Sign = -1 | 0 | 1;

/**
 * Minimizes by Adam (Kingma and Ba, 2015) from zero, full batches: the same data give the same result.
 * A weight that would leave its side stays at zero.
 */
const minimize = (
  size: number,
  gradient: (weights: Float64Array) => Float64Array,
  steps: number,
  signs: readonly Sign[] = [],
): Float64Array => {
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    const slope = gradient(weights);
    for (let i = 0; i < size; i++) {
      const g = slope[i] ?? 0;
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * g;
      square[i] = 0.99 * (square[i] ?? 0) + 0.01 * g * g;
      const rate = (mean[i] ?? 0) / (1 - 0.9 ** step);
      weights[i] = (weights[i] ?? 0) - (0.1 * rate) / (Math.sqrt((square[i] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
      if ((signs[i] ?? 0) * (weights[i] ?? 0) < 0) weights[i] = 0;
    }
  }
  return weights;
};

const dot = (weights: Float64Array, features: readonly number[], offset = 0): number => {
  let sum = 0;
  // An index costs a fifth of what an iterator does, and this is where a fit spends its time.
  for (let i = 0; i < features.length; i++) sum += (weights[i + offset] ?? 0) * (features[i] ?? 0);
  return sum;
};

type RankingExample = {
  readonly weight: number;
  readonly items: readonly { readonly right: boolean; readonly features: readonly number[] }[];
};

/** Weights under which right items get the largest share of a softmax over their list. */
export const fitRanking = (
  examples: readonly RankingExample[],
  penalty: number,
  signs: readonly Sign[],
): Float64Array => {
  const size = signs.length;
  const usable = examples.filter(({ items }) => items.some(({ right }) => right));
  return minimize(
    size,
    (weights) => {
      const slope = new Float64Array(size);
      let total = 0;
      for (const { weight, items } of usable) {
        const sums = items.map(({ features }) => dot(weights, features));
        const top = Math.max(...sums);
        const shares = sums.map((sum) => Math.exp(sum - top));
        const all = shares.reduce((sum, share) => sum + share, 0);
        const good = shares.reduce((sum, share, index) => sum + (items[index]?.right ? share : 0), 0);
        total += weight;
        for (const [index, { right, features }] of items.entries()) {
          const pull = weight * ((shares[index] ?? 0) / all - (right ? (shares[index] ?? 0) / good : 0));
          for (let i = 0; i < size; i++) slope[i] = (slope[i] ?? 0) + pull * (features[i] ?? 0);
        }
      }
      return slope.map((value, i) => value / total + penalty * (weights[i] ?? 0));
    },
    300,
    signs,
  );
};

type YesNoExample = { readonly weight: number; readonly yes: boolean; readonly features: readonly number[] };

/** Logistic regression; the first weight is the bias. */
export const fitLogistic = (
  examples: readonly YesNoExample[],
  penalty: number,
  signs: readonly Sign[],
): Float64Array => {
  const size = signs.length;
  return minimize(
    size + 1,
    (weights) => {
      const slope = new Float64Array(size + 1);
      let total = 0;
      for (const { weight, yes, features } of examples) {
        const pull = weight * (1 / (1 + Math.exp(-((weights[0] ?? 0) + dot(weights, features, 1)))) - (yes ? 1 : 0));
        total += weight;
        slope[0] = (slope[0] ?? 0) + pull;
        for (let i = 0; i < size; i++) slope[i + 1] = (slope[i + 1] ?? 0) + pull * (features[i] ?? 0);
      }
      return slope.map((value, i) => value / total + (i === 0 ? 0 : penalty * (weights[i] ?? 0)));
    },
    300,
    [0, ...signs],
  );
};
