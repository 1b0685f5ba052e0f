import test, { type ExecutionContext } from 'ava';
import { type ParsedDocument, parsedDocumentSchema } from '../../../core/document/parsed.ts';
import { documents as records } from '../../../core/document/record.ts';
import { createDocuments } from '../../../core/document/service.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { ParserPool } from '../../../core/pipeline/parts.ts';
import type { Blobs } from '../../../core/ports/blobs.ts';
import { textBlocks } from '../../../plugins/parsers/shared/paragraphs.ts';
import { openPipeline } from '../../support/pipeline.ts';

/** Ten wide for each character, twenty high for each line; a page ends at a form feed. */
const layOut = (source: string): ParsedDocument => {
  const text = source.replaceAll('\f', '\n');
  const breaks = [...source.matchAll(/\f/g)].map(({ index }) => index);
  const pages = [...breaks, source.length].map((charEnd, index) => {
    const charStart = index === 0 ? 0 : (breaks[index - 1] ?? 0) + 1;
    const words = [...text.slice(charStart, charEnd).matchAll(/\S+/g)].flatMap((word) => {
      const before = text.slice(charStart, charStart + word.index).split('\n');
      const from = charStart + word.index;
      const x = (before.at(-1)?.length ?? 0) * 10;
      return [from, from + word[0].length, x, (before.length - 1) * 20, word[0].length * 10, 12];
    });
    return { number: index + 1, charStart, charEnd, source: 'text' as const, width: 600, height: 800, words };
  });
  return parsedDocumentSchema.parse({ text, pages, blocks: textBlocks(text, pages) });
};

const lease = [
  'The tenant shall pay the rent',
  'on the first day of each month',
  'by “standing order”.\fNotice is',
  'three months.',
].join('\n');

const openLease = async (t: ExecutionContext) => {
  const parsers: ParserPool = {
    parse: async ({ bytes }) => {
      const source = Buffer.from(bytes).toString('utf8');
      if (source.startsWith('broken')) throw new DossierError('damaged');
      const parser = { plugin: 'test', version: '1.0.0', score: 1 };
      return { parser, mediaType: 'application/pdf', document: layOut(source) };
    },
  };
  const reads: string[] = [];
  const opened = await openPipeline(t, { parsers });
  const blobs: Blobs = {
    ...opened.store.blobs,
    get: (principal, sha256) => {
      reads.push(sha256);
      return opened.store.blobs.get(principal, sha256);
    },
  };
  const service = createDocuments({ records: opened.store.records, blobs });
  const ingestFile = async (name: string, content: string) => {
    opened.clock.advance(1000);
    const { files } = await opened.ingest([opened.write(name, content)]);
    return { documentId: files[0]?.document_id ?? '' };
  };
  const ingest = (content: string) => ingestFile('lease.pdf', content);
  const { documentId } = await ingest(lease);
  const text = lease.replace('\f', '\n');
  const at = (quote: string) => {
    const start = text.indexOf(quote);
    return { documentId, version: 1, start, end: start + quote.length, quote };
  };
  return { ...opened, service, documentId, ingest, ingestFile, at, text, reads };
};

test('a quote that stands there comes back with its page and one box for each of its lines', async (t) => {
  const { service, at } = await openLease(t);
  const one = at('pay the rent');
  t.deepEqual(await service.verify(localPrincipal, one), {
    ...one,
    page: 1,
    boxes: [{ page: 1, x: 170, y: 0, width: 120, height: 12 }],
  });
  const two = at('rent\non the first day');
  t.deepEqual((await service.verify(localPrincipal, two))?.boxes, [
    { page: 1, x: 250, y: 0, width: 40, height: 12 },
    { page: 1, x: 0, y: 20, width: 160, height: 12 },
  ]);
  const across = at('order”.\nNotice is\nthree');
  t.deepEqual((await service.verify(localPrincipal, across))?.boxes, [
    { page: 1, x: 130, y: 40, width: 70, height: 12 },
    { page: 2, x: 0, y: 0, width: 90, height: 12 },
    { page: 2, x: 0, y: 20, width: 50, height: 12 },
  ]);
  t.is((await service.verify(localPrincipal, at('three months')))?.page, 2);
});

test('a word that is cut counts as a whole, and its neighbours do not', async (t) => {
  const { service, at } = await openLease(t);
  t.deepEqual((await service.verify(localPrincipal, at('ena')))?.boxes, [
    { page: 1, x: 40, y: 0, width: 60, height: 12 },
  ]);
});

test('what does not stand there is not evidence', async (t) => {
  const { service, at, text } = await openLease(t);
  const claim = at('pay the rent');
  t.truthy(await service.verify(localPrincipal, claim));
  for (const wrong of [
    { quote: 'pay the Rent' },
    { quote: 'pay  the rent' },
    { start: claim.start + 1, end: claim.end + 1 },
    { end: claim.end + 1 },
    { start: claim.end, end: claim.start },
    { start: claim.start, end: claim.start, quote: '' },
    { start: claim.start - text.length, end: claim.end - text.length },
    { start: claim.start + 0.5 },
    { start: Number.NaN },
    { start: text.length, end: text.length + 3, quote: '' },
    { start: text.length - 3, end: text.length + 9, quote: text.slice(-3) },
    { version: 2 },
    { documentId: 'doc_of_nobody' },
  ]) {
    t.is(await service.verify(localPrincipal, { ...claim, ...wrong }), undefined, JSON.stringify(wrong));
  }
  const stranger = { ...localPrincipal, workspace: 'theirs' };
  t.is(await service.verify(stranger, claim), undefined);
  t.is(await service.parsed(stranger, claim.documentId, 1), undefined);
});

test('a version that was replaced or deleted proves nothing any more', async (t) => {
  const { service, at, ingest, pipeline, documentId } = await openLease(t);
  const claim = at('pay the rent');
  await ingest('The tenant shall pay the rent each week.');
  t.is(await service.verify(localPrincipal, claim), undefined);
  t.truthy(await service.verify(localPrincipal, { ...claim, version: 2 }));
  await pipeline.remove(localPrincipal, documentId);
  t.is(await service.verify(localPrincipal, { ...claim, version: 2 }), undefined);
});

test('a version goes on being proof while the next one fails', async (t) => {
  const { service, at, ingest, store, documentId } = await openLease(t);
  await ingest('broken');
  t.is((await store.records.get(localPrincipal, records, documentId))?.value.state, 'failed');
  t.truthy(await service.verify(localPrincipal, at('pay the rent')));
});

test('a quote is found in its passage by its words', async (t) => {
  const { service, store, documentId, at } = await openLease(t);
  const [passage] = await store.passages.range(localPrincipal, documentId, 0, 1);
  if (passage === undefined) return t.fail();
  const found = await service.locate(localPrincipal, passage, 'by "standing order"');
  t.like(found, at('by “standing order”'));
  t.is(found?.boxes?.length, 1);
  t.like(await service.locate(localPrincipal, passage, 'each  month by'), at('each month\nby'));
  t.is(await service.locate(localPrincipal, passage, 'by bank transfer'), undefined);
  t.is(await service.locate(localPrincipal, passage, ' '), undefined);
});

test('a text is read from the store once, however many ask for it at the same time', async (t) => {
  const { service, reads, at, documentId } = await openLease(t);
  await Promise.all([1, 2, 3, 4].map(() => service.verify(localPrincipal, at('pay the rent'))));
  await service.parsed(localPrincipal, documentId, 1);
  t.is(reads.length, 1);
});

test('documents that can be searched are listed by name, also while a newer version is no good', async (t) => {
  const { service, ingest, ingestFile, store, documentId } = await openLease(t);
  const names = async (ids?: readonly string[]) =>
    (await service.ready(localPrincipal, ids)).map(({ value }) => value.live?.name);
  const other = await ingestFile('a policy.txt', 'Travel by train.');
  await ingestFile('bad.txt', 'broken ');
  await ingest('broken');
  t.deepEqual(await names(), ['a policy.txt', 'lease.pdf']);
  t.deepEqual(await names([documentId, 'doc_of_nobody', documentId]), ['lease.pdf']);
  t.deepEqual(await names([]), []);
  t.is((await service.get(localPrincipal, other.documentId))?.value.name, 'a policy.txt');
  t.is(await store.records.count(localPrincipal, records), 3);
});
