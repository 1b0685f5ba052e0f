import { lstat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { eachRecord } from '../document/each.ts';
import { isFile } from '../document/identity.ts';
import { documents, type SourceRecord, type StoredDocument, sources } from '../document/record.ts';
import { withLatest } from '../document/states.ts';
import { untilCommitted } from '../document/until-committed.ts';
import type { Principal } from '../identity/principal.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { toInstant } from '../ports/clock.ts';
import { remove, type Stored, update } from '../ports/records.ts';
import type { GoneFile } from './result.ts';
import type { Root } from './roots.ts';

/** Sources at or below the root whose file is no longer there; without the paths that were seen just now. */
export async function* findGone(
  { parts: { store } }: Pipeline,
  principal: Principal,
  root: Root,
  seen: ReadonlySet<string>,
): AsyncGenerator<Stored<SourceRecord>> {
  const below = root.path.endsWith(sep) ? root.path : `${root.path}${sep}`;
  // The character after the separator ends the range of everything below.
  const end = below.slice(0, -1) + String.fromCharCode(sep.charCodeAt(0) + 1);
  for (const path of [root.path, { gte: below, lt: end }]) {
    for await (const source of eachRecord(store.records, principal, sources, { where: { path } })) {
      if (!seen.has(source.value.path) && (await isGone(source.value.path))) yield source;
    }
  }
}

/** A file that cannot be looked at is not gone; one in whose place there is a folder is. What is no file stays. */
const isGone = async (path: string): Promise<boolean> =>
  isFile(path) &&
  lstat(path).then(
    (stats) => stats.isDirectory(),
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR',
  );

/**
 * What is known of a file that is gone. A document that has another source takes that one's name where it was called
 * after the one that is gone (the file was renamed or moved). With `prune` the source goes, and with its last source
 * the document.
 */
export const settleGone = async (
  pipeline: Pipeline,
  principal: Principal,
  gone: Stored<SourceRecord>,
  prune: boolean,
): Promise<GoneFile> => {
  const { records } = pipeline.parts.store;
  const { path, documentId } = gone.value;
  const others: string[] = [];
  for await (const { id, value } of eachRecord(records, principal, sources, { where: { documentId } })) {
    if (id !== gone.id && !(await isGone(value.path))) others.push(value.path);
  }
  const document = await records.get(principal, documents, documentId);
  const isLast = prune && document !== undefined && (await isOnlySource(pipeline, principal, documentId));
  if (isLast) await pipeline.remove(principal, documentId);
  else if (prune) await records.commit(principal, { writes: [remove(sources, gone.id)] });
  const [other] = others.filter(isFile);
  if (document?.value.name === basename(path) && other !== undefined)
    await rename(pipeline, principal, document, other);
  return { path, document_id: documentId, removed: isLast };
};

const isOnlySource = async (
  { parts: { store } }: Pipeline,
  principal: Principal,
  documentId: string,
): Promise<boolean> => (await store.records.count(principal, sources, { documentId })) <= 1;

const rename = ({ parts: { store, clock } }: Pipeline, principal: Principal, { id }: StoredDocument, path: string) =>
  untilCommitted(async () => {
    const document = await store.records.get(principal, documents, id);
    if (document === undefined) return;
    const { value } = document;
    const renamed = withLatest(value, { ...value.latest, name: basename(path) }, toInstant(clock.now()));
    const live = value.live && { ...value.live, name: basename(path) };
    await store.records.commit(principal, { writes: [update(documents, document, { ...renamed, live })] });
  });
