import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import test from 'ava';
import { documents } from '../../../core/document/record.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { Embedder } from '../../../core/ports/embedder.ts';
import {
  clauses,
  createPipelineRig,
  driven,
  letterEmbedder,
  openPipeline,
  textParsers,
  untilIdle,
} from '../../support/pipeline.ts';
import { blobsOf, documentNamed } from '../../support/store.ts';

const staged = (data: string): unknown => {
  const database = new DatabaseSync(path.join(data, 'dossier.db'), { readOnly: true });
  const row = database.prepare('select count(*) as count from passages where published = 0').get();
  database.close();
  return row?.['count'];
};

/** The same embedder, doing something else first. */
const before = (embedder: Embedder, act: (signal: AbortSignal | undefined) => Promise<void>): Embedder => ({
  ...embedder,
  embed: async (texts, kind, signal) => {
    await act(signal);
    return embedder.embed(texts, kind, signal);
  },
});

test('a document goes through every state, and each says how much of it is done', async (t) => {
  const embedder = letterEmbedder('letters');
  const { pipeline, ingest, store, write } = await openPipeline(t, { embedding: { current: () => embedder } });
  const states: string[] = [];
  pipeline.progress.subscribe(({ state, fraction }) => {
    if (states.at(-1) !== state) states.push(state);
    t.true(fraction >= 0 && fraction <= 1);
  });
  const shown: number[] = [];
  const file = write('lease.txt', clauses('lease', 40));
  const { files } = await ingest([file], { progress: ({ done }) => shown.push(done) });
  t.like(files[0], { path: file, status: 'ready', parser: 'test', pages: 1, chunks: 40, warnings: [] });
  t.deepEqual(states, ['scanned', 'parsed', 'chunked', 'embedded', 'analysed', 'ready']);
  t.deepEqual(
    shown,
    shown.toSorted((a, b) => a - b),
  );
  t.is(shown.at(-1), 1);
  t.true(new Set(shown).size > 5);
  t.is(pipeline.progress.of('local', files[0]?.document_id ?? ''), undefined);
  t.like((await documentNamed(store, 'lease.txt')).value, {
    state: 'ready',
    live: { version: 1, mediaType: 'text/plain', parser: { plugin: 'test', version: '1.0.0', score: 1 } },
  });
  t.is(embedder.embedded.length, 40);
});

test('a file that is no good fails at once, and keeps its original and the reason only', async (t) => {
  const parsers = textParsers();
  const { ingest, store, data, clock, write } = await openPipeline(t, { parsers });
  const file = write('no-good.txt', 'broken');
  const { files } = await ingest([file]);
  t.like(files[0], { status: 'failed', parser: null, chunks: 0, error: { code: 'damaged' } });
  t.regex(files[0]?.error?.hint ?? '', /\w/);
  t.is(parsers.parsed.length, 1);
  const document = await documentNamed(store, 'no-good.txt');
  t.like(document.value, { state: 'failed', live: null, latest: { error: { code: 'damaged', stage: 'scanned' } } });
  await untilIdle(store);
  t.deepEqual(await blobsOf(store), [document.value.sha256]);
  t.is(await store.passages.count(localPrincipal), 0);
  t.is(staged(data), 0);

  clock.advance(1);
  t.like((await ingest([file])).files[0], { document_id: document.id, status: 'failed' });
  t.is(parsers.parsed.length, 2, 'the same bytes are tried again when they are asked for again');
});

test('a file without text is ready, and says why it answers nothing', async (t) => {
  const { ingest, store, write } = await openPipeline(t);
  const { files } = await ingest([write('blank.txt', ' \n \n')]);
  t.like(files[0], { status: 'ready', chunks: 0, warnings: [{ code: 'blank' }] });
  t.is((await documentNamed(store, 'blank.txt')).value.live?.version, 1);
  t.is(await store.passages.count(localPrincipal), 0);
});

test('what may pass is tried again, each time later, from the stage that it stopped at', async (t) => {
  const tries: number[] = [];
  const parsers = textParsers();
  const embedder = before(letterEmbedder('letters'), async () => {
    tries.push(clock.now());
    if (tries.length < 4) throw new DossierError('model_unreachable', { reason: 'test' });
  });
  const { ingest, store, clock, write } = await openPipeline(t, { parsers, embedding: { current: () => embedder } });
  const { files } = await driven(clock, ingest([write('lease.txt', clauses('lease', 2))]));
  t.is(files[0]?.status, 'ready');
  t.deepEqual(parsers.parsed, ['lease.txt']);
  t.is(await store.passages.count(localPrincipal), 2);
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  for (const [index, least] of [500, 1000, 2000].entries()) t.true((waits[index] ?? 0) >= least, String(waits));
});

test('what does not pass is given up after five attempts, and can be started again', async (t) => {
  let reachable = false;
  let tries = 0;
  const embedder = before(letterEmbedder('letters'), async () => {
    tries++;
    if (!reachable) throw new DossierError('model_unreachable', { reason: 'test' });
  });
  const { pipeline, ingest, store, data, clock, write } = await openPipeline(t, {
    embedding: { current: () => embedder },
  });
  const { files } = await driven(clock, ingest([write('lease.txt', clauses('lease', 2))]));
  t.like(files[0], { status: 'failed', error: { code: 'model_unreachable' } });
  t.is(tries, 5);
  await untilIdle(store);
  t.is(staged(data), 0);
  const document = await documentNamed(store, 'lease.txt');
  t.is(document.value.latest.error?.stage, 'chunked');
  t.is((await blobsOf(store)).length, 1);

  reachable = true;
  const again = await pipeline.retry(localPrincipal, document.id);
  t.is((await driven(clock, pipeline.settled(localPrincipal, again)))?.value.state, 'ready');
  t.is(await store.passages.count(localPrincipal), 2);
});

test('a stage that ends its process each time is given up; one that gets on is not', async (t) => {
  const { ingest, pipeline, store, write } = await openPipeline(t);
  const { files } = await ingest([write('lease.txt', clauses('lease', 2))]);
  const document = await pipeline.parts.store.records.get(localPrincipal, documents, files[0]?.document_id ?? '');
  t.is(document?.value.latest.attempts, 1, 'counted anew at each stage');
  if (document === undefined) return;

  // As five processes leave it that were killed while they read it.
  await pipeline.stop();
  const latest = { ...document.value.latest, state: 'scanned' as const, attempts: 5, run: 'again' };
  const value = { ...document.value, state: 'scanned' as const, live: null, liveSha256: null, latest };
  await store.records.commit(localPrincipal, {
    writes: [{ type: 'update', collection: documents as never, id: document.id, revision: document.revision, value }],
  });
  const parsers = textParsers();
  const next = createPipelineRig(store, pipeline.parts.clock, { parsers });
  next.pipeline.start();
  t.teardown(() => next.pipeline.stop());
  const end = await next.pipeline.settled(localPrincipal, { ...document, value });
  t.like(end?.value, { state: 'failed', latest: { error: { code: 'internal', stage: 'scanned' } } });
  t.deepEqual(parsers.parsed, []);
});

test('a process that stops in the middle of embedding gives the work back, and the next one goes on there', async (t) => {
  const first = letterEmbedder('letters');
  const halfway = Promise.withResolvers<void>();
  const stalling = before(first, async (signal) => {
    if (first.embedded.length === 0) return;
    halfway.resolve();
    await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  });
  const { pipeline, ingest, store, clock, write } = await openPipeline(t, { embedding: { current: () => stalling } });
  const abort = new AbortController();
  const interrupted = ingest([write('long.txt', clauses('long', 50))], { signal: abort.signal });
  await halfway.promise;
  const found = await documentNamed(store, 'long.txt');
  t.like(pipeline.progress.of('local', found.id), { state: 'chunked', fraction: 32 / 50 });
  abort.abort();
  await t.throwsAsync(interrupted, { name: 'AbortError' });
  await pipeline.stop();
  const given = await documentNamed(store, 'long.txt');
  t.like(given.value, { state: 'chunked', latest: { attempts: 0, error: null } });

  const second = letterEmbedder('letters');
  const parsers = textParsers();
  const next = createPipelineRig(store, clock, { parsers, embedding: { current: () => second } });
  next.pipeline.start();
  t.teardown(() => next.pipeline.stop());
  const end = await next.pipeline.settled(localPrincipal, given);
  t.is(end?.value.state, 'ready');
  t.deepEqual(parsers.parsed, []);
  t.is(first.embedded.length, 32);
  t.is(second.embedded.length, 18);
  t.deepEqual(await store.passages.spaces(localPrincipal), [{ id: 'letters', vectors: 50 }]);
});
