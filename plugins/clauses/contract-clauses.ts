import { definePlugin } from '../../core/plugin/define.ts';
import { createContractClauses } from './contract-clauses/model.ts';

export const plugin = definePlugin({
  name: 'contract-clauses',
  version: '1.0.0',
  summary:
    "Finds 41 types of clause in contracts, and which of them a question is about: learned from lawyers' labels (CUAD).",
  provides: ['clauses'],
  setup: () => ({ clauses: createContractClauses() }),
});
