import { rmSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { plugin } from '../../agents/risk/index.ts';
import { chunkDocument } from '../../core/chunking/chunk.ts';
import { createClauseAccess } from '../../core/clauses/access.ts';
import { createDocuments } from '../../core/document/service.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import type { AnyPlugin } from '../../core/plugin/define.ts';
import { ownRecords } from '../../core/plugin/records.ts';
import type { ClauseModel } from '../../core/ports/clauses.ts';
import type { NamedDetector } from '../../core/ports/detector.ts';
import { type Logger, silentLogger } from '../../core/ports/logger.ts';
import type { Model } from '../../core/ports/model.ts';
import { callerOf } from './call.ts';
import { plugin as noLaw } from './detectors/no-law.ts';
import { plugin as notice } from './detectors/notice.ts';
import { plugin as payment } from './detectors/payment.ts';
import { plugin as unlimited } from './detectors/unlimited.ts';
import { detectorOf } from './detectors.ts';
import { openPipeline, untilIdle } from './pipeline.ts';

const toys: readonly AnyPlugin[] = [unlimited, notice, noLaw, payment];

/** A detector as the host would hand it to agents. */
export const started = async (entry: AnyPlugin): Promise<NamedDetector> => ({
  id: entry.name,
  version: entry.version,
  detector: await detectorOf(entry),
});

type Setup = {
  readonly detectors?: readonly NamedDetector[];
  readonly clauses?: ClauseModel;
  readonly model?: Model;
  readonly options?: Record<string, unknown>;
  readonly log?: Logger;
};

/** The risk agent in a pipeline over a store of its own. What it is given can be changed while it runs. */
export const openOffice = async (t: ExecutionContext, setup: Setup = {}) => {
  const { log = silentLogger } = setup;
  const now = {
    detectors: setup.detectors ?? (await Promise.all(toys.map(started))),
    clauses: setup.clauses,
    model: setup.model,
  };
  const agents: { name: string; agent: Awaited<ReturnType<typeof plugin.setup>>['agent'] }[] = [];
  const rig = await openPipeline(t, { agents: () => agents });
  const { store, clock, folder, write } = rig;
  const documents = createDocuments(store);
  const { passages } = store;
  const { agent } = await plugin.setup({
    options: plugin.options.parse(setup.options ?? {}),
    ports: {
      records: ownRecords(store.records, plugin.name),
      documents,
      passages,
      clauses: createClauseAccess({ documents, passages, chunk: chunkDocument, current: () => now.clauses }),
      detectors: { all: async () => now.detectors },
      model: { current: () => now.model },
      clock,
    },
    log,
  });
  agents.push({ name: plugin.name, agent });

  const call = callerOf(agent, log);
  /** Writes the file and reads it; the document's id comes back. */
  const take = async (name: string, text: string): Promise<string> => {
    const { files } = await rig.ingest([write(name, text)]);
    await untilIdle(store);
    return files[0]?.document_id ?? '';
  };
  const drop = async (id: string): Promise<void> => {
    await rig.pipeline.remove(localPrincipal, id);
    await untilIdle(store);
  };
  const lose = (name: string): void => rmSync(path.join(folder, name));
  return { ...rig, agent, documents, now, call, take, drop, lose };
};
export type Office = Awaited<ReturnType<typeof openOffice>>;
