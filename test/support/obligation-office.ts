import { rmSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { plugin } from '../../agents/obligation/index.ts';
import { chunkDocument } from '../../core/chunking/chunk.ts';
import { createClauseAccess } from '../../core/clauses/access.ts';
import { createDocuments } from '../../core/document/service.ts';
import { DossierError } from '../../core/errors/error.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import type { Agent } from '../../core/plugin/define.ts';
import { ownRecords } from '../../core/plugin/records.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { callerOf } from './call.ts';
import { openPipeline, untilIdle } from './pipeline.ts';
import { recordNotifications } from './recorded-notifications.ts';

type Setup = { readonly timezone?: string };

/** The obligation agent in a pipeline over a store of its own, in Berlin on the morning of 1 January 2026. */
export const openObligations = async (t: ExecutionContext, { timezone = 'Europe/Berlin' }: Setup = {}) => {
  const agents: { name: string; agent: Agent }[] = [];
  const rig = await openPipeline(t, { agents: () => agents });
  const { store, clock, write } = rig;
  const documents = createDocuments(store);
  /** Documents that nobody gets to the end of, and how often it was tried. */
  const endless = { ids: new Set<string>(), tried: 0 };
  const passages: typeof store.passages = {
    ...store.passages,
    range: (principal, documentId, ...rest) => {
      if (!endless.ids.has(documentId)) return store.passages.range(principal, documentId, ...rest);
      endless.tried++;
      return Promise.reject(new DossierError('reading_timeout'));
    },
  };
  /** What the agent asked to be woken for. */
  const wakes: string[] = [];
  const told = recordNotifications(clock);
  let broken = false;
  const records = ownRecords(store.records, plugin.name);
  const ports = {
    records,
    documents,
    passages,
    clauses: createClauseAccess({ documents, passages, chunk: chunkDocument, current: () => undefined }),
    clock,
    notifications: told,
    schedule: {
      wake: async (_principal: unknown, name: string) => {
        if (broken) throw new Error('the schedule is out of order');
        wakes.push(name);
      },
    },
  };
  const { agent } = await plugin.setup({ options: plugin.options.parse({ timezone }), ports, log: silentLogger });
  agents.push({ name: plugin.name, agent });

  const call = callerOf(agent, silentLogger);
  /** Writes the file and reads it; the document's id comes back. */
  const take = async (name: string, text: string): Promise<string> => {
    const { files } = await rig.ingest([write(name, text)]);
    await untilIdle(store);
    return files[0]?.document_id ?? '';
  };
  /** The document is deleted, and its file as well where that is named. */
  const drop = async (id: string, name?: string): Promise<void> => {
    if (name !== undefined) rmSync(path.join(rig.folder, name));
    await rig.pipeline.remove(localPrincipal, id);
    await untilIdle(store);
  };
  const breakSchedule = (): void => {
    broken = true;
  };
  return { ...rig, agent, ports, records, documents, call, take, drop, told, wakes, breakSchedule, endless };
};
export type ObligationOffice = Awaited<ReturnType<typeof openObligations>>;
