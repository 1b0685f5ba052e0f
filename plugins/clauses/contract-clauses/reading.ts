import type { ClauseReading, ClauseUnit, StatedClause, TypeProbability } from '../../../core/ports/clauses.ts';
import type { PlacedUnit } from './features.ts';
import description from './model.json' with { type: 'json' };

/** A unit with its scores, one per type. */
export type ScoredUnit = PlacedUnit & { readonly scores: Float64Array };

/** What is less likely is not told. */
const leastTold = 0.01;
/** Longest stretch that is said to state one clause, UTF-16 code units. */
const longestStated = 2000;
/** A unit of which the model itself says less states nothing, whatever stands beside it, unless there is no better one. */
const leastOwn = 0.02;
const impossible = -100;
/** The score of a document without units. */
const none = -5;

const { types, clauses: fitted } = description;

/** From the scores of a document's units, in order, to what the document states. */
export const readingOf = (model: string, units: readonly ScoredUnit[]): ClauseReading => {
  // What a reviewer's comment or the history below a mail says is not what the document states.
  const own = units.filter(({ passage }) => passage.part === undefined);
  const best = types.map((_, at) => own.reduce((most, { scores }) => Math.max(most, scores[at] ?? most), none));
  return {
    model,
    units: units.flatMap(({ start, end, passage, scores }): ClauseUnit[] => {
      const told = likeliest(types.map((type, at) => ({ type, probability: probabilityOf(scores, at) })));
      return told.length === 0 ? [] : [{ start, end, passageId: passage.id, types: told }];
    }),
    stated: types
      .flatMap((_, at) => ((best[at] ?? none) < (fitted.stated[at] ?? 0) ? [] : statedBy(own, at)))
      .sort((left, right) => left.start - right.start || left.end - right.end),
    presence: types.map((type, at) => ({
      type,
      probability: own.length === 0 ? 0 : logistic(fitted.presence[at], best[at] ?? none),
    })),
  };
};

/**
 * The units of a document that state a type, those that follow one another as one. A unit beside one that
 * states it is taken to go on about it.
 */
const statedBy = (units: readonly ScoredUnit[], at: number): StatedClause[] => {
  const { pull, from, least } = fitted.beside;
  const likely = units.map(({ scores }) => probabilityOf(scores, at));
  const evidence = likely.map((own, index) => {
    const beside = Math.max(likely[index - 1] ?? 0, likely[index + 1] ?? 0);
    return logOdds(own) - logOdds(least) + (own < leastOwn ? impossible : pull * (beside - from));
  });
  // The document states it somewhere: then at the likeliest place, however unlikely that is.
  const most = evidence.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);
  const found: StatedClause[] = [];
  let open = false;
  for (const [index, { start, end, passage }] of units.entries()) {
    const weight = evidence[index] ?? impossible;
    const probability = likely[index] ?? 0;
    const last = found.at(-1);
    if (weight < 0 && weight < most) open = false;
    else if (open && last && end - last.start <= longestStated) {
      found[found.length - 1] = { ...last, end, probability: Math.max(last.probability, probability) };
    } else {
      found.push({ type: types[at] ?? '', start, end, passageId: passage.id, probability });
      open = true;
    }
  }
  return found;
};

/** Types that may be worth telling, the likeliest first. */
export const likeliest = (all: readonly TypeProbability[]): TypeProbability[] =>
  all.filter(({ probability }) => probability >= leastTold).sort((left, right) => right.probability - left.probability);

const probabilityOf = (scores: Float64Array, at: number): number => logistic(fitted.unit[at], scores[at] ?? none);

const logistic = ([slope = 1, bias = none]: readonly number[] = [], score: number): number =>
  1 / (1 + Math.exp(-(slope * score + bias)));

/** Bounded, so that nothing is beyond all doubt. */
const logOdds = (probability: number): number => {
  const bounded = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(bounded / (1 - bounded));
};
