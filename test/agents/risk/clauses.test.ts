import test from 'ava';
import type { DossierError } from '../../../core/errors/error.ts';
import type { ClauseModel } from '../../../core/ports/clauses.ts';
import { renderText } from '../../../servers/mcp/text.ts';
import { wordClauses } from '../../support/clauses.ts';
import { openOffice } from '../../support/risk-office.ts';
import { amendment, supply } from './texts.ts';

type Clauses = {
  model: string;
  documents: {
    document_id: string;
    name: string;
    clauses: {
      type: string;
      title: string;
      probability: number;
      place_probability: number;
      certainty: string;
      quote: string;
      start: number;
      end: number;
      chunk_id: string;
    }[];
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

const competing = (presence: number, places: readonly number[]): ClauseModel => {
  const model = wordClauses('words');
  return {
    ...model,
    read: async (passages, signal) => {
      const reading = await model.read(passages, signal);
      const stated = reading.stated
        .filter(({ type }) => type === 'notice-period')
        .slice(0, places.length)
        .map((each, at) => ({ ...each, probability: places[at] ?? 0 }));
      const known = reading.presence.map(({ type }) => ({ type, probability: type === 'rent' ? 0.7 : presence }));
      return { ...reading, stated, presence: known };
    },
  };
};

test('a clause of which single sentences say little is as sure as the document, its other places as they are', async (t) => {
  const text = 'The notice period is one month.\n\nThe notice period begins with the month.\n';
  const read = async (presence: number, places: readonly number[]) => {
    const office = await openOffice(t, { clauses: competing(presence, places) });
    const id = await office.take('notice.txt', text);
    const { documents } = await office.call<Clauses>('clauses', { document_ids: [id] });
    return { office, id, clauses: documents[0]?.clauses ?? [] };
  };
  const { clauses } = await read(0.96, [0.2, 0.04]);
  t.deepEqual(
    clauses.map((each) => [each.probability, each.place_probability, each.certainty]),
    [
      [0.96, 0.2, 'sure'],
      [0.96, 0.04, 'perhaps'],
    ],
  );
  t.deepEqual(
    (await read(0.6, [0.1])).clauses.map(({ certainty }) => certainty),
    ['likely'],
  );
  t.deepEqual(
    (await read(0.3, [0.1])).clauses.map(({ certainty }) => certainty),
    ['perhaps'],
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

test('the text says which clauses and which missing ones are to be looked at', async (t) => {
  const office = await openOffice(t, { clauses: competing(0.4, [0.1]) });
  const id = await office.take('notice.txt', 'The notice period is one month.\n');
  const output = await office.call<never>('clauses', { document_ids: [id] });
  const capability = office.agent.capabilities.find(({ name }) => name === 'clauses');
  const text = capability === undefined ? '' : renderText(capability, output);
  t.regex(text, /notice-period {2}page 1, perhaps \(40 %\): look yourself/);
  t.regex(text, /Not found: governing-law/);
  t.regex(text, /No place found, though it is likely there; look yourself: rent/);
});
