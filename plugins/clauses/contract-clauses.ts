import { definePlugin } from '../../core/plugin/define.ts';
import type { ClauseModel } from '../../core/ports/clauses.ts';
import { onFirstUse } from '../shared/first-use.ts';
import description from './contract-clauses/model.json' with { type: 'json' };
import taxonomy from './contract-clauses/taxonomy.json' with { type: 'json' };

/**
 * Linear models over TF-IDF of words; MODEL.md says what they were learned from and how good they are. Their code and
 * their weights are read at the first document or question, so that a start does not wait for them.
 */
export const createContractClauses = (): ClauseModel => {
  const id = `contract-clauses@${description.version}`;
  const models = onFirstUse(async () => (await import('./contract-clauses/model.ts')).createModels(id));
  return {
    id,
    taxonomy: taxonomy.map(({ id: type, title, description: settles }) => ({ id: type, title, description: settles })),
    read: async (passages, signal) => (await models()).read(passages, signal),
    about: async (question, signal) => (await models()).about(question, signal),
  };
};

export const plugin = definePlugin({
  name: 'contract-clauses',
  version: '1.0.0',
  summary:
    "Finds 41 types of clause in contracts, and which of them a question is about: learned from lawyers' labels (CUAD).",
  provides: ['clauses'],
  setup: () => ({ clauses: createContractClauses() }),
});
