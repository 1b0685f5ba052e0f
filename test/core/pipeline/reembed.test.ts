import test from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { embedKind } from '../../../core/pipeline/outbox.ts';
import type { Store } from '../../../core/ports/store.ts';
import {
  clauses,
  createGate,
  createPipelineRig,
  driven,
  letterEmbedder,
  openPipeline,
  textParsers,
  until,
} from '../../support/pipeline.ts';
import { hits } from '../../support/store.ts';

const spaces = ({ passages }: Store) => passages.spaces(localPrincipal);

test('another embedder takes over in the background; search goes on, and spaces never mix', async (t) => {
  const old = letterEmbedder('old');
  const first = await openPipeline(t, { embedding: { current: () => old } });
  const { store, clock, write } = first;
  await first.ingest([write('a.txt', clauses('abacus', 3)), write('b.txt', clauses('bobbin', 2))]);
  t.deepEqual(await spaces(store), [{ id: 'old', vectors: 5 }]);
  await first.pipeline.stop();

  const gate = createGate();
  const embedder = letterEmbedder('new', 6);
  const held = gate.hold(embedder, 'embed');
  const parsers = textParsers();
  const next = createPipelineRig(store, clock, { parsers, embedding: { current: () => held } });
  next.pipeline.start();
  t.teardown(() => next.pipeline.stop());
  t.teardown(gate.letGo);
  await gate.reached;

  const search = async (embed: typeof embedder, word: string) => {
    const [vector = new Float32Array()] = await embed.embed([word], 'query');
    return store.passages.nearest(localPrincipal, embed.space, vector, { limit: 9 });
  };
  t.is(await hits(store, 'abacus'), 3);
  t.is((await search(old, 'abacus')).length, 5, 'the old space stays whole until the new one is');
  t.deepEqual(await search(embedder, 'abacus'), []);

  gate.letGo();
  await until(async () => (await spaces(store)).length === 1);
  t.deepEqual(await spaces(store), [{ id: 'new', vectors: 5 }]);
  t.is((await search(embedder, 'abacus')).length, 5);
  t.deepEqual(await search(old, 'abacus'), []);
  t.deepEqual(parsers.parsed, [], 'nothing is read again');
  t.is(new Set(embedder.embedded).size, 5);
  t.is(embedder.embedded.length, 5, 'nothing is embedded twice');
});

test('whoever waits for re-embedding gets every passage, and is not kept by what fails', async (t) => {
  const first = await openPipeline(t, { embedding: { current: () => letterEmbedder('old') } });
  const { store, clock, write } = first;
  await first.ingest([write('a.txt', clauses('abacus', 3)), write('b.txt', clauses('bobbin', 2))]);
  await first.pipeline.stop();
  const signal = new AbortController().signal;

  const broken = { ...letterEmbedder('broken', 4), embed: () => Promise.reject(new DossierError('model_unreachable')) };
  const failing = createPipelineRig(store, clock, { embedding: { current: () => broken } });
  failing.pipeline.start();
  await driven(clock, failing.pipeline.reembedded(localPrincipal, signal));
  await failing.pipeline.stop();
  t.is((await spaces(store)).find(({ id }) => id === 'broken')?.vectors ?? 0, 0);

  const next = createPipelineRig(store, clock, { embedding: { current: () => letterEmbedder('new', 6) } });
  next.pipeline.start();
  t.teardown(() => next.pipeline.stop());
  await driven(clock, next.pipeline.reembedded(localPrincipal, signal));
  t.deepEqual(await spaces(store), [{ id: 'new', vectors: 5 }]);
});

test('a document that comes in goes before re-embedding', async (t) => {
  const first = await openPipeline(t);
  const { store, clock, write } = first;
  for (const name of ['abacus', 'bobbin', 'candle']) await first.ingest([write(`${name}.txt`, clauses(name, 2))]);
  await first.pipeline.stop();

  const embedder = letterEmbedder('new');
  const next = createPipelineRig(store, clock, { embedding: { current: () => embedder }, concurrency: 1 });
  t.teardown(() => next.pipeline.stop());
  await next.pipeline.maintain();
  const coming = next.ingest([write('d.txt', clauses('urgent', 1))]);
  await until(async () => (await store.jobs.counts(localPrincipal, 'pipeline')).waiting === 1);
  next.pipeline.start();
  t.is((await coming).files[0]?.status, 'ready');
  t.regex(embedder.embedded[0] ?? '', /urgent/);
  await until(async () => (await spaces(store))[0]?.vectors === 7);
});

test('a process with another embedder leaves the work to one that has it', async (t) => {
  const old = letterEmbedder('old');
  const other = await openPipeline(t, { embedding: { current: () => old } });
  const { store, clock, write } = other;
  await other.ingest([write('a.txt', clauses('abacus', 3))]);

  const embedder = letterEmbedder('new');
  const next = createPipelineRig(store, clock, { embedding: { current: () => embedder } });
  t.teardown(() => next.pipeline.stop());
  await next.pipeline.maintain();
  // The process with the old embedder sees the job, as it sees this document.
  await other.ingest([write('b.txt', 'The boat is to be painted.')]);
  t.is((await store.jobs.counts(localPrincipal, embedKind('new'))).waiting, 1);
  t.deepEqual(await spaces(store), [
    { id: 'new', vectors: 0 },
    { id: 'old', vectors: 4 },
  ]);

  await other.pipeline.stop();
  next.pipeline.start();
  await until(async () => (await spaces(store)).length === 1);
  t.deepEqual(await spaces(store), [{ id: 'new', vectors: 4 }]);
});

test('without an embedder nothing is embedded and nothing is dropped', async (t) => {
  const old = letterEmbedder('old');
  const first = await openPipeline(t, { embedding: { current: () => old } });
  const { store, clock, write } = first;
  await first.ingest([write('a.txt', clauses('abacus', 3))]);
  await first.pipeline.stop();
  const next = createPipelineRig(store, clock);
  t.teardown(() => next.pipeline.stop());
  await next.pipeline.maintain();
  t.deepEqual(await spaces(store), [{ id: 'old', vectors: 3 }]);
});
