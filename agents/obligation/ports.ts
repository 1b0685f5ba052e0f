import type { PluginPorts } from '../../core/plugin/ports.ts';

export const obligationNeeds = [
  'records',
  'documents',
  'passages',
  'clauses',
  'clock',
  'schedule',
  'notifications',
] as const;

/** What the obligation agent needs of the system. */
export type ObligationPorts = Pick<PluginPorts, (typeof obligationNeeds)[number]>;
