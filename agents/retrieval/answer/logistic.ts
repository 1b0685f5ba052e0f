/** A logistic model: the probability that something is so, from named figures. */
export type Logistic<F extends string = string> = {
  readonly bias: number;
  readonly weights: Readonly<Record<F, number>>;
};

/** The weighted sum, without bound. */
export const weightOf = <F extends string>(model: Logistic<F>, features: Readonly<Record<F, number>>): number => {
  let sum = model.bias;
  for (const name of Object.keys(model.weights) as F[]) sum += model.weights[name] * features[name];
  return sum;
};

/** 0 to 1. */
export const probability = <F extends string>(model: Logistic<F>, features: Readonly<Record<F, number>>): number =>
  1 / (1 + Math.exp(-weightOf(model, features)));
