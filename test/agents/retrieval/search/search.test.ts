import test from 'ava';
import type { DossierError } from '../../../../core/errors/error.ts';
import { localPrincipal, type Principal } from '../../../../core/identity/principal.ts';
import type { Embedder } from '../../../../core/ports/embedder.ts';
import { wordsOf } from '../../../../core/text/words.ts';
import { openLibrary } from '../../../support/library.ts';
import { lease, river, services } from '../documents.ts';

type Results = {
  results: {
    chunk_id: string;
    chunk_index: number;
    document_id: string;
    document_name: string;
    page: number;
    start: number;
    end: number;
    text: string;
    score: number;
    explain?: {
      lexical: { rank: number; score: number; share: number } | null;
      vector: { rank: number } | null;
      arithmetic: string;
      matched_terms: string[];
      missing_terms: string[];
      best_sentence: string;
      reason: string;
    };
  }[];
};

const texts = { lease, services, river };

/** A vector in which related words share a place, so that meaning can be told from wording. */
const meanings: Embedder = {
  space: { id: 'test:meanings', dimensions: 4 },
  embed: async (list) =>
    list.map((text) => {
      const vector = new Float32Array(4).fill(0.01);
      for (const { form } of wordsOf(text)) {
        if (['salmon', 'trout', 'fish'].includes(form)) vector[0] = 1;
        if (['rent', 'deposit', 'money'].includes(form)) vector[1] = 1;
      }
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    }),
};

test('the passage that says it comes first, verbatim and with its place', async (t) => {
  const { call } = await openLibrary(t, texts);
  const { results } = await call<Results>('search', { text: 'How much is the monthly rent?' });
  const [first] = results;
  t.is(first?.document_id, 'lease');
  t.is(first?.document_name, 'lease.txt');
  t.is(first?.text, lease.slice(first?.start, first?.end));
  t.true(first?.text.includes('monthly rent of EUR 1,450'));
  t.true((first?.score ?? 2) <= 1);
  t.is(first?.explain, undefined);
});

test('without an embedder, and the same on every call', async (t) => {
  const { call } = await openLibrary(t, texts);
  const input = { text: 'agreement termination notice law', explain: true };
  const once = await call<Results>('search', input);
  t.deepEqual(await call<Results>('search', input), once);
  t.true(once.results.every(({ explain }) => explain?.vector === null));
});

test('with an embedder passages are found by meaning too', async (t) => {
  const { call } = await openLibrary(t, texts, { embedder: meanings });
  const { results } = await call<Results>('search', { text: 'trout', explain: true });
  t.is(results[0]?.document_id, 'river');
  t.is(results[0]?.explain?.vector?.rank, 1);
  t.is(results[0]?.explain?.lexical, null);
});

test('an embedder that fails costs no results', async (t) => {
  let works = true;
  const flaky: Embedder = {
    ...meanings,
    embed: async (...input) => (works ? meanings.embed(...input) : Promise.reject(new Error('down'))),
  };
  const { call } = await openLibrary(t, texts, { embedder: flaky });
  works = false;
  t.is((await call<Results>('search', { text: 'salmon' })).results[0]?.document_id, 'river');
});

test('only in the documents that were named, whatever ranks higher elsewhere', async (t) => {
  const { call } = await openLibrary(t, texts);
  const { results } = await call<Results>('search', { text: 'governing law Denmark', document_ids: ['services'] });
  t.true(results.length > 0);
  t.true(results.every(({ document_id }) => document_id === 'services'));
  const error = await t.throwsAsync<DossierError>(call('search', { text: 'law', document_ids: ['services', 'nope'] }));
  t.is(error?.code, 'not_found');
});

test('another workspace sees nothing', async (t) => {
  const { call, add } = await openLibrary(t, texts);
  const other: Principal = { ...localPrincipal, workspace: 'other' };
  t.deepEqual(await call<Results>('search', { text: 'rent' }, other), { results: [] });
  await add('theirs', 'Their rent is 5 crowns.', other);
  t.deepEqual(
    (await call<Results>('search', { text: 'rent' }, other)).results.map(({ document_id }) => document_id),
    ['theirs'],
  );
});

test('explain adds up', async (t) => {
  const { call } = await openLibrary(t, texts, { embedder: meanings });
  const { results } = await call<Results>('search', {
    text: 'When must the deposit be returned in Sweden?',
    explain: true,
    limit: 3,
  });
  t.is(results.length, 3);
  for (const { explain, score } of results) {
    const [sum = '', rest = ''] = explain?.arithmetic.split('; score = ') ?? [];
    const [terms = '', total = ''] = sum.split(' = ');
    const added = terms.split(' + ').reduce((all, term) => all + value(term, terms), 0);
    t.true(Math.abs(added - Number(total)) < 0.01, `${explain?.arithmetic}`);
    t.true(rest.endsWith(score.toFixed(3)));
    t.true((explain?.reason.length ?? 0) > 20);
  }
  t.deepEqual(results[0]?.explain?.missing_terms, ['Sweden']);
  t.regex(results[0]?.explain?.best_sentence ?? '', /deposit|sixty \(60\) days/);
});

/** A term of the arithmetic: "words 0.5 × 10/(10 + 3)" or "near 0.250"; the " + " inside the brackets has been split off. */
const value = (term: string, terms: string): number => {
  const fraction = /([\d.]+) × (\d+)\/\((\d+)$/.exec(term);
  if (!fraction)
    return / (-?[\d.]+)$/.test(` ${term}`) && !/^\d+\)$/.test(term) ? Number(/(-?[\d.]+)$/.exec(term)?.[1]) : 0;
  const [, weight = '', top = '', bottom = ''] = fraction;
  const behind = Number(/^(\d+)\)/.exec(terms.slice(terms.indexOf(term) + term.length + 3))?.[1]);
  return (Number(weight) * Number(top)) / (Number(bottom) + behind);
};

test('words that mean nothing find nothing, and nothing breaks', async (t) => {
  const { call } = await openLibrary(t, texts);
  for (const text of ['?', '" OR *', 'NEAR(', "'; drop table", 'zzzzzz', '契約']) {
    t.deepEqual((await call<Results>('search', { text })).results, [], text);
  }
});
