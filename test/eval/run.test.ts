import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { z } from 'zod';
import { type AnyCapability, defineCapability } from '../../core/capability/capability.ts';
import { DossierError } from '../../core/errors/error.ts';
import type { Application } from '../../core/system/application.ts';
import { readCorpus } from '../../eval/corpus.ts';
import { type Evaluation, runEvaluation } from '../../eval/run.ts';
import { temporaryFolder } from '../support/folder.ts';
import { applicationOf } from './application.ts';

/** A system that finds a word where it first stands in each document, and remembers what it was asked. */
const createWordFinder = ({ clauseModel = true } = {}) => {
  const texts = new Map<string, string>();
  const asked: Record<string, unknown>[] = [];
  const folders: string[] = [];
  const find = (word: string, documents: readonly string[] | undefined) =>
    [...texts].flatMap(([id, text]) => {
      const start = text.indexOf(word);
      if (start < 0 || (documents !== undefined && !documents.includes(id))) return [];
      return [{ document_id: id, start, end: start + word.length, text: word }];
    });
  const ingest = (file: string) => {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    if (text === '') return { path: realpathSync(file), document_id: null, status: 'failed', error: { code: 'empty' } };
    const known = [...texts].find(([, each]) => each === text);
    const id = known?.[0] ?? `doc_${texts.size}`;
    texts.set(id, text);
    return { path: realpathSync(file), document_id: id, status: known ? 'duplicate' : 'ready' };
  };
  const capabilities: AnyCapability[] = [
    defineCapability({
      name: 'ingest',
      title: 'Ingest',
      summary: 'Ingest files.',
      input: z.strictObject({ paths: z.array(z.string()) }),
      output: z.object({ files: z.array(z.record(z.string(), z.unknown())) }),
      scope: 'documents:write',
      effect: 'write',
      run: async ({ paths }, context) => {
        for (const file of paths) context.emit(ingest(file));
        return { files: [] };
      },
    }),
    defineCapability({
      name: 'search',
      title: 'Search',
      summary: 'Search.',
      input: z.strictObject({ text: z.string(), limit: z.int(), document_ids: z.array(z.string()).optional() }),
      output: z.object({ results: z.array(z.record(z.string(), z.unknown())) }),
      scope: 'documents:read',
      effect: 'read',
      run: async (input) => {
        asked.push(input);
        return { results: find(input.text, input.document_ids) };
      },
    }),
    defineCapability({
      name: 'ask',
      title: 'Ask',
      summary: 'Ask.',
      input: z.strictObject({ question: z.string().max(100), document_ids: z.array(z.string()).optional() }),
      output: z.object({ answered: z.boolean(), confidence: z.number(), citations: z.array(z.unknown()) }),
      scope: 'documents:read',
      effect: 'read',
      run: async (input) => {
        asked.push(input);
        const found = find(input.question, input.document_ids).map(({ text, ...place }) => ({ ...place, quote: text }));
        return { answered: found.length > 0, confidence: found.length > 0 ? 0.9 : 0.1, citations: found };
      },
    }),
    defineCapability({
      name: 'clauses',
      title: 'Clauses',
      summary: 'Clauses.',
      input: z.strictObject({ document_ids: z.array(z.string()) }),
      output: z.object({ documents: z.array(z.record(z.string(), z.unknown())) }),
      scope: 'documents:read',
      effect: 'read',
      run: async (input) => {
        if (!clauseModel) throw new DossierError('clauses_missing');
        asked.push(input);
        const clause = {
          type: 'rent',
          title: 'Rent',
          probability: 0.9,
          place_probability: 0.7,
          page: 1,
          chunk_id: 'chunk',
        };
        const documents = input.document_ids.map((document_id) => ({
          document_id,
          clauses: find('rent', [document_id]).map(({ text, start, end }) => ({ ...clause, quote: text, start, end })),
        }));
        return { documents };
      },
    }),
  ];
  const open = async (data: string): Promise<Application> => {
    folders.push(data);
    return applicationOf(data, capabilities);
  };
  return { open, asked, folders };
};

const QUERIES = [
  { id: 'q1', text: 'rent', document: 'lease', category: 'Secret', answer: 'Secret' },
  { id: 'q2', text: 'rent', document: null },
  { id: 'q3', text: 'rent', document: 'marked' },
  { id: 'q4', text: 'rent', document: 'broken' },
  { id: 'q5', text: 'rent', document: 'lease' },
  { id: 'q6', text: 'unicorn', document: null },
  { id: 'q7', text: 'rent'.repeat(50), document: null },
];

const corpusOf = (t: ExecutionContext): string => {
  const folder = temporaryFolder(t);
  mkdirSync(path.join(folder, 'documents'));
  const files = {
    lease: 'The rent 🏠 is due.\r\n',
    copy: 'The rent 🏠 is due.\r\n',
    marked: '\uFEFFNo rent.',
    broken: '',
  };
  for (const [id, text] of Object.entries(files)) writeFileSync(path.join(folder, 'documents', `${id}.txt`), text);
  writeFileSync(path.join(folder, 'queries.jsonl'), QUERIES.map((query) => `${JSON.stringify(query)}\n`).join(''));
  return folder;
};

const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const evaluate = async (t: ExecutionContext, patch: Partial<Evaluation> = {}) => {
  const system = createWordFinder();
  const out = path.join(temporaryFolder(t), 'predictions');
  const summary = await runEvaluation({
    open: system.open,
    corpus: readCorpus(corpusOf(t)),
    out,
    tasks: ['retrieval', 'answers'],
    progress: () => {},
    signal: new AbortController().signal,
    ...patch,
  });
  return { ...system, out, summary };
};

test('places are written as the corpus counts them', async (t) => {
  const { out, summary } = await evaluate(t);
  const lease = { document: 'lease', start: 4, end: 8 };
  const marked = { document: 'marked', start: 4, end: 8 };
  t.deepEqual(linesOf(path.join(out, 'retrieval.jsonl')), [
    { query: 'q1', results: [lease] },
    { query: 'q2', results: [{ ...lease, document: 'copy' }, lease, marked] },
    { query: 'q3', results: [marked] },
    { query: 'q4', results: [] },
    { query: 'q5', results: [lease] },
    { query: 'q6', results: [] },
    { query: 'q7', results: [] },
  ]);
  const answers = linesOf(path.join(out, 'answers.jsonl'));
  t.deepEqual(answers[0], { query: 'q1', answered: true, confidence: 0.9, citations: [lease] });
  t.deepEqual(answers[3], { query: 'q4', answered: false, confidence: 0, citations: [] });
  t.deepEqual(answers[5], { query: 'q6', answered: false, confidence: 0.1, citations: [] });
  t.deepEqual(answers[6], { query: 'q7', answered: false, confidence: 0, citations: [] });
  t.deepEqual(summary.refused, { invalid_input: 1 });
  t.deepEqual(summary.failed, [{ document: 'broken', code: 'empty' }]);
  t.is(summary.mismatches, 0);
});

test('the system sees the question and the document, once, and nothing else', async (t) => {
  const { asked } = await evaluate(t, { tasks: ['retrieval'] });
  t.is(asked.length, 5);
  t.deepEqual(asked[0], { text: 'rent', limit: 10, document_ids: ['doc_0'] });
  t.false(JSON.stringify(asked).includes('Secret'));
});

test('only the chosen tasks and the first queries are run', async (t) => {
  const { out, summary } = await evaluate(t, { tasks: ['answers'], limit: 2 });
  t.false(existsSync(path.join(out, 'retrieval.jsonl')));
  t.is(linesOf(path.join(out, 'answers.jsonl')).length, 2);
  t.is(summary.queries, 2);
});

test('clauses are told of each document, as the corpus counts them', async (t) => {
  const { out, summary, asked } = await evaluate(t, { tasks: ['clauses'] });
  const rent = { category: 'Rent', start: 4, end: 8, probability: 0.7 };
  t.deepEqual(linesOf(path.join(out, 'clauses.jsonl')), [
    { document: 'broken', clauses: [] },
    { document: 'copy', clauses: [rent] },
    { document: 'lease', clauses: [rent] },
    { document: 'marked', clauses: [rent] },
  ]);
  t.deepEqual(asked[0], { document_ids: ['doc_0'] });
  t.deepEqual([summary.mismatches, summary.refused], [0, {}]);
  const { out: limited } = await evaluate(t, { tasks: ['clauses'], limit: 2 });
  t.is(linesOf(path.join(limited, 'clauses.jsonl')).length, 2);
});

test('what the installation has no means for is told and not written as nothing found', async (t) => {
  const { open } = createWordFinder({ clauseModel: false });
  const out = path.join(temporaryFolder(t), 'predictions');
  const { summary } = await evaluate(t, { open, out, tasks: ['clauses', 'retrieval'] });
  t.deepEqual(summary.unavailable, { clauses: 'clauses_missing' });
  t.deepEqual([summary.files, summary.refused], [[path.join(out, 'retrieval.jsonl')], {}]);
  t.false(existsSync(path.join(out, 'clauses.jsonl')));
});

test('the data folder is gone afterwards, also after a failure', async (t) => {
  const { folders } = await evaluate(t);
  const system = createWordFinder();
  await t.throwsAsync(
    evaluate(t, {
      open: async (data) => {
        await system.open(data);
        throw new DossierError('store_locked');
      },
    }),
    { code: 'store_locked' },
  );
  t.deepEqual([...folders, ...system.folders].map(existsSync), [false, false]);
});

test('a folder that is no corpus is refused with what is missing', (t) => {
  const folder = temporaryFolder(t);
  t.throws(() => readCorpus(folder), { code: 'path_not_found' });
  mkdirSync(path.join(folder, 'documents'));
  writeFileSync(path.join(folder, 'queries.jsonl'), '{"id": 1}\n');
  t.throws(() => readCorpus(folder), { code: 'invalid_input', message: /queries.jsonl: line 1/ });
});
