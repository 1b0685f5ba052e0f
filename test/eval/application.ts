import type { AnyCapability } from '../../core/capability/capability.ts';
import { createInvoke } from '../../core/capability/invoke.ts';
import { createRegistry } from '../../core/capability/registry.ts';
import { configSchema } from '../../core/config/schema.ts';
import type { ClauseModel } from '../../core/ports/clauses.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { systemClock } from '../../core/ports/system-clock.ts';
import type { Application } from '../../core/system/application.ts';

/** An application that can do these things and nothing else. */
export const applicationOf = (
  data: string,
  capabilities: readonly AnyCapability[],
  clauses?: ClauseModel,
): Application => ({
  config: configSchema.parse({ data }),
  capabilities: createRegistry(capabilities),
  invoke: createInvoke({ log: silentLogger, clock: systemClock }),
  clauses: { current: () => clauses },
  notifications: { lookUp: async () => undefined, unsubscribe: async () => undefined, bounces: new Map() },
  feeds: new Map(),
  log: silentLogger,
  clock: systemClock,
  health: async () => {
    throw new Error('not asked here');
  },
  work: () => {},
  finish: async () => {},
  close: async () => {},
});
