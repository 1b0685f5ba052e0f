import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import test, { type ExecutionContext } from 'ava';
import { type DocumentState, documents, sources } from '../../../core/document/record.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { Store } from '../../../core/ports/store.ts';
import {
  clauses,
  createGate,
  driven,
  type Gate,
  letterEmbedder,
  type OpenSetup,
  openPipeline,
  textParsers,
  until,
  untilIdle,
} from '../../support/pipeline.ts';
import { blobsOf, documentNamed, hits } from '../../support/store.ts';

/** What the stage after each state does first, standing still. */
const stages: Partial<Record<DocumentState, (gate: Gate) => OpenSetup>> = {
  scanned: ({ hold }) => ({ parsers: hold(textParsers(), 'parse') }),
  parsed: ({ hold }) => ({ change: ({ passages }) => ({ passages: hold(passages, 'stage') }) }),
  chunked: ({ hold }) => {
    const embedder = hold(letterEmbedder('letters'), 'embed');
    return { embedding: { current: () => embedder } };
  },
  embedded: ({ hold }) => {
    const agent = hold({ capabilities: [], analyse: async () => {} }, 'analyse');
    return { agents: () => [{ name: 'agent', agent }] };
  },
  analysed: ({ hold }) => ({ change: ({ passages }) => ({ passages: hold(passages, 'publish') }) }),
};

/** A document that stands still in the stage after this state. */
const standStill = async (t: ExecutionContext, state: DocumentState) => {
  const gate = createGate();
  const opened = await openPipeline(t, stages[state]?.(gate));
  const { ingest, store, write } = opened;
  const file = write('lease.txt', clauses('lease', 3));
  const ingested = ingest([file]);
  await gate.reached;
  const document = await documentNamed(store, 'lease.txt');
  t.is(document.value.state, state);
  const idle = () => untilIdle(store);
  return { ...opened, ...gate, file, ingested, id: document.id, idle };
};

const remains = async (store: Store, data: string) => {
  const database = new DatabaseSync(path.join(data, 'dossier.db'), { readOnly: true });
  const row = database.prepare('select count(*) as count from passages').get();
  database.close();
  return {
    documents: await store.records.count(localPrincipal, documents),
    sources: await store.records.count(localPrincipal, sources),
    passages: row?.['count'],
    blobs: (await blobsOf(store)).length,
  };
};

for (const state of ['scanned', 'parsed', 'chunked', 'embedded'] as const) {
  test(`cancelled while ${state}, a document keeps its original, and can be started again`, async (t) => {
    const { pipeline, store, clock, data, ingested, id, letGo, idle } = await standStill(t, state);
    t.is((await pipeline.cancel(localPrincipal, id)).value.state, 'cancelled');
    letGo();
    t.like((await ingested).files[0], { status: 'failed', error: { code: 'cancelled' } });
    await idle();
    t.deepEqual(await remains(store, data), { documents: 1, sources: 1, passages: 0, blobs: 1 });
    t.is((await store.records.get(localPrincipal, documents, id))?.value.state, 'cancelled');

    clock.advance(1);
    const again = await pipeline.settled(localPrincipal, await pipeline.retry(localPrincipal, id));
    t.is(again?.value.state, 'ready');
    t.is(await store.passages.count(localPrincipal), 3);
  });
}

test('cancelled while it is being published, a document is ready', async (t) => {
  const { pipeline, store, clock, ingested, id, letGo } = await standStill(t, 'analysed');
  const cancelled = driven(clock, pipeline.cancel(localPrincipal, id));
  letGo();
  t.is((await cancelled).value.state, 'ready');
  t.is((await ingested).files[0]?.status, 'ready');
  t.is(await store.passages.count(localPrincipal), 3);
});

for (const state of ['scanned', 'parsed', 'chunked', 'embedded', 'analysed'] as const) {
  test(`deleted while ${state}, a document leaves nothing`, async (t) => {
    const { pipeline, store, clock, data, file, ingest, ingested, id, letGo, idle } = await standStill(t, state);
    await pipeline.remove(localPrincipal, id);
    letGo();
    t.like((await driven(clock, ingested)).files[0], { status: 'failed', error: { code: 'not_found' } });
    await idle();
    t.deepEqual(await remains(store, data), { documents: 0, sources: 0, passages: 0, blobs: 0 });

    t.like((await ingest([file])).files[0], { status: 'ready', document_id: id }, 'and comes back under its id');
    t.is(await store.passages.count(localPrincipal), 3);
  });

  test(`changed while ${state}, a document is read as it is now`, async (t) => {
    const { store, clock, data, ingest, ingested, write, id, letGo, idle } = await standStill(t, state);
    const changed = ingest([write('lease.txt', clauses('other', 2))]);
    // A version that is being published is waited for.
    if (state === 'analysed') letGo();
    else await until(async () => (await store.records.get(localPrincipal, documents, id))?.value.latest.version === 2);
    letGo();
    t.like((await driven(clock, changed)).files[0], { status: 'ready', document_id: id, chunks: 2 });
    t.is((await driven(clock, ingested)).files[0]?.status, 'ready');
    await idle();
    t.deepEqual(await remains(store, data), { documents: 1, sources: 1, passages: 2, blobs: 2 });
    t.is(await hits(store, 'lease'), 0);
  });
}

test('what a cancelled walk puts into the index before its process is killed is taken out again', async (t) => {
  const { pipeline, store, clock, data, ingested, id, letGo } = await standStill(t, 'parsed');
  t.teardown(letGo);
  await pipeline.remove(localPrincipal, id);
  await driven(clock, ingested);
  // As the walk would have done next, and then no more.
  const passage = { id: 'p', documentId: id, version: 1, index: 0, page: 1, charStart: 0, charEnd: 5, text: 'lease' };
  await store.passages.stage(localPrincipal, id, 1, [{ ...passage, headingPath: [], source: 'text' }]);
  t.is((await remains(store, data)).passages, 1);
  await driven(
    clock,
    until(async () => (await remains(store, data)).passages === 0),
  );
  t.pass();
});

test('only what the workspace has can be cancelled, retried or deleted', async (t) => {
  const { pipeline, ingest, write } = await openPipeline(t);
  const { files } = await ingest([write('lease.txt', clauses('lease', 1))]);
  const id = files[0]?.document_id ?? '';
  const stranger = { ...localPrincipal, workspace: 'theirs' };
  for (const act of [pipeline.cancel, pipeline.retry, pipeline.remove]) {
    await t.throwsAsync(act(stranger, id), { code: 'not_found' });
  }
  t.is((await pipeline.cancel(localPrincipal, id)).value.state, 'ready', 'what has ended stays as it is');
  t.is((await pipeline.retry(localPrincipal, id)).value.state, 'ready');
});
