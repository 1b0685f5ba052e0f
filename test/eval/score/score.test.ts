import test from 'ava';
import { scoreFolder } from '../../../eval/score/score.ts';
import { folderOf } from './corpus.ts';

const at = (document: string, start: number, end: number) => ({ document, start, end });
const QUERIES = ['first', 'third', 'nowhere', 'too-long', 'unanswerable', 'unanswerable-too'].map((id, index) => ({
  id,
  text: id,
  document: 'a',
  ...(index < 2 ? { category: 'Rent' } : {}),
}));
const GOLD = QUERIES.map(({ id }) => ({ query: id, spans: id.startsWith('unanswerable') ? [] : [at('a', 10, 20)] }));
const corpus = { queries: QUERIES, gold: GOLD };

test('search: the rank of the first right passage counts, in the right document, if it is short enough', (t) => {
  const retrieval = [
    { query: 'first', results: [at('a', 0, 11), at('a', 10, 20)] },
    { query: 'third', results: [at('a', 0, 10), at('b', 10, 20), at('a', 19, 30)] },
    { query: 'too-long', results: [at('a', 0, 2001)] },
    { query: 'unanswerable', results: [at('a', 10, 20)] },
  ];
  const { search, answers, categories, clauses } = scoreFolder(folderOf(t, corpus), folderOf(t, { retrieval }));
  t.deepEqual(search, { queries: 4, hit1: 0.25, hit5: 0.5, hit10: 0.5, mrr10: 0.333333 });
  t.is(categories?.['Rent']?.search?.mrr10, 0.666667);
  t.is(answers, undefined);
  t.is(clauses, undefined);
});

test('answers: one right citation is enough, each is counted, and confidence is held against what was right', (t) => {
  const answers = [
    { query: 'first', answered: true, confidence: 0.91, citations: [at('a', 0, 5), at('a', 15, 30)] },
    { query: 'third', answered: true, confidence: 0.99, citations: [at('a', 0, 5)] },
    { query: 'nowhere', answered: false, confidence: 0.2, citations: [at('a', 10, 20)] },
    { query: 'too-long', answered: true, confidence: 1, citations: [at('a', 0, 2001)] },
    { query: 'unanswerable', answered: true, confidence: 0.5, citations: [at('a', 10, 20)] },
  ];
  const { answers: scores } = scoreFolder(folderOf(t, corpus), folderOf(t, { answers }));
  t.deepEqual(scores, {
    precision: 0.25,
    recall: 0.25,
    f1: 0.25,
    answerable: 4,
    unanswerable: 2,
    abstained: 0.5,
    refused: 0.25,
    citationPrecision: 0.4,
    ece: 0.6,
    bins: [
      { from: 0.5, count: 1, stated: 0.5, right: 0 },
      { from: 0.9, count: 3, stated: 0.966667, right: 0.333333 },
    ],
  });
});

const LEASES = ['a', 'b', 'c', 'd', 'e', 'f'];
const span = (start: number) => ({ text: 'x', start, end: start + 10 });
const labels = LEASES.map((id) => ({
  id,
  clauses: {
    Rent: { spans: id === 'f' ? [] : id === 'e' ? [{ text: 'cannot be placed' }] : [span(10), span(40)] },
    Term: { spans: id === 'f' ? [span(70)] : [] },
    Parties: { spans: [span(0)] },
  },
}));
const TEXT = 'a'.repeat(70) + 'The term is one\n year.'.padEnd(130, '.');
const rent = (start: number, probability?: number) => ({ category: 'Rent', start, end: start + 5, probability });

test('clauses: documents that have one and places where it stands, of categories that enough documents have', (t) => {
  const clauses = [
    { document: 'a', clauses: [rent(12), rent(42)] },
    { document: 'b', clauses: [rent(12), rent(90)] },
    { document: 'c', clauses: [{ ...rent(0), end: 2001 }] },
    { document: 'e', clauses: [rent(30)] },
    { document: 'f', clauses: [rent(60, 0.6), rent(70, 0.8)] },
  ];
  const folder = folderOf(t, { queries: [], gold: [], labels }, Object.fromEntries(LEASES.map((id) => [id, TEXT])));
  const { clauses: scores, mistakes } = scoreFolder(folder, folderOf(t, { clauses }));
  t.deepEqual(Object.keys(scores?.categories ?? {}), ['Rent']);
  t.deepEqual(scores?.categories['Rent'], {
    documents: 5,
    presence: { right: 3, wrong: 1, missed: 2, precision: 0.75, recall: 0.6, f1: 0.666667 },
    spans: { right: 3, wrong: 4, missed: 5, precision: 0.428571, recall: 0.375, f1: 0.4 },
  });
  t.is(scores?.macroF1, 0.666667);
  t.is(scores?.microF1, 0.666667);
  t.deepEqual(scores?.neverFound, ['Term']);
  t.is(scores?.span.f1, 0.375);
  t.deepEqual(scores?.reliability, {
    ece: 0.7,
    bins: [
      { from: 0.6, count: 1, stated: 0.6, right: 0 },
      { from: 0.8, count: 1, stated: 0.8, right: 0 },
    ],
  });
  t.deepEqual(mistakes, [
    {
      category: 'Rent',
      missed: { count: 5, instead: [], example: { document: 'c', start: 10, end: 20, quote: 'aaaaaaaaaa' } },
      wrong: {
        count: 4,
        instead: [{ category: 'Term', count: 1 }],
        example: { document: 'f', start: 70, end: 75, quote: 'The t' },
      },
    },
  ]);
});

test('a prediction that is none is told with its line, not counted as nothing', (t) => {
  const predictions = folderOf(t, { answers: [{ query: 'first', answered: true, confidence: 1.5, citations: [] }] });
  t.throws(() => scoreFolder(folderOf(t, corpus), predictions), {
    code: 'invalid_input',
    message: /answers.jsonl: line 1/,
  });
});
