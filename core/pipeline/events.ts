import { z } from 'zod';
import { jobPrincipal } from '../identity/principal.ts';
import type { JobHandler } from '../jobs/worker.ts';
import type { NamedAgent } from './parts.ts';

const payloadSchema = z.object({
  type: z.enum(['document.ready', 'document.deleted']),
  document_id: z.string(),
  version: z.int(),
  agent: z.string(),
});

/** Delivers one event to one agent. An agent that is no longer configured is not waited for. */
export const eventHandler =
  (agents: () => readonly NamedAgent[]): JobHandler =>
  async (job, { signal }) => {
    const { type, document_id: documentId, version, agent: name } = payloadSchema.parse(job.payload);
    const listener = agents().find((each) => each.name === name)?.agent.on?.[type];
    await listener?.(jobPrincipal(job.workspace), { type, documentId, version }, signal);
    return { end: 'done' };
  };
