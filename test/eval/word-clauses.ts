import { definePlugin } from '../../core/plugin/define.ts';
import { wordClauses } from '../support/clauses.ts';

/** A clause model for tests, as an external plugin. */
export const plugin = definePlugin({
  name: 'word-clauses',
  version: '1.0.0',
  summary: 'Goes by one word for each type of clause.',
  provides: ['clauses'],
  setup: () => ({ clauses: wordClauses('word-clauses 1', { probability: 0.8 }) }),
});
