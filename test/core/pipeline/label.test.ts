import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import test from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { NamedAgent } from '../../../core/pipeline/parts.ts';
import type { ClauseModel, ClauseReading } from '../../../core/ports/clauses.ts';
import { type Logger, silentLogger } from '../../../core/ports/logger.ts';
import type { Store } from '../../../core/ports/store.ts';
import { wordClauses } from '../../support/clauses.ts';
import { createGate, createPipelineRig, driven, openPipeline, until, untilIdle } from '../../support/pipeline.ts';
import { documentNamed } from '../../support/store.ts';

const lease = 'The rent is 900 euros a month.\n\nThe laws of Austria apply to this lease.\n\nThere are two copies.\n';

const stating = async ({ passages }: Store, label: string, space = 'words') =>
  (await passages.labelled(localPrincipal, space, [{ label, weight: 1 }], { limit: 9 })).map(
    ({ start, end, score }) => [lease.slice(start, end), score],
  );

const unlabelled = async ({ passages }: Store) =>
  (await passages.withoutLabels(localPrincipal, 'words', { limit: 9 })).length;

/** The same model, doing something else first. */
const before = (model: ClauseModel, act: () => void): ClauseModel => ({
  ...model,
  read: async (passages, signal) => {
    act();
    return model.read(passages, signal);
  },
});

const listeningLog = (): { readonly log: Logger; readonly warned: unknown[][] } => {
  const warned: unknown[][] = [];
  const log: Logger = { ...silentLogger, warn: (...line) => warned.push(line), child: () => log };
  return { log, warned };
};

test('what a document states is found as soon as it is ready', async (t) => {
  const { ingest, store, write } = await openPipeline(t, { clauseModel: wordClauses('words') });
  t.is((await ingest([write('lease.txt', lease)])).files[0]?.status, 'ready');
  t.deepEqual(await stating(store, 'rent'), [['The rent is 900 euros a month.', 0.9]]);
  t.deepEqual(await stating(store, 'governing-law'), [['The laws of Austria apply to this lease.', 0.9]]);
  t.is(await unlabelled(store), 0);
});

test('what is hardly likely is not kept', async (t) => {
  const model = wordClauses('words');
  const faint = (reading: ClauseReading): ClauseReading => ({
    ...reading,
    units: reading.units.map((unit) => ({
      ...unit,
      types: [
        { type: 'rent', probability: 0.02 },
        { type: 'governing-law', probability: 0.019 },
        { type: 'notice-period', probability: 0 },
      ],
    })),
  });
  const clauseModel = {
    ...model,
    read: async (...input: Parameters<typeof model.read>) => faint(await model.read(...input)),
  };
  const { ingest, store, write } = await openPipeline(t, { clauseModel });
  await ingest([write('lease.txt', lease)]);
  t.is((await stating(store, 'rent')).length, 2);
  t.deepEqual(await stating(store, 'governing-law'), []);
  t.is(await unlabelled(store), 0);
});

test('agents ask for the same reading before the document is ready, and the model reads it once', async (t) => {
  const clauseModel = wordClauses('words');
  const seen: (string | undefined)[][] = [];
  const opened = await openPipeline(t, {
    clauseModel,
    agents: () => agents,
  });
  const { ingest, store, pipeline, write } = opened;
  const agents: NamedAgent[] = ['one', 'two'].map((name) => ({
    name,
    agent: {
      capabilities: [],
      analyse: async (principal, { id, value }, signal) => {
        const reading = await pipeline.parts.clauses.read(principal, id, value.latest.version, signal);
        seen.push((reading?.stated ?? []).map(({ type }) => type));
        t.is(await store.passages.count(principal), 0);
      },
    },
  }));
  t.is((await ingest([write('lease.txt', lease)])).files[0]?.status, 'ready');
  t.deepEqual(seen, [
    ['rent', 'governing-law'],
    ['rent', 'governing-law'],
  ]);
  t.is(clauseModel.reads.length, 1);
});

test('a model that fails does not fail the document: it says so, and labels it when it can', async (t) => {
  let left = 3;
  const clauseModel = before(wordClauses('words'), () => {
    if (left-- > 0) throw new DossierError('model_unreachable', { reason: 'test' });
  });
  const { log, warned } = listeningLog();
  const { ingest, store, clock, pipeline, write } = await openPipeline(t, { clauseModel, log });
  t.like((await ingest([write('lease.txt', lease)])).files[0], { status: 'ready', warnings: [], error: undefined });
  t.is((await store.passages.lexical(localPrincipal, { terms: ['rent'] }, { limit: 9 })).length, 1);
  t.like(warned[0]?.[0], { code: 'model_unreachable', version: 1 });
  t.false(JSON.stringify(warned[0]).includes('900 euros'));
  t.is(await unlabelled(store), 1);

  await driven(
    clock,
    (async () => {
      while ((await unlabelled(store)) > 0) await pipeline.parts.clock.sleep(100);
    })(),
  );
  t.is((await stating(store, 'rent')).length, 1);
});

test('a model that breaks its contract leaves documents unlabelled until another one comes', async (t) => {
  const model = wordClauses('words');
  const broken: ClauseModel = {
    ...model,
    read: async (passages) => ({ ...(await model.read(passages)), model: 'another' }),
  };
  const { ingest, store, clock, pipeline, write } = await openPipeline(t, { clauseModel: broken });
  t.is((await ingest([write('lease.txt', lease)])).files[0]?.status, 'ready');
  await driven(clock, pipeline.filled(localPrincipal, new AbortController().signal));
  t.is(await unlabelled(store), 1);
  await pipeline.stop();

  const next = createPipelineRig(store, clock, { clauseModel: model });
  next.pipeline.start();
  t.teardown(() => next.pipeline.stop());
  await driven(clock, next.pipeline.filled(localPrincipal, new AbortController().signal));
  t.is((await stating(store, 'rent')).length, 1);
});

test('a changed file is found by what it states now', async (t) => {
  const { ingest, store, clock, write } = await openPipeline(t, { clauseModel: wordClauses('words') });
  await ingest([write('lease.txt', lease)]);
  clock.advance(10_000);
  await ingest([write('lease.txt', 'Notice is three months.')]);
  t.deepEqual(await stating(store, 'rent'), []);
  t.is((await stating(store, 'notice-period')).length, 1);
  t.deepEqual(await store.passages.labelSpaces(localPrincipal), [{ id: 'words', documents: 1 }]);
});

test('a version that was labelled by the model before is labelled by the one in force once it is ready', async (t) => {
  const refused = Promise.withResolvers<void>();
  const publish = async () => {
    refused.resolve();
    throw new DossierError('store_locked');
  };
  const first = await openPipeline(t, {
    clauseModel: wordClauses('old'),
    change: ({ passages }) => ({ passages: { ...passages, publish } }),
  });
  const { store, clock, write } = first;
  const abort = new AbortController();
  const interrupted = first.ingest([write('lease.txt', lease)], { signal: abort.signal });
  await refused.promise;
  abort.abort();
  await t.throwsAsync(interrupted, { name: 'AbortError' });
  await first.pipeline.stop();
  const document = await documentNamed(store, 'lease.txt');
  t.is(document.value.state, 'analysed');

  const next = createPipelineRig(store, clock, { clauseModel: wordClauses('words') });
  next.pipeline.start();
  t.teardown(() => next.pipeline.stop());
  const ready = await driven(clock, next.pipeline.settled(localPrincipal, document));
  t.is(ready?.value.state, 'ready');
  await until(async () => (await stating(store, 'rent')).length === 1);
  await until(async () => (await store.passages.labelSpaces(localPrincipal)).length === 1);
});

test('cancelled while the model reads it, a document leaves no passage and no label', async (t) => {
  const gate = createGate();
  const model = gate.hold(wordClauses('words'), 'read');
  const { ingest, pipeline, store, data, write } = await openPipeline(t, { clauseModel: model });
  const ingested = ingest([write('lease.txt', lease)]);
  await gate.reached;
  const { id, value } = await documentNamed(store, 'lease.txt');
  t.is(value.state, 'embedded');
  await pipeline.cancel(localPrincipal, id);
  gate.letGo();
  t.like((await ingested).files[0], { status: 'failed', error: { code: 'cancelled' } });
  await untilIdle(store);
  const database = new DatabaseSync(path.join(data, 'dossier.db'), { readOnly: true });
  t.teardown(() => database.close());
  t.is(database.prepare('select count(*) as count from passages').get()?.['count'], 0);
  t.deepEqual(await store.passages.labelSpaces(localPrincipal), []);
});
