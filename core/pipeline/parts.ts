import type { ParsedDocument } from '../document/parsed.ts';
import type { Passage } from '../document/passage.ts';
import type { DocumentVersion } from '../document/record.ts';
import type { Agent } from '../plugin/define.ts';
import type { ClauseAccess } from '../ports/clauses.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedding } from '../ports/embedder.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';
import type { ProgressBoard } from './progress.ts';

/** Reads files in processes of their own. Throws a coded error for a file that is no good. */
export type ParserPool = {
  parse(
    file: { readonly name: string; readonly bytes: Uint8Array; readonly languages?: readonly string[] | undefined },
    options: { readonly signal: AbortSignal; readonly progress: (fraction: number) => void },
  ): Promise<{
    readonly parser: NonNullable<DocumentVersion['parser']>;
    readonly mediaType: string;
    readonly document: ParsedDocument;
  }>;
};

/** Cuts a document into passages; the same input gives the same passages, ids included. */
export type Chunker = (input: {
  readonly documentId: string;
  readonly version: number;
  readonly sha256: string;
  readonly parsed: ParsedDocument;
}) => readonly Passage[];

/** An agent and the name of the plugin that brought it. */
export type NamedAgent = { readonly name: string; readonly agent: Agent };

export type Storage = Pick<Store, 'records' | 'passages' | 'blobs' | 'jobs'>;

/** What the pipeline works with. */
export type PipelineParts = {
  readonly store: Storage;
  readonly parsers: ParserPool;
  /** Levels of attachments in attachments that are read. */
  readonly attachmentDepth: number;
  readonly chunk: Chunker;
  readonly embedding: Embedding;
  readonly clauses: ClauseAccess;
  /** Asked each time, because agents start after the pipeline is made. */
  readonly agents: () => readonly NamedAgent[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly progress: ProgressBoard;
};
