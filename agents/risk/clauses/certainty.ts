export const certainties = ['sure', 'likely', 'perhaps'] as const;
export type Certainty = (typeof certainties)[number];

const sure = 0.9;
const likely = 0.5;

/**
 * In words. What is listed at all is chosen so that as many clauses as possible are found for as few wrong ones, which
 * for rare types means at less than one in two: that is `perhaps`, for a person to look at.
 */
export const certaintyOf = (probability: number): Certainty =>
  probability >= sure ? 'sure' : probability >= likely ? 'likely' : 'perhaps';

export type Place = { readonly type: string; readonly probability: number; readonly place_probability: number };

/**
 * What decides how sure a place is: if the document states the type, then at its likeliest place, however many others
 * look like it; every other place stands for itself.
 */
export const decisiveOf = (place: Place, places: readonly Place[]): number => {
  const most = Math.max(...places.filter(({ type }) => type === place.type).map((each) => each.place_probability));
  return place.place_probability === most ? place.probability : place.place_probability;
};
