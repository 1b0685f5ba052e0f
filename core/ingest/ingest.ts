import { lstat, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallContext } from '../capability/capability.ts';
import { sha256Of, sourceIdOf } from '../document/identity.ts';
import { documents, type StoredDocument, sources } from '../document/record.ts';
import { DossierError } from '../errors/error.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { receiveFile } from '../pipeline/receive.ts';
import { toInstant } from '../ports/clock.ts';
import { settle, settledAttachments } from './attachments.ts';
import { findGone, settleGone } from './gone.ts';
import { trackProgress } from './progress.ts';
import { readWholeFile } from './read.ts';
import { attachedFile, failedFile, type GoneFile, type IngestedFile, ingestedFile } from './result.ts';
import { findRoot, type Root } from './roots.ts';
import { type Found, walkFolder } from './walk.ts';

export type IngestRequest = { readonly paths: readonly string[]; readonly prune: boolean };

export type IngestLimits = {
  readonly maxBytes: number;
  /** Where everything is stored: never read as if it were somebody's documents. */
  readonly dataFolder?: string;
};

export type IngestOutcome = { readonly files: readonly IngestedFile[]; readonly gone: readonly GoneFile[] };

/** Documents that may be on their way at once for one call; what is beyond is not read from disk yet. */
const WINDOW = 32;

/** A file whose time of change is this close to when it was read may have changed again within the clock's grain. */
const GRAIN_MILLISECONDS = 2_000;

type Call = Pick<CallContext, 'principal' | 'signal' | 'mayRead' | 'progress' | 'emit'>;

/** Reads files and folders into documents and waits until each is ready or failed. */
export const createIngest =
  (pipeline: Pipeline, limits: IngestLimits) =>
  async (request: IngestRequest, call: Call): Promise<IngestOutcome> => {
    const { parts } = pipeline;
    const { principal, signal } = call;
    const startedAt = toInstant(parts.clock.now());
    const roots: Root[] = [];
    for (const path of request.paths) roots.push(await findRoot(path, call.mayRead));
    const dataFolder = await realpath(limits.dataFolder ?? '').catch(() => undefined);
    const found = await findFiles(roots, dataFolder);
    const seen = new Set(found.map(({ path }) => path));

    const files: IngestedFile[] = [];
    const progress = trackProgress(pipeline, principal, found.length, call.progress);
    const note = (file: IngestedFile) => {
      files.push(file);
      call.emit(file);
    };
    const done = (file: IngestedFile) => {
      progress.done(file.document_id, basename(file.path));
      note(file);
    };

    const take = async (path: string): Promise<() => Promise<void>> => {
      const { document, duplicate, unchanged } = (await findUnchanged(path)) ?? (await receivePath(path));
      return async () => {
        progress.watch(document.id);
        // Someone else may start it again, or the file changes and is read again: what counts is how that ends.
        const settled = await settle(pipeline, principal, document, signal);
        done(
          settled
            ? ingestedFile(path, settled, { duplicate, unchanged })
            : failedFile(path, new DossierError('not_found', { what: 'document', id: document.id })),
        );
        if (settled?.value.state !== 'ready') return;
        const waiting = { retryBefore: startedAt, signal };
        for await (const attached of settledAttachments(pipeline, principal, settled, waiting)) {
          note(attachedFile(path, attached, { unchanged }));
        }
      };
    };

    /** The document of a file that has not been touched since it was read. It need not be read again. */
    const findUnchanged = async (path: string): Promise<Taken | undefined> => {
      const source = (await parts.store.records.get(principal, sources, sourceIdOf(path)))?.value;
      if (source === undefined || !call.mayRead(path)) return undefined;
      const stats = await lstat(path).catch(() => undefined);
      if (stats?.size !== source.bytes || stats.mtimeMs !== source.modifiedMs) return undefined;
      if (Date.parse(source.seenAt) - source.modifiedMs < GRAIN_MILLISECONDS) return undefined;
      const document = await parts.store.records.get(principal, documents, source.documentId);
      if (document?.value.sha256 !== source.sha256) return undefined;
      if (document.value.state === 'failed' || document.value.state === 'cancelled') return undefined;
      return { document, duplicate: false, unchanged: true };
    };

    const receivePath = async (path: string): Promise<Taken> => {
      const { bytes, modifiedMs } = await readWholeFile(path, limits, call.mayRead);
      const file = { name: basename(path), bytes, sha256: sha256Of(bytes), path, modifiedMs };
      const { document, outcome } = await receiveFile(parts, principal, file, startedAt);
      pipeline.wake();
      const unchanged = outcome === 'known' && document.value.state === 'ready';
      return { document, duplicate: outcome === 'duplicate', unchanged };
    };

    const window = new Set<Promise<void>>();
    try {
      for (const each of found) {
        signal.throwIfAborted();
        try {
          if ('error' in each) throw each.error;
          const finish = (await take(each.path))();
          const entry = finish
            .catch((thrown) => {
              if (!signal.aborted) done(failedFile(each.path, thrown));
            })
            .finally(() => window.delete(entry));
          window.add(entry);
        } catch (thrown) {
          if (signal.aborted) throw thrown;
          done(failedFile(each.path, thrown));
        }
        if (window.size >= WINDOW) await Promise.race(window);
      }
      await Promise.all(window);
      signal.throwIfAborted();

      const gone: GoneFile[] = [];
      for (const root of roots) {
        let known = root.kind !== 'missing';
        for await (const source of findGone(pipeline, principal, root, seen)) {
          known = true;
          signal.throwIfAborted();
          if (gone.some(({ path }) => path === source.value.path)) continue;
          gone.push(await settleGone(pipeline, principal, source, request.prune));
        }
        if (!known) done(failedFile(root.path, new DossierError('path_not_found', { path: root.path })));
      }
      return { files, gone };
    } finally {
      progress.stop();
    }
  };

type Taken = { readonly document: StoredDocument; readonly duplicate: boolean; readonly unchanged: boolean };

/** Every file once, also where the paths that were given overlap. */
const findFiles = async (roots: readonly Root[], except: string | undefined): Promise<Found[]> => {
  const found = new Map<string, Found>();
  for (const { path, kind } of roots) {
    if (kind === 'file') found.set(path, { path });
    else if (kind === 'folder') for await (const file of walkFolder(path, except)) found.set(file.path, file);
  }
  return [...found.values()];
};
