import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ExecutionContext } from 'ava';
import { chunkDocument } from '../../core/chunking/chunk.ts';
import { parsedDocumentSchema } from '../../core/document/parsed.ts';
import { DossierError } from '../../core/errors/error.ts';
import { localPrincipal, type Principal } from '../../core/identity/principal.ts';
import { createIngest, type IngestRequest } from '../../core/ingest/ingest.ts';
import type { IngestedFile } from '../../core/ingest/result.ts';
import type { NamedAgent, ParserPool } from '../../core/pipeline/parts.ts';
import { createPipeline, type PipelineSetup } from '../../core/pipeline/pipeline.ts';
import type { Agent, DocumentEvent } from '../../core/plugin/define.ts';
import type { ClauseModel } from '../../core/ports/clauses.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Embedder } from '../../core/ports/embedder.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import type { Store } from '../../core/ports/store.ts';
import { textBlocks } from '../../plugins/parsers/shared/paragraphs.ts';
import { clauseAccess } from './clauses.ts';
import type { TestClock } from './clock.ts';
import { createEmbeddedStore } from './embedded-store.ts';
import { temporaryFolder } from './folder.ts';

/** A file of the format that `textParsers` reads, with others attached to it. */
export const letter = (text: string, attached: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({ text, attached });

/**
 * Reads UTF-8 in this process. What begins with "broken" is damaged, what begins with "{" is a letter, and where
 * languages are asked for, the text says which.
 */
export const textParsers = (): ParserPool & { parsed: string[] } => {
  const parsed: string[] = [];
  return {
    parsed,
    parse: async ({ name, bytes, languages }) => {
      parsed.push(name);
      const content = Buffer.from(bytes).toString('utf8');
      const { text: written, attached } = content.startsWith('{')
        ? (JSON.parse(content) as { text: string; attached: Record<string, string> })
        : { text: content, attached: {} };
      const text = languages === undefined ? written : `${written} Read in ${languages.join(' and ')}.`;
      if (text.startsWith('broken')) throw new DossierError('damaged', { reason: 'it says so' });
      const pages = [{ number: 1, charStart: 0, charEnd: text.length, source: 'text' as const }];
      return {
        parser: { plugin: 'test', version: '1.0.0', score: 1 },
        mediaType: 'text/plain',
        document: parsedDocumentSchema.parse({
          text,
          pages,
          blocks: textBlocks(text, pages),
          children: Object.entries(attached).map(([child, value]) => ({ name: child, bytes: Buffer.from(value) })),
        }),
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

/** The pipeline over a store with a parser, an embedder and a clause model of the test's, and `ingest` as a capability calls it. */
export const createPipelineRig = (
  store: Store,
  clock: Clock,
  {
    clauseModel,
    ...setup
  }: Partial<PipelineSetup> & { readonly maxBytes?: number; readonly clauseModel?: ClauseModel | undefined } = {},
) => {
  const pipeline = createPipeline({
    store,
    clock,
    parsers: textParsers(),
    attachmentDepth: 3,
    chunk: chunkDocument,
    embedding: { current: () => undefined },
    clauses: clauseAccess(store, clauseModel),
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

/** So many clauses, each a passage of its own. */
export const clauses = (word: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${index + 1}. ${`${word} `.repeat(110)}ends clause ${index}.`).join(
    '\n\n',
  );

/** Where calls stand still until they are let go. */
export const createGate = () => {
  const reached = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  /** The same object, standing still before each call of this name. */
  const hold = <T extends object>(target: T, method: keyof T & string): T =>
    new Proxy(target, {
      get: (object, key) => {
        const member: unknown = Reflect.get(object, key);
        if (key !== method || typeof member !== 'function') return member;
        return async (...parameters: unknown[]) => {
          reached.resolve();
          await open.promise;
          return Reflect.apply(member, object, parameters);
        };
      },
    });
  return { hold, reached: reached.promise, letGo: () => open.resolve() };
};
export type Gate = ReturnType<typeof createGate>;

/** Looks again and again until it is so. */
export const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(2);
};

/** Nothing runs any more; what is not due yet may wait. */
export const untilIdle = ({ jobs }: Pick<Store, 'jobs'>): Promise<void> =>
  until(async () => (await jobs.counts(localPrincipal)).running === 0);

/** Lets time go by until the promise is settled. */
export const driven = async <T>(clock: TestClock, promise: Promise<T>): Promise<T> => {
  let settled = false;
  const end = () => {
    settled = true;
  };
  promise.then(end, end);
  while (!settled) {
    clock.advance(100);
    await pause(1);
  }
  return promise;
};

export type OpenSetup = Parameters<typeof createPipelineRig>[2] & {
  readonly change?: (store: Store) => Partial<Store>;
};

/** A running pipeline over a store of its own, under a clock that stands still, and a folder for files. */
export const openPipeline = async (t: ExecutionContext, { change = () => ({}), ...setup }: OpenSetup = {}) => {
  const { store, clock, folder: data } = await createEmbeddedStore(t);
  const rig = createPipelineRig({ ...store, ...change(store) }, clock, setup);
  rig.pipeline.start();
  t.teardown(() => rig.pipeline.stop());
  const folder = temporaryFolder(t);
  const write = (name: string, content: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  return { ...rig, store, clock, data, folder, write };
};
