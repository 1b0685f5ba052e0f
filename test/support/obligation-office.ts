import { rmSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { plugin } from '../../agents/obligation/index.ts';
import { chunkDocument } from '../../core/chunking/chunk.ts';
import { createClauseAccess } from '../../core/clauses/access.ts';
import { createDocuments } from '../../core/document/service.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import { ownRecords } from '../../core/plugin/records.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { callerOf } from './call.ts';
import { openPipeline, untilIdle } from './pipeline.ts';

/** The terms of the obligation agent in a pipeline over a store of its own, without a clause model. */
export const openTermsOffice = async (t: ExecutionContext) => {
  const agents: { name: string; agent: Awaited<ReturnType<typeof plugin.setup>>['agent'] }[] = [];
  const rig = await openPipeline(t, { agents: () => agents });
  const { store, clock, folder, write } = rig;
  const documents = createDocuments(store);
  const { passages } = store;
  const records = ownRecords(store.records, plugin.name);
  const clauses = createClauseAccess({ documents, passages, chunk: chunkDocument, current: () => undefined });
  const { agent } = await plugin.setup({
    options: plugin.options.parse({}),
    ports: { records, documents, passages, clauses, clock },
    log: silentLogger,
  });
  agents.push({ name: plugin.name, agent });
  const call = callerOf(agent, silentLogger);
  /** Writes the file and reads it; the document's id comes back. */
  const take = async (name: string, text: string): Promise<string> => {
    const { files } = await rig.ingest([write(name, text)]);
    await untilIdle(store);
    return files[0]?.document_id ?? '';
  };
  const drop = async (name: string, id: string): Promise<void> => {
    rmSync(path.join(folder, name));
    await rig.pipeline.remove(localPrincipal, id);
    await untilIdle(store);
  };
  return { ...rig, call, take, drop, records };
};
