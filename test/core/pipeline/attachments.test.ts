import { rmSync, writeFileSync } from 'node:fs';
import test from 'ava';
import { eachRecord } from '../../../core/document/each.ts';
import { sha256Of } from '../../../core/document/identity.ts';
import { documents, sources } from '../../../core/document/record.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { Store } from '../../../core/ports/store.ts';
import { clauses, letter, openPipeline, textParsers, untilIdle } from '../../support/pipeline.ts';
import { blobsOf, documentNamed, hits } from '../../support/store.ts';

const names = async ({ records }: Pick<Store, 'records'>): Promise<string[]> =>
  (await Array.fromAsync(eachRecord(records, localPrincipal, documents))).map(({ value }) => value.name).sort();

const STATEMENT = clauses('statement', 2);
const PLAN = clauses('floorplan', 1);

test('what is attached is a document of its own by the time that the one it came in is ready', async (t) => {
  const { ingest, store, write } = await openPipeline(t);
  const mail = write('mail.eml', letter(clauses('greeting', 1), { 'statement.pdf': STATEMENT, 'plan.txt': PLAN }));
  const { files } = await ingest([mail]);
  t.deepEqual(
    files.map(({ attachment, status, chunks }) => [attachment, status, chunks]),
    [
      [undefined, 'ready', 1],
      ['plan.txt', 'ready', 1],
      ['statement.pdf', 'ready', 2],
    ],
  );
  t.true(files.every(({ path }) => path === mail));
  const parent = await documentNamed(store, 'mail.eml');
  const child = await documentNamed(store, 'statement.pdf');
  t.is(child.value.parent, parent.id);
  t.is(parent.value.parent, null);
  t.is(await hits(store, 'statement'), 2);
});

test('attachments of attachments are read as deep as is set, and what lies deeper is said', async (t) => {
  const { ingest, store, write } = await openPipeline(t, { attachmentDepth: 2 });
  const third = letter(clauses('third', 1), { 'fourth.txt': clauses('fourth', 1) });
  const second = letter(clauses('second', 1), { 'third.eml': third });
  const { files } = await ingest([write('first.eml', letter(clauses('first', 1), { 'second.eml': second }))]);
  t.deepEqual(
    files.map(({ attachment, warnings }) => [attachment, warnings.map(({ code }) => code)]),
    [
      [undefined, []],
      ['second.eml', []],
      ['third.eml', ['attachments-too-deep']],
    ],
  );
  t.is(await hits(store, 'fourth'), 0);

  // As a file of its own it stands at the top, and its attachment is within reach.
  const { files: own } = await ingest([write('third.eml', third)]);
  t.deepEqual(
    own.map(({ attachment, status, warnings }) => [attachment, status, warnings.length]),
    [
      [undefined, 'duplicate', 0],
      ['fourth.txt', 'ready', 0],
    ],
  );
  t.is(await hits(store, 'fourth'), 1);
});

test('a bad attachment fails by itself, and is tried again with the next call', async (t) => {
  const parsers = textParsers();
  const { ingest, clock, write } = await openPipeline(t, { parsers });
  const mail = write('mail.eml', letter(clauses('greeting', 1), { 'bad.pdf': 'broken' }));
  const { files } = await ingest([mail]);
  t.like(files[0], { status: 'ready' });
  t.like(files[1], { attachment: 'bad.pdf', status: 'failed', error: { code: 'damaged' } });
  const tries = parsers.parsed.filter((name) => name === 'bad.pdf').length;
  clock.advance(1);
  await ingest([mail]);
  t.is(parsers.parsed.filter((name) => name === 'bad.pdf').length, tries + 1);
  t.is(parsers.parsed.filter((name) => name === 'mail.eml').length, 1);
});

test('the same bytes in two letters and in a file are one document, which goes with the last of them', async (t) => {
  const { ingest, pipeline, store, write } = await openPipeline(t);
  const one = write('one.eml', letter(clauses('one', 1), { 'statement.pdf': STATEMENT, 'copy.pdf': STATEMENT }));
  const two = write('two.eml', letter(clauses('two', 1), { 'statement.pdf': STATEMENT }));
  await ingest([one, two]);
  t.deepEqual(await names(store), ['one.eml', 'statement.pdf', 'two.eml']);
  t.is(await store.records.count(localPrincipal, sources), 4);

  await pipeline.remove(localPrincipal, (await documentNamed(store, 'one.eml')).id);
  t.deepEqual(await names(store), ['statement.pdf', 'two.eml']);
  const { files } = await ingest([write('statement.pdf', STATEMENT)]);
  t.like(files[0], { status: 'duplicate' });
  t.is((await documentNamed(store, 'statement.pdf')).value.parent, null);
  await pipeline.remove(localPrincipal, (await documentNamed(store, 'two.eml')).id);
  t.deepEqual(await names(store), ['statement.pdf']);
  t.is(await hits(store, 'statement'), 2);
  await pipeline.remove(localPrincipal, (await documentNamed(store, 'statement.pdf')).id);
  await untilIdle(store);
  t.deepEqual(await blobsOf(store), []);
});

test('a letter that is deleted takes what was attached to it along, and what was attached to that', async (t) => {
  const { ingest, pipeline, store, write } = await openPipeline(t);
  const inner = letter(clauses('inner', 1), { 'statement.pdf': STATEMENT });
  await ingest([write('outer.eml', letter(clauses('outer', 1), { 'inner.eml': inner, 'plan.txt': PLAN }))]);
  t.is((await names(store)).length, 4);
  await pipeline.remove(localPrincipal, (await documentNamed(store, 'outer.eml')).id);
  await untilIdle(store);
  t.deepEqual(await names(store), []);
  t.is(await store.records.count(localPrincipal, sources), 0);
  t.is(await store.passages.count(localPrincipal), 0);
  t.deepEqual(await blobsOf(store), []);
});

test('a letter that is gone from its folder takes its attachments along when that is asked for', async (t) => {
  const { ingest, store, folder, write } = await openPipeline(t);
  const mail = write('mail.eml', letter(clauses('greeting', 1), { 'statement.pdf': STATEMENT }));
  await ingest([folder]);
  rmSync(mail);
  t.like(await ingest([folder]), { gone: [{ path: mail, removed: false }] });
  t.is((await names(store)).length, 2);
  await ingest([folder], { prune: true });
  t.deepEqual(await names(store), []);
});

test('with another version of the letter come its attachments; those that it lost go when it is ready', async (t) => {
  const { ingest, store, write } = await openPipeline(t);
  const mail = write('mail.eml', letter(clauses('old', 1), { 'statement.pdf': STATEMENT, 'plan.txt': PLAN }));
  await ingest([mail]);
  const kept = (await documentNamed(store, 'plan.txt')).id;
  writeFileSync(mail, letter(clauses('newer', 2), { 'plan.txt': PLAN, 'quote.pdf': clauses('quotation', 1) }));
  const { files } = await ingest([mail]);
  t.deepEqual(
    files.map(({ attachment, unchanged }) => [attachment, unchanged]),
    [
      [undefined, undefined],
      ['plan.txt', undefined],
      ['quote.pdf', undefined],
    ],
  );
  await untilIdle(store);
  t.deepEqual(await names(store), ['mail.eml', 'plan.txt', 'quote.pdf']);
  t.is((await documentNamed(store, 'plan.txt')).id, kept);
  t.is(await hits(store, 'statement'), 0);
  t.false(await store.blobs.has(localPrincipal, sha256Of(Buffer.from(STATEMENT))));
});

test('while a letter is on its way, what was found in it stays, though the last document with those bytes goes', async (t) => {
  let deleted = false;
  const { ingest, pipeline, store, write } = await openPipeline(t, {
    change: ({ passages }) => ({
      passages: {
        ...passages,
        stage: async (principal, documentId, ...rest) => {
          const [own] = (await store.records.find(principal, documents, { where: { name: 'own.pdf' } })).items;
          if (own !== undefined && own.id !== documentId) {
            deleted = true;
            await pipeline.remove(principal, own.id);
          }
          return passages.stage(principal, documentId, ...rest);
        },
      },
    }),
  });
  await ingest([write('own.pdf', STATEMENT)]);
  const { files } = await ingest([write('mail.eml', letter(clauses('greeting', 1), { 'statement.pdf': STATEMENT }))]);
  t.true(deleted);
  t.deepEqual(
    files.map(({ attachment, status }) => [attachment, status]),
    [
      [undefined, 'ready'],
      ['statement.pdf', 'ready'],
    ],
  );
  t.is(await hits(store, 'statement'), 2);
});

test('names of attachments are names, whatever stands in them', async (t) => {
  const { ingest, store, write } = await openPipeline(t);
  await ingest([
    write('mail.eml', letter(clauses('greeting', 1), { '../../etc/pass\nwd': PLAN, '..\\..\\': STATEMENT })),
  ]);
  t.deepEqual(await names(store), ['mail.eml', 'passwd', 'unnamed']);
});

test('a letter whose text is empty is ready for its attachments', async (t) => {
  const { ingest, write } = await openPipeline(t);
  const { files } = await ingest([write('mail.eml', letter('', { 'statement.pdf': STATEMENT }))]);
  t.like(files[0], { status: 'ready', chunks: 0, warnings: [{ code: 'blank' }] });
  t.like(files[1], { status: 'ready', chunks: 2 });
});
