import test from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { embedKind, labelKind } from '../../../core/pipeline/outbox.ts';
import type { Store } from '../../../core/ports/store.ts';
import { wordClauses } from '../../support/clauses.ts';
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
  await driven(clock, failing.pipeline.filled(localPrincipal, signal));
  await failing.pipeline.stop();
  t.is((await spaces(store)).find(({ id }) => id === 'broken')?.vectors ?? 0, 0);

  const next = createPipelineRig(store, clock, { embedding: { current: () => letterEmbedder('new', 6) } });
  next.pipeline.start();
  t.teardown(() => next.pipeline.stop());
  await driven(clock, next.pipeline.filled(localPrincipal, signal));
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

const labelSpaces = ({ passages }: Store) => passages.labelSpaces(localPrincipal);

const rents = async ({ passages }: Store, space: string) =>
  (await passages.labelled(localPrincipal, space, [{ label: 'rent', weight: 1 }], { limit: 9 })).map(
    ({ score }) => score,
  );

test('another clause model takes over in the background; the labels of the one before serve until it is done', async (t) => {
  const first = await openPipeline(t, { clauseModel: wordClauses('old') });
  const { store, clock, write } = first;
  await first.ingest([
    write('a.txt', 'The rent is due.'),
    write('b.txt', 'The rent is high.'),
    write('c.txt', 'Milk.'),
  ]);
  t.deepEqual(await labelSpaces(store), [{ id: 'old', documents: 3 }]);
  await first.pipeline.stop();

  const gate = createGate();
  const model = wordClauses('new', { probability: 0.5 });
  const parsers = textParsers();
  const next = createPipelineRig(store, clock, { parsers, clauseModel: gate.hold(model, 'read') });
  next.pipeline.start();
  t.teardown(() => next.pipeline.stop());
  t.teardown(gate.letGo);
  await gate.reached;
  t.deepEqual(await rents(store, 'old'), [0.9, 0.9]);
  t.deepEqual(await rents(store, 'new'), []);

  gate.letGo();
  await driven(clock, next.pipeline.filled(localPrincipal, new AbortController().signal));
  t.deepEqual(await labelSpaces(store), [{ id: 'new', documents: 3 }]);
  t.deepEqual(await rents(store, 'new'), [0.5, 0.5]);
  t.deepEqual(parsers.parsed, [], 'nothing is parsed again');
  t.is(model.reads.length, 3, 'nothing is read twice');
});

test('vectors and labels are filled in side by side, and each waits for its own model', async (t) => {
  const first = await openPipeline(t);
  const { store, clock, write } = first;
  await first.ingest([write('a.txt', 'The rent is due.'), write('b.txt', 'Notice is short.')]);
  await first.pipeline.stop();

  const broken = { ...wordClauses('broken'), read: () => Promise.reject(new DossierError('model_unreachable')) };
  const embedding = { current: () => letterEmbedder('letters') };
  const failing = createPipelineRig(store, clock, { embedding, clauseModel: broken });
  failing.pipeline.start();
  const signal = new AbortController().signal;
  await driven(clock, failing.pipeline.filled(localPrincipal, signal));
  await failing.pipeline.stop();
  t.deepEqual(await spaces(store), [{ id: 'letters', vectors: 2 }]);
  t.deepEqual(await labelSpaces(store), []);

  const next = createPipelineRig(store, clock, { embedding, clauseModel: wordClauses('words') });
  next.pipeline.start();
  t.teardown(() => next.pipeline.stop());
  await driven(clock, next.pipeline.filled(localPrincipal, signal));
  t.deepEqual(await labelSpaces(store), [{ id: 'words', documents: 2 }]);
});

test('a process with another clause model leaves the work to one that has it', async (t) => {
  const other = await openPipeline(t, { clauseModel: wordClauses('old') });
  const { store, clock, write } = other;
  await other.ingest([write('a.txt', 'The rent is due.')]);

  const next = createPipelineRig(store, clock, { clauseModel: wordClauses('new', { probability: 0.5 }) });
  t.teardown(() => next.pipeline.stop());
  await next.pipeline.maintain();
  // The process with the old model sees the job, as it sees this document.
  await other.ingest([write('b.txt', 'The rent is high.')]);
  t.is((await store.jobs.counts(localPrincipal, labelKind('new'))).waiting, 1);
  t.deepEqual(await labelSpaces(store), [{ id: 'old', documents: 2 }]);

  await other.pipeline.stop();
  next.pipeline.start();
  await driven(clock, next.pipeline.filled(localPrincipal, new AbortController().signal));
  t.deepEqual(await labelSpaces(store), [{ id: 'new', documents: 2 }]);
});

test('without a model nothing is made and nothing is dropped', async (t) => {
  const old = letterEmbedder('old');
  const first = await openPipeline(t, { embedding: { current: () => old }, clauseModel: wordClauses('words') });
  const { store, clock, write } = first;
  await first.ingest([write('a.txt', clauses('abacus', 3))]);
  await first.pipeline.stop();
  const next = createPipelineRig(store, clock);
  t.teardown(() => next.pipeline.stop());
  await next.pipeline.maintain();
  await next.pipeline.filled(localPrincipal, new AbortController().signal);
  t.deepEqual(await spaces(store), [{ id: 'old', vectors: 3 }]);
  t.deepEqual(await labelSpaces(store), [{ id: 'words', documents: 1 }]);
});
