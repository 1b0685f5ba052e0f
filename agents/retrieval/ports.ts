import type { PluginPorts } from '../../core/plugin/ports.ts';

/** What the retrieval agent needs of the system. */
export type RetrievalPorts = Pick<
  PluginPorts,
  'records' | 'documents' | 'passages' | 'embedding' | 'clauses' | 'model' | 'clock'
>;

export const retrievalNeeds = ['records', 'documents', 'passages', 'embedding', 'clauses', 'model', 'clock'] as const;
