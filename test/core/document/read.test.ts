import test, { type ExecutionContext } from 'ava';
import type { CallContext } from '../../../core/capability/capability.ts';
import { parsedDocumentSchema } from '../../../core/document/parsed.ts';
import { readCapability } from '../../../core/document/read.ts';
import { createDocuments } from '../../../core/document/service.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { ParserPool } from '../../../core/pipeline/parts.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import { clauses, openPipeline, textParsers } from '../../support/pipeline.ts';

type Read = { start: number; end: number; text: string; next: number | null; characters: number; page: number } & {
  page_label: string | null;
  links: { start: number; end: number; target: string }[];
};

const openReader = async (t: ExecutionContext, text: string, parsers: ParserPool = textParsers()) => {
  const { ingest, write, store } = await openPipeline(t, { parsers });
  const { files } = await ingest([write('document.txt', text)]);
  const capability = readCapability(createDocuments(store), store.passages);
  const context = { principal: localPrincipal, signal: new AbortController().signal, log: silentLogger };
  const document_id = files[0]?.document_id ?? '';
  const read = async (input: Record<string, unknown>, of = document_id): Promise<Read> => {
    const parsed = capability.input.parse({ document_id: of, ...input });
    return capability.output.parse(await capability.run(parsed as never, context as CallContext)) as Read;
  };
  return { read, store, document_id };
};

test('read piece by piece, a document comes out whole, each piece in whole words and characters', async (t) => {
  const text = `${clauses('tenant', 4)} ${'😀'.repeat(300)} the end`;
  const { read } = await openReader(t, text);
  let joined = '';
  for (let start: number | null = 0; start !== null; ) {
    const piece: Read = await read({ start, max_characters: 501 });
    t.is(piece.start, joined.length);
    t.true(piece.text.length <= 501);
    t.true(piece.text.isWellFormed());
    t.false(/\w$/.test(piece.text) && /^\w/.test(text.slice(piece.end)), 'no word is cut');
    joined += piece.text;
    start = piece.next;
  }
  t.is(joined, text);
});

test('a passage is read with what stands around it', async (t) => {
  const text = clauses('tenant', 4);
  const { read, store, document_id } = await openReader(t, text);
  const [, second] = await store.passages.range(localPrincipal, document_id, 0, 2);
  if (second === undefined) return t.fail();
  const alone = await read({ chunk_id: second.id, before: 0, after: 0 });
  t.is(alone.text.trim(), second.text.trim());
  const around = await read({ chunk_id: second.id, before: 100, after: 100 });
  t.true(around.start <= second.charStart - 100 && around.end >= second.charEnd + 100);
  t.regex(around.text, /^\w+ .* \w+$/s);
  t.like(await read({ page: 1, max_characters: 8000 }), { start: 0, end: text.length, text, next: null });
});

test('what is not there, or asked for in two ways, is said so', async (t) => {
  const { read } = await openReader(t, 'The rent is due.');
  await t.throwsAsync(read({ page: 2 }), { code: 'not_found' });
  await t.throwsAsync(read({ chunk_id: 'nothing' }), { code: 'not_found' });
  await t.throwsAsync(read({}, 'doc_of_nobody'), { code: 'not_found' });
  await t.throwsAsync(read({ page: 1, start: 0 }), { code: 'invalid_input' });
  await t.throwsAsync(read({ start: 9, end: 3 }), { code: 'invalid_input' });
});

test('a document that failed says why, not that it is missing', async (t) => {
  const { read } = await openReader(t, 'broken');
  await t.throwsAsync(read({}), { code: 'document_failed', message: /damaged/ });
});

test('links in what is read are told with their places, as the document has them', async (t) => {
  const text = 'See the terms and the schedule of fees for more.';
  const page = { number: 1, charStart: 0, charEnd: text.length, label: 'Terms' };
  const links = ['terms', 'schedule of fees'].map((words, index) => {
    const charStart = text.indexOf(words);
    return { charStart, charEnd: charStart + words.length, target: `https://example.org/${index}` };
  });
  const parsed = parsedDocumentSchema.parse({ text, pages: [page], blocks: [], links });
  const { read } = await openReader(t, text, {
    parse: async () => ({
      parser: { plugin: 'test', version: '1.0.0', score: 1 },
      mediaType: 'text/html',
      document: parsed,
    }),
  });
  const whole = await read({});
  t.is(whole.page_label, 'Terms');
  t.deepEqual(
    whole.links.map(({ start, end, target }) => [text.slice(start, end), target]),
    [
      ['terms', 'https://example.org/0'],
      ['schedule of fees', 'https://example.org/1'],
    ],
  );
  t.is((await read({ start: 14 })).links.length, 1);
});
