import test from 'ava';
import type { DossierError } from '../../../core/errors/error.ts';
import { wordClauses } from '../../support/clauses.ts';
import { openOffice } from '../../support/risk-office.ts';
import { amendment, supply } from './texts.ts';

type Clauses = {
  model: string;
  documents: {
    document_id: string;
    name: string;
    clauses: { type: string; title: string; quote: string; start: number; end: number; chunk_id: string }[];
    absent: { type: string }[];
    reason: string | null;
  }[];
  next: string | null;
};

test('the clauses of a document are listed by type, verbatim, with what it does not state', async (t) => {
  const { call, take } = await openOffice(t, { clauses: wordClauses('words') });
  const id = await take('amendment.txt', amendment);
  const { model, documents } = await call<Clauses>('clauses', { document_ids: [id] });
  t.is(model, 'words');
  const [document] = documents;
  const law = document?.clauses.find(({ type }) => type === 'governing-law');
  t.true(law?.quote.includes('laws of Norway'));
  for (const { quote, start, end } of document?.clauses ?? []) t.is(amendment.slice(start, end), quote);
  t.deepEqual(
    document?.absent.map(({ type }) => type),
    ['notice-period', 'rent'],
  );
});

test('one type of clause over all documents, a page at a time', async (t) => {
  const { call, take } = await openOffice(t, { clauses: wordClauses('words') });
  await take('amendment.txt', amendment);
  await take('supply.txt', supply);
  const first = await call<Clauses>('clauses', { types: ['notice-period'], limit: 1 });
  t.like(first.documents[0], {
    name: 'amendment.txt',
    clauses: [],
    reason: 'No clause of these types was found in it.',
  });
  const second = await call<Clauses>('clauses', { types: ['notice-period'], limit: 1, after: first.next });
  t.is(second.documents[0]?.name, 'supply.txt');
  t.true((second.documents[0]?.clauses.length ?? 0) > 0);
  t.is(second.next, null);
});

test('a type that the model does not know is refused with those that it knows; no model is said to be none', async (t) => {
  const office = await openOffice(t, { clauses: wordClauses('words') });
  const unknown = await t.throwsAsync<DossierError>(office.call('clauses', { types: ['love', 'rent'] }));
  t.is(unknown?.code, 'invalid_input');
  t.regex(unknown?.message ?? '', /knows no love; it knows governing-law, notice-period, rent/);
  office.now.clauses = undefined;
  t.is((await t.throwsAsync<DossierError>(office.call('clauses')))?.code, 'clauses_missing');
});
