import { documents, type StoredDocument } from '../document/record.ts';
import { isEnd } from '../document/states.ts';
import type { Principal } from '../identity/principal.ts';
import { attachmentSources } from '../pipeline/attachments.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';

/**
 * The documents attached to one that is ready, and those attached to them in turn, each once it has ended.
 * `retryBefore` (an instant): what failed or was cancelled before then is tried again first.
 */
export async function* settledAttachments(
  pipeline: Pipeline,
  principal: Principal,
  parent: StoredDocument,
  { retryBefore, signal }: { readonly retryBefore?: string; readonly signal?: AbortSignal },
  seen: Set<string> = new Set([parent.id]),
): AsyncGenerator<StoredDocument> {
  // Most documents have none, and a folder that has not changed is only looked at.
  if (parent.value.latest.attachments.length === 0) return;
  const { records } = pipeline.parts.store;
  const found = await attachmentSources(pipeline.parts, principal, parent.id);
  const children = await Promise.all(
    found.map(({ value }) => value.documentId).map((id) => records.get(principal, documents, id)),
  );
  for (const child of children.filter((each) => each !== undefined).toSorted(byName)) {
    if (seen.has(child.id)) continue;
    seen.add(child.id);
    const { latest, state } = child.value;
    const again = retryBefore !== undefined && isEnd(state) && (latest.finishedAt ?? '') < retryBefore;
    const started = again && state !== 'ready' ? await pipeline.retry(principal, child.id) : child;
    const settled = await settle(pipeline, principal, started, signal);
    if (settled === undefined) continue;
    yield settled;
    yield* settledAttachments(
      pipeline,
      principal,
      settled,
      { ...(retryBefore && { retryBefore }), ...(signal && { signal }) },
      seen,
    );
  }
}

/** Waits for the end of whatever walk the document is on, also where another one follows it. */
export const settle = async (
  pipeline: Pick<Pipeline, 'settled'>,
  principal: Principal,
  document: StoredDocument,
  signal?: AbortSignal,
): Promise<StoredDocument | undefined> => {
  let settled = await pipeline.settled(principal, document, signal);
  while (settled && !isEnd(settled.value.state)) settled = await pipeline.settled(principal, settled, signal);
  return settled;
};

const byName = (a: StoredDocument, b: StoredDocument): number =>
  a.value.name < b.value.name ? -1 : a.value.name > b.value.name ? 1 : a.id < b.id ? -1 : 1;
