import { createHash } from 'node:crypto';
import type { ExecutionContext } from 'ava';
import { plugin } from '../../agents/retrieval/index.ts';
import { chunkDocument } from '../../core/chunking/chunk.ts';
import type { ParsedDocument } from '../../core/document/parsed.ts';
import { parsedDocumentSchema } from '../../core/document/parsed.ts';
import { encodeParsed } from '../../core/document/parsed-blob.ts';
import { type DocumentVersion, documents } from '../../core/document/record.ts';
import { createDocuments } from '../../core/document/service.ts';
import { localPrincipal, type Principal } from '../../core/identity/principal.ts';
import { labelsIn } from '../../core/pipeline/label.ts';
import type { ClauseModel } from '../../core/ports/clauses.ts';
import type { Embedder } from '../../core/ports/embedder.ts';
import { type Logger, silentLogger } from '../../core/ports/logger.ts';
import type { Model } from '../../core/ports/model.ts';
import { remove as drop, insert } from '../../core/ports/records.ts';
import { textBlocks } from '../../plugins/parsers/shared/paragraphs.ts';
import { openEmbeddedStore } from '../../storage/embedded/index.ts';
import { callerOf } from './call.ts';
import { clauseAccess } from './clauses.ts';
import { createTestClock } from './clock.ts';
import { temporaryFolder } from './folder.ts';

type Setup = {
  readonly embedder?: Embedder;
  readonly clauseModel?: ClauseModel;
  readonly model?: Model;
  readonly log?: Logger;
};

/** The retrieval agent over a store of its own, with documents that are ready. */
export const openLibrary = async (
  t: ExecutionContext,
  texts: Readonly<Record<string, string | ParsedDocument>>,
  setup: Setup = {},
) => {
  const clock = createTestClock();
  const store = await openEmbeddedStore({ folder: temporaryFolder(t), clock, log: silentLogger });
  t.teardown(() => store.close());
  const service = createDocuments(store);
  const { embedder, clauseModel, model, log = silentLogger } = setup;

  const add = async (
    id: string,
    content: string | ParsedDocument,
    principal: Principal = localPrincipal,
  ): Promise<void> => {
    const parsed = typeof content === 'string' ? parse(content) : content;
    const { text } = parsed;
    const sha256 = createHash('sha256').update(text).digest('hex');
    const parsedSha256 = await store.blobs.put(principal, await encodeParsed(id, 1, parsed));
    const passages = chunkDocument({ documentId: id, version: 1, sha256, parsed });
    await store.passages.stage(principal, id, 1, passages);
    if (embedder) {
      const vectors = await embedder.embed(
        passages.map((passage) => passage.text),
        'passage',
      );
      const rows = passages.map((passage, index) => ({ id: passage.id, vector: vectors[index] ?? new Float32Array() }));
      await store.passages.putVectors(principal, embedder.space, rows);
    }
    if (clauseModel) {
      const labels = labelsIn(await clauseModel.read(passages));
      await store.passages.putLabels(principal, clauseModel.id, id, 1, labels);
    }
    await store.passages.publish(principal, id, 1);
    const live: DocumentVersion = {
      version: 1,
      state: 'ready',
      name: `${id}.txt`,
      sha256,
      bytes: text.length,
      mediaType: 'text/plain',
      parser: null,
      parsedSha256,
      title: null,
      pages: 1,
      characters: text.length,
      chunks: passages.length,
      warnings: [],
      languages: null,
      attachments: [],
      error: null,
      run: 'run',
      attempts: 1,
      receivedAt: '2026-01-01T00:00:00.000Z',
      finishedAt: null,
    };
    const { receivedAt: createdAt } = live;
    const value = {
      name: live.name,
      state: live.state,
      sha256,
      liveSha256: sha256,
      live,
      latest: live,
      parent: null,
      createdAt,
      updatedAt: createdAt,
    };
    await store.records.commit(principal, { writes: [insert(documents, id, value)] });
  };
  for (const [id, text] of Object.entries(texts)) await add(id, text);

  const { agent } = await plugin.setup({
    options: {},
    ports: {
      records: store.records,
      documents: service,
      passages: store.passages,
      embedding: { current: () => embedder },
      clauses: clauseAccess(store, clauseModel),
      model: { current: () => model },
      clock,
    },
    log,
  });

  const call = callerOf(agent, log);
  /** As the pipeline does: the passages and the record go, then the agent hears of it. */
  const remove = async (id: string, principal: Principal = localPrincipal): Promise<void> => {
    await store.passages.remove(principal, id);
    await store.records.commit(principal, { writes: [drop(documents, id)] });
    const event = { type: 'document.deleted', documentId: id, version: 1 } as const;
    await agent.on?.['document.deleted']?.(principal, event, new AbortController().signal);
  };
  return { call, add, remove, store, clock };
};

const parse = (text: string): ParsedDocument => {
  const pages = [{ number: 1, charStart: 0, charEnd: text.length, source: 'text' as const }];
  return parsedDocumentSchema.parse({ text, pages, blocks: textBlocks(text, pages) });
};
