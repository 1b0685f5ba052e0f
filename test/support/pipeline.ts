import { chunkDocument } from '../../core/chunking/chunk.ts';
import { parsedDocumentSchema } from '../../core/document/parsed.ts';
import { DossierError } from '../../core/errors/error.ts';
import { localPrincipal, type Principal } from '../../core/identity/principal.ts';
import { createIngest, type IngestRequest } from '../../core/ingest/ingest.ts';
import type { IngestedFile } from '../../core/ingest/result.ts';
import type { NamedAgent, ParserPool } from '../../core/pipeline/parts.ts';
import { createPipeline, type PipelineSetup } from '../../core/pipeline/pipeline.ts';
import type { Agent, DocumentEvent } from '../../core/plugin/define.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Embedder } from '../../core/ports/embedder.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import type { Store } from '../../core/ports/store.ts';
import { textBlocks } from '../../plugins/parsers/shared/paragraphs.ts';

/** Reads UTF-8 in this process. What begins with "broken" is damaged. */
export const textParsers = (): ParserPool & { parsed: string[] } => {
  const parsed: string[] = [];
  return {
    parsed,
    parse: async ({ name, bytes }) => {
      parsed.push(name);
      const text = Buffer.from(bytes).toString('utf8');
      if (text.startsWith('broken')) throw new DossierError('damaged', { reason: 'it says so' });
      const pages = [{ number: 1, charStart: 0, charEnd: text.length, source: 'text' as const }];
      return {
        parser: { plugin: 'test', version: '1.0.0', score: 1 },
        mediaType: 'text/plain',
        document: parsedDocumentSchema.parse({ text, pages, blocks: textBlocks(text, pages) }),
      };
    },
  };
};

/** Vectors that say how often each of a few letters occurs. */
export const letterEmbedder = (id: string, dimensions = 4): Embedder & { embedded: string[] } => {
  const embedded: string[] = [];
  return {
    embedded,
    space: { id, dimensions },
    embed: async (texts, kind) => {
      if (kind === 'passage') embedded.push(...texts);
      return texts.map((text) => {
        const vector = new Float32Array(dimensions).fill(0.01);
        for (const letter of text) {
          const at = letter.charCodeAt(0) - 97;
          if (at >= 0 && at < dimensions) vector[at] = (vector[at] ?? 0) + 1;
        }
        const length = Math.hypot(...vector);
        return vector.map((component) => component / length);
      });
    },
  };
};

/** An agent that hears of documents. */
export const listener = (name: string, hear: (event: DocumentEvent) => unknown): NamedAgent => {
  const handler = async (_principal: Principal, event: DocumentEvent) => {
    await hear(event);
  };
  const agent: Agent = { capabilities: [], on: { 'document.ready': handler, 'document.deleted': handler } };
  return { name, agent };
};

export type PipelineRig = ReturnType<typeof createPipelineRig>;

/** The pipeline over a store with a parser and an embedder of the test's, and `ingest` as a capability calls it. */
export const createPipelineRig = (
  store: Store,
  clock: Clock,
  setup: Partial<PipelineSetup> & { readonly maxBytes?: number } = {},
) => {
  const pipeline = createPipeline({
    store,
    clock,
    parsers: textParsers(),
    chunk: chunkDocument,
    embedding: { current: () => undefined },
    agents: () => [],
    log: silentLogger,
    concurrency: 2,
    workspaces: async () => [localPrincipal.workspace],
    ...setup,
  });
  const call = createIngest(pipeline, { maxBytes: setup.maxBytes ?? 10_000_000 });
  const ingest = async (
    paths: readonly string[],
    {
      prune = false,
      principal = localPrincipal,
      mayRead = () => true,
      signal = new AbortController().signal,
      progress = () => {},
    }: Partial<Pick<IngestRequest, 'prune'>> & Partial<Parameters<typeof call>[1]> = {},
  ) => {
    const emitted: IngestedFile[] = [];
    const emit = (file: unknown) => emitted.push(file as IngestedFile);
    const outcome = await call({ paths, prune }, { principal, mayRead, signal, progress, emit });
    return { ...outcome, emitted };
  };
  return { pipeline, ingest };
};
