import type { PluginPorts } from '../../core/plugin/ports.ts';

export const riskNeeds = ['records', 'documents', 'passages', 'clauses', 'detectors', 'model', 'clock'] as const;

/** What the risk agent needs of the system. */
export type RiskPorts = Pick<PluginPorts, (typeof riskNeeds)[number]>;
