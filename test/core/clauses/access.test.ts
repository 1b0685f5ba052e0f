import test, { type ExecutionContext } from 'ava';
import { chunkDocument } from '../../../core/chunking/chunk.ts';
import { createClauseAccess } from '../../../core/clauses/access.ts';
import { type ParsedDocument, parsedDocumentSchema } from '../../../core/document/parsed.ts';
import type { Passage } from '../../../core/document/passage.ts';
import type { StoredDocument } from '../../../core/document/record.ts';
import { receivedVersion } from '../../../core/document/states.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal, type Principal } from '../../../core/identity/principal.ts';
import type { ClauseModel, ClauseReading } from '../../../core/ports/clauses.ts';
import { textBlocks } from '../../../plugins/parsers/shared/paragraphs.ts';
import { wordClauses } from '../../support/clauses.ts';

const text = 'The rent is 900 euros a month.\n\nThe laws of Austria apply to this lease.\n';

const parse = (of: string): ParsedDocument => {
  const pages = [{ number: 1, charStart: 0, charEnd: of.length, source: 'text' as const }];
  return parsedDocumentSchema.parse({ text: of, pages, blocks: textBlocks(of, pages) });
};

/** A library of documents, each in one version; what is in the index is told apart by its ids. */
const openAccess = (
  model: ClauseModel | undefined,
  { count = 3, published = [] as readonly Passage[], unitsKept = 100 } = {},
) => {
  const version = (index: number) => ({
    ...receivedVersion(1, { name: 'a.txt', sha256: '0'.repeat(64), bytes: 1, languages: null }, ''),
    parsedSha256: String(index).padStart(64, '0'),
    chunks: published.length > 0 ? published.length : 1,
  });
  const ids = Array.from({ length: count }, (_, index) => `doc_${index}`);
  let current = model;
  const access = createClauseAccess(
    {
      documents: {
        get: async (principal: Principal, id: string) => {
          const index = ids.indexOf(id);
          if (principal.workspace !== localPrincipal.workspace || index < 0) return undefined;
          const live = published.length > 0 ? version(index) : null;
          return { id, revision: 1, value: { latest: version(index), live } } as unknown as StoredDocument;
        },
        parsed: async () => parse(text),
      },
      passages: { range: async () => published },
      chunk: chunkDocument,
      current: () => current,
    },
    unitsKept,
  );
  const read = (id: string, signal?: AbortSignal) => access.read(localPrincipal, id, 1, signal);
  return {
    access,
    read,
    change: (to: ClauseModel) => {
      current = to;
    },
  };
};

const quotes = (reading: ClauseReading | undefined) =>
  reading?.stated.map(({ type, start, end }) => [type, text.slice(start, end)]);

test('a version that is not published yet is cut and read', async (t) => {
  const { read } = openAccess(wordClauses('words'));
  t.deepEqual(quotes(await read('doc_0')), [
    ['rent', 'The rent is 900 euros a month.'],
    ['governing-law', 'The laws of Austria apply to this lease.'],
  ]);
});

test('a published version is read by the passages of the index, whose ids search knows', async (t) => {
  const [passage] = chunkDocument({ documentId: 'doc_0', version: 1, sha256: '0', parsed: parse(text) });
  const published = [{ ...(passage as Passage), id: 'chk_cut_by_an_older_dossier' }];
  const reading = await openAccess(wordClauses('words'), { published }).read('doc_0');
  t.deepEqual(
    reading?.units.map(({ passageId }) => passageId),
    ['chk_cut_by_an_older_dossier', 'chk_cut_by_an_older_dossier'],
  );
});

test('without a model, a version or the right workspace there is no reading', async (t) => {
  t.is(await openAccess(undefined).read('doc_0'), undefined);
  const { access, read } = openAccess(wordClauses('words'));
  t.is(await read('doc_9'), undefined);
  t.is(await access.read(localPrincipal, 'doc_0', 2), undefined);
  t.is(await access.read({ ...localPrincipal, workspace: 'other' }, 'doc_0', 1), undefined);
});

test('the last readings are kept, each for its model', async (t) => {
  const model = wordClauses('words');
  const { read, change } = openAccess(model, { unitsKept: 11 });
  for (const id of ['doc_0', 'doc_1', 'doc_0', 'doc_1']) await read(id);
  t.deepEqual(model.reads.splice(0), ['doc_0', 'doc_1']);
  await read('doc_0');
  await read('doc_2');
  t.deepEqual(model.reads.splice(0), ['doc_2']);
  await read('doc_0');
  await read('doc_1');
  t.deepEqual(model.reads, ['doc_1'], 'the one that was not asked for longest went');

  const other = wordClauses('other', { probability: 0.5 });
  change(other);
  t.is((await read('doc_1'))?.units[0]?.types[0]?.probability, 0.5);
  t.deepEqual(other.reads, ['doc_1']);
});

/** A model whose readings wait until they are let go, and end when they are aborted. */
const waiting = () => {
  const model = wordClauses('words');
  const open = Promise.withResolvers<void>();
  const signals: AbortSignal[] = [];
  const read: ClauseModel['read'] = async (passages, signal) => {
    if (signal) signals.push(signal);
    const aborted = Promise.withResolvers<never>();
    signal?.addEventListener('abort', () => aborted.reject(signal.reason));
    await Promise.race([open.promise, aborted.promise]);
    return model.read(passages, signal);
  };
  return { model: { ...model, read }, signals, letGo: () => open.resolve() };
};

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('those who ask at the same time share one reading; one that gives up does not end it for the others', async (t) => {
  const { model, signals, letGo } = waiting();
  const { read } = openAccess(model);
  const impatient = new AbortController();
  const first = read('doc_0', impatient.signal);
  const second = read('doc_0');
  await turn();
  impatient.abort();
  await t.throwsAsync(first, { name: 'AbortError' });
  letGo();
  t.is((await second)?.units.length, 2);
  t.is(signals.length, 1);
});

test('a reading that nobody waits for any more is stopped, and can be begun again', async (t) => {
  const { model, signals, letGo } = waiting();
  const { read } = openAccess(model);
  const impatient = new AbortController();
  const stopped = read('doc_0', impatient.signal);
  await turn();
  impatient.abort();
  await t.throwsAsync(stopped, { name: 'AbortError' });
  t.deepEqual(
    signals.map(({ aborted }) => aborted),
    [true],
  );
  letGo();
  t.is((await read('doc_0'))?.units.length, 2);
  await t.throwsAsync(read('doc_0', AbortSignal.abort()), { name: 'AbortError' });
});

const failsWith = async (t: ExecutionContext, change: (reading: ClauseReading) => ClauseReading, problem: RegExp) => {
  const model = wordClauses('words');
  const { read } = openAccess({ ...model, read: async (passages) => change(await model.read(passages)) });
  const error = await t.throwsAsync(read('doc_0'), { instanceOf: DossierError, code: 'clauses_failed' });
  t.regex(error?.message ?? '', problem);
};

test('a reading that breaks the contract is an error with a code, and is not kept', async (t) => {
  const units = (patch: object) => (reading: ClauseReading) => ({
    ...reading,
    units: reading.units.map((unit) => ({ ...unit, ...patch })),
  });
  await failsWith(t, units({ end: 5_000 }), /does not stand in its passage/);
  await failsWith(t, units({ start: 3.5 }), /does not stand in its passage/);
  await failsWith(t, units({ passageId: 'chk_elsewhere' }), /does not stand in its passage/);
  await failsWith(t, units({ types: [{ type: 'rent', probability: 7 }] }), /probability is not 0 to 1/);
  await failsWith(t, units({ types: [{ type: 'rent', probability: Number.NaN }] }), /probability is not 0 to 1/);
  await failsWith(t, units({ types: [{ type: 'weather', probability: 1 }] }), /not in its taxonomy/);
  await failsWith(t, (reading) => ({ ...reading, units: reading.units.toReversed() }), /order/);
  await failsWith(t, (reading) => ({ ...reading, model: 'another' }), /another read the document/);
});

test('what a model throws has a code; its own is kept, and the next call tries again', async (t) => {
  const model = wordClauses('words');
  let thrown: Error | undefined = new Error('weights are gone');
  const { read } = openAccess({
    ...model,
    read: async (passages) => {
      if (thrown) throw thrown;
      return model.read(passages);
    },
  });
  t.like(await t.throwsAsync(read('doc_0')), { code: 'clauses_failed', cause: thrown });
  thrown = new DossierError('model_unreachable', { reason: 'ECONNREFUSED' });
  await t.throwsAsync(read('doc_0'), { code: 'model_unreachable' });
  thrown = undefined;
  t.is((await read('doc_0'))?.units.length, 2);
});
