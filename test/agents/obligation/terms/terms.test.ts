import test from 'ava';
import { facts } from '../../../../agents/obligation/terms/facts/records.ts';
import { termsText } from '../../../../agents/obligation/terms/show/render.ts';
import type { DocumentTermsView } from '../../../../agents/obligation/terms/show/view.ts';
import { localPrincipal } from '../../../../core/identity/principal.ts';
import { openObligations } from '../../../support/obligation-office.ts';

const CONTRACT = `MAINTENANCE AGREEMENT

This Maintenance Agreement (the "Agreement") is made on 31 January 2024 between Thornbury Lifts Ltd (the "Contractor") and Calder House LLP (the "Client").

1. Term. This Agreement shall commence on 31 January 2024 and continue for two years. It shall automatically renew for successive periods of one month each unless either party gives at least ten days' written notice before the end of the then current period.

2. Law. This Agreement is governed by English law.
`;
const amendment = (number: number, day: string, clause: string) => `AMENDMENT NO. ${number} TO THE MAINTENANCE AGREEMENT

This Amendment No. ${number} is made on ${day} between Thornbury Lifts Ltd (the "Contractor") and Calder House LLP (the "Client") and amends the Maintenance Agreement dated 31 January 2024.

1. ${clause}

2. This Amendment is governed by the laws of Scotland.
`;
const OPEN = `SUPPLY AGREEMENT

This Supply Agreement is made on 5 May 2025 between Aster Ltd (the "Supplier") and Bell Inc. (the "Buyer").

1. Term. The term of this Agreement is one year from the Closing Date.
`;

type Told = { documents: DocumentTermsView[] };
const valueIn = (view: DocumentTermsView | undefined, name: string) =>
  view?.terms.find((term) => term.name === name)?.value;

test('renewals of a month are each counted from the first end, so that none drifts to an earlier day', async (t) => {
  const { call, take } = await openObligations(t);
  const id = await take('contract.txt', CONTRACT);
  const on = async (as_of: string) => (await call<Told>('terms', { document_ids: [id], as_of })).documents[0];
  t.is(valueIn(await on('2026-01-01'), 'expirationDate'), '2026-01-31');
  // The last day of the first term is 30 January; 31 January + 1 month is 28 February, + 2 months 31 March.
  t.like((await on('2026-02-10'))?.current, { renewals: 1, ends: '2026-02-28', last_day: '2026-02-27', over: false });
  t.like((await on('2026-03-15'))?.current, { renewals: 2, ends: '2026-03-31', last_day: '2026-03-30' });
  t.is(valueIn(await on('2026-03-15'), 'noticeDeadline'), '2026-03-20');
});

test('amendments count from their day on, the later after the earlier, with both quotes, and only for what they change', async (t) => {
  const { call, take } = await openObligations(t);
  const id = await take('contract.txt', CONTRACT);
  const one = await take(
    'one.txt',
    amendment(1, '1 June 2025', 'The term of the Agreement is extended for a further period of one year.'),
  );
  await take(
    'two.txt',
    amendment(
      2,
      '1 March 2026',
      'In Section 1 of the Agreement, the words "at least ten days\' written notice" are deleted and replaced with the words "at least 20 days\' written notice before the end of the then current period".',
    ),
  );
  const on = async (as_of: string) => (await call<Told>('terms', { document_ids: [id], as_of })).documents[0];
  t.is(valueIn(await on('2025-05-31'), 'expirationDate'), '2026-01-31');
  const between = await on('2025-06-01');
  t.is(valueIn(between, 'expirationDate'), '2027-01-31');
  t.is(valueIn(between, 'noticePeriod'), 'P10D');
  t.is(valueIn(between, 'governingLaw'), 'England and Wales');
  t.deepEqual(
    between?.changes.map(({ document_id, day, terms }) => [document_id, day, terms]),
    [[one, '2025-06-01', ['expirationDate', 'term', 'noticeDeadline']]],
  );
  t.regex(between?.changes[0]?.evidence[0]?.quote ?? '', /extended for a further period/);
  t.is(between?.changes[0]?.evidence[0]?.document_name, 'one.txt');
  t.regex(between?.changes[0]?.replaced[0]?.quote ?? '', /continue for two years/);
  const after = await on('2026-03-01');
  t.is(valueIn(after, 'noticePeriod'), 'P20D');
  t.is(valueIn(after, 'noticeDeadline'), '2027-01-10');
  t.is(after?.changes.length, 2);
  const [itself] = (await call<Told>('terms', { document_ids: [one] })).documents;
  t.is(itself?.amends?.document_id, id);
});

test('what a person says resolves what is open, stays when the document is read anew, is kept with who and when, and goes with the document', async (t) => {
  const { call, take, drop, records } = await openObligations(t);
  const id = await take('supply.txt', OPEN);
  const set = await call<DocumentTermsView>('terms.set', {
    document_id: id,
    fact: ' the  closing date',
    date: '2025-06-30',
  });
  t.is(valueIn(set, 'expirationDate'), '2026-06-30');
  t.deepEqual(set.open, []);
  t.is(await take('supply.txt', OPEN.replace('one year', 'two years')), id);
  const [again] = (await call<Told>('terms', { document_ids: [id] })).documents;
  t.is(valueIn(again, 'expirationDate'), '2027-06-30');
  await call('terms.set', { document_id: id, fact: 'Closing Date', date: '2025-06-30' });
  const gone = await call<DocumentTermsView>('terms.unset', { document_id: id, fact: 'Closing Date' });
  t.deepEqual(gone.open, ['Closing Date']);
  t.deepEqual(
    gone.facts.map(({ name, day, by, history }) => [name, day, by, history.map((each) => each.day)]),
    [['the closing date', null, 'local', ['2025-06-30', null]]],
  );
  await t.throwsAsync(call('terms.unset', { document_id: id, fact: 'Delivery' }), { code: 'not_found' });
  await drop(id, 'supply.txt');
  t.is((await records.find(localPrincipal, facts, {})).items.length, 0);
});

test('what is shown is what stands in the text, and a person is told the command that closes what is open', async (t) => {
  const { call, take } = await openObligations(t);
  const id = await take('supply.txt', OPEN);
  const [view] = (await call<Told>('terms', { document_ids: [id] })).documents;
  for (const { evidence } of view?.terms ?? [])
    for (const { quote, start, end, page, chunk_id } of evidence) {
      t.is(OPEN.slice(start, end), quote);
      t.is(page, 1);
      t.not(chunk_id, '');
    }
  const plain = (text: string) => text;
  const text = view ? termsText(view, { bold: plain, dim: plain, good: plain, bad: plain, width: 80 }) : '';
  t.regex(text, /Expiration\s+open: needs Closing Date \(Closing Date \+ 1 year\)/);
  t.true(text.includes(`dossier terms set ${id} --fact "Closing Date" --date YYYY-MM-DD`));
});

test('terms are told as of the day that it is where the person is', async (t) => {
  const { call, take, told, clock } = await openObligations(t);
  const id = await take('contract.txt', CONTRACT);
  told.people.set('local', { timezone: 'Pacific/Auckland' });
  // The last day of the first term in UTC, and the day after it in Auckland.
  clock.advance(Date.parse('2026-01-31T12:30:00Z') - clock.now());
  const own = await call<Told>('terms', { document_ids: [id] });
  const named = await call<Told>('terms', { document_ids: [id], as_of: '2026-02-01' });
  t.deepEqual(own, named);
  t.notDeepEqual(own, await call<Told>('terms', { document_ids: [id], as_of: '2026-01-31' }));
});
