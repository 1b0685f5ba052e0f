import { utimesSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { documents } from '../../../core/document/record.ts';
import { localPrincipal, type Principal } from '../../../core/identity/principal.ts';
import type { IngestedFile } from '../../../core/ingest/result.ts';
import type { Store } from '../../../core/ports/store.ts';
import { type OpenSetup, openPipeline, textParsers, untilIdle } from '../../support/pipeline.ts';
import { blobsOf } from '../../support/store.ts';

/** Files that were last changed long before they are read. */
export const openFolder = async (t: ExecutionContext, setup: OpenSetup = {}) => {
  const parsers = textParsers();
  const opened = await openPipeline(t, { parsers, ...setup });
  const write = (name: string, content: string, modified = '2025-06-01T00:00:00Z'): string => {
    const file = opened.write(name, content);
    utimesSync(file, new Date(modified), new Date(modified));
    return file;
  };
  const ingest: typeof opened.ingest = (paths, options) => {
    opened.clock.advance(1000);
    return opened.ingest(paths, options);
  };
  return { ...opened, write, ingest, parsed: parsers.parsed };
};

/** Each file's name and what became of it. */
export const outcomes = (files: readonly IngestedFile[]) =>
  files.map(({ path: file, status, unchanged }) => `${path.basename(file)} ${unchanged ? 'unchanged ' : ''}${status}`);

/** Names of the documents that hold the word, once for each passage. */
export const found = async (store: Store, word: string, principal: Principal = localPrincipal): Promise<string[]> => {
  const ranked = await store.passages.lexical(principal, { terms: [word] }, { limit: 50 });
  const passages = await store.passages.get(
    principal,
    ranked.map(({ id }) => id),
  );
  const names = await Promise.all(
    passages.map(async ({ documentId }) => (await store.records.get(principal, documents, documentId))?.value.name),
  );
  return names.map(String).sort();
};

/** How many blobs are kept once nothing runs any more. */
export const blobs = async (store: Store): Promise<number> => {
  await untilIdle(store);
  return (await blobsOf(store)).length;
};
