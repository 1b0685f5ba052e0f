import test from 'ava';
import { documents } from '../../../core/document/record.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { clauses, createGate, letter, openPipeline, textParsers, untilIdle } from '../../support/pipeline.ts';
import { blobsOf, hits } from '../../support/store.ts';

test('a document is read again in other languages, and goes on answering until then', async (t) => {
  const gate = createGate();
  const parsers = textParsers();
  const { ingest, pipeline, store, write } = await openPipeline(t, { parsers });
  const { files } = await ingest([write('scan.png', 'Mietvertrag und Kaution.')]);
  const id = files[0]?.document_id ?? '';
  const [ready] = await store.passages.range(localPrincipal, id, 0, 1);
  t.is(await hits(store, 'deu'), 0);

  const held = gate.hold(parsers, 'parse');
  Object.assign(parsers, { parse: held.parse });
  const again = await pipeline.reread(localPrincipal, id, ['deu', 'eng']);
  t.like(again.value, { latest: { version: 2, languages: ['deu', 'eng'] }, live: { version: 1 } });
  await gate.reached;
  t.is(await hits(store, 'Kaution'), 1);
  await t.throwsAsync(pipeline.reread(localPrincipal, id, null), { code: 'not_ready' });
  gate.letGo();

  const settled = await pipeline.settled(localPrincipal, again);
  t.like(settled?.value, { state: 'ready', live: { version: 2 } });
  t.is(await hits(store, 'deu'), 1);
  const [now] = await store.passages.range(localPrincipal, id, 0, 1);
  t.not(now?.id, ready?.id, 'a passage that says something else has another id');
});

test('the languages stay with the document when its file changes, until they are taken back', async (t) => {
  const { ingest, pipeline, store, write } = await openPipeline(t);
  const { files } = await ingest([write('scan.png', 'one')]);
  const id = files[0]?.document_id ?? '';
  await pipeline.settled(localPrincipal, await pipeline.reread(localPrincipal, id, ['fra']));
  await ingest([write('scan.png', 'two')]);
  t.is(await hits(store, 'fra'), 1);
  await pipeline.settled(localPrincipal, await pipeline.reread(localPrincipal, id, null));
  t.is(await hits(store, 'fra'), 0);
});

test('what failed is read again in the languages that were named', async (t) => {
  const { ingest, pipeline, store, write } = await openPipeline(t);
  const { files } = await ingest([write('scan.png', 'broken')]);
  const id = files[0]?.document_id ?? '';
  const settled = await pipeline.settled(localPrincipal, await pipeline.reread(localPrincipal, id, ['deu']));
  t.like(settled?.value, { state: 'failed', latest: { version: 1, languages: ['deu'] } });
  t.is((await blobsOf(store)).length, 1);
});

test('reading again keeps the attachments that are still found, as they are', async (t) => {
  const { ingest, pipeline, store, write } = await openPipeline(t);
  const attached = clauses('statement', 2);
  const { files } = await ingest([write('mail.eml', letter(clauses('greeting', 1), { 'statement.pdf': attached }))]);
  const [mail, statement] = files.map(({ document_id }) => document_id ?? '');
  await pipeline.settled(localPrincipal, await pipeline.reread(localPrincipal, mail ?? '', null));
  await untilIdle(store);
  t.like((await store.records.get(localPrincipal, documents, statement ?? ''))?.value, {
    state: 'ready',
    latest: { version: 1 },
  });
  t.is(await hits(store, 'statement'), 2);
});
