import type { ClauseModel } from '../../../core/ports/clauses.ts';
import { inSlices } from '../../../core/reading/in-slices.ts';
import { onFirstUse } from '../../shared/first-use.ts';
import { loadStaticModel } from '../../shared/static-vectors/static-model.ts';
import { featuredUnits, placedUnits, questionFeatures } from './features.ts';
import { loadLinear } from './linear.ts';
import description from './model.json' with { type: 'json' };
import { likeliest, readingOf } from './reading.ts';

const { types, questions: asking } = description;

/** What reads documents and questions. Weights are read with the first of either. Throws `model_missing` then. */
export const createModels = (id: string): Pick<ClauseModel, 'read' | 'about'> => {
  const scoring = onFirstUse(() => loadLinear('clauses', description.clauses));
  const asked = onFirstUse(() => Promise.all([loadLinear('questions', asking, asking.vector), loadStaticModel()]));
  return {
    read: async (passages, signal) => {
      const score = await scoring();
      const placed = await inSlices(passages.values().map(placedUnits), signal);
      const scored = featuredUnits(placed.flat()).map(({ features, ...unit }) => ({
        ...unit,
        scores: score(features),
      }));
      return readingOf(id, await inSlices(scored, signal));
    },
    about: async (question, signal) => {
      signal?.throwIfAborted();
      const [ask, vectorOf] = await asked();
      const logits = ask(questionFeatures(question), vectorOf(question)).map((each) => each * asking.temperature);
      const top = Math.max(...logits);
      const powers = logits.map((each) => Math.exp(each - top));
      const sum = powers.reduce((total, each) => total + each, 0);
      return likeliest(types.map((type, at) => ({ type, probability: (powers[at] ?? 0) / sum })));
    },
  };
};
