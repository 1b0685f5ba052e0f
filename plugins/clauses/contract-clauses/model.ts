import type { ClauseModel } from '../../../core/ports/clauses.ts';
import { onFirstUse } from '../../shared/first-use.ts';
import { loadStaticModel } from '../../shared/static-vectors/static-model.ts';
import { featuredUnits, type PlacedUnit, placedUnits, questionFeatures } from './features.ts';
import { loadLinear } from './linear.ts';
import description from './model.json' with { type: 'json' };
import { likeliest, readingOf, type ScoredUnit } from './reading.ts';
import taxonomy from './taxonomy.json' with { type: 'json' };

/** Passages or units that are read before others have their turn. */
const breath = 200;

const { types, questions: asking } = description;

/**
 * Linear models over TF-IDF of words; MODEL.md says what they were learned from and how good they are. They are read at
 * the first document or question, so that a start does not wait for them. Throws `model_missing` then.
 */
export const createContractClauses = (): ClauseModel => {
  const scoring = onFirstUse(() => loadLinear('clauses', description.clauses));
  const asked = onFirstUse(() => Promise.all([loadLinear('questions', asking, asking.vector), loadStaticModel()]));
  const id = `contract-clauses@${description.version}`;
  return {
    id,
    taxonomy: taxonomy.map(({ id: type, title, description: settles }) => ({ id: type, title, description: settles })),
    read: async (passages, signal) => {
      const score = await scoring();
      let read = 0;
      const rest = async (): Promise<void> => {
        if (++read % breath === 0) await new Promise(setImmediate);
        signal?.throwIfAborted();
      };
      const placed: PlacedUnit[] = [];
      for (const passage of passages) {
        await rest();
        placed.push(...placedUnits(passage));
      }
      const units: ScoredUnit[] = [];
      for (const { features, ...unit } of featuredUnits(placed)) {
        await rest();
        units.push({ ...unit, scores: score(features) });
      }
      return readingOf(id, units);
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
